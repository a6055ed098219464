/** Long work in small steps, between which other work can have its turn. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** When other work has its turn, and how. */
export interface Pacing {
	/** Asked after each step, with the memory that the work holds. */
	isDue(bytes: number): boolean;
	pause(): Promise<void>;
}

/** Does all steps, with a pause wherever one is due. */
export async function takeTurns<T>(steps: Steps<T>, pacing: Pacing): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		if (pacing.isDue(0)) await pacing.pause();
	}
}
