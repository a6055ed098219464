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
	/** Asked after each step. */
	isDue(): boolean;
	pause(): Promise<void>;
}

/** Does all steps, with a pause wherever one is due. */
export async function takeTurns<T>(steps: Steps<T>, pacing: Pacing): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		if (pacing.isDue()) await pacing.pause();
	}
}

/** Milliseconds that work holds the process before other work has its turn. */
const SLICE = 20;

/** A pause after each slice of time. @param rest lets all other work of the process have its turn */
export function bySlices(now: () => number, rest: () => Promise<void>): Pacing {
	let since = now();
	return {
		isDue: () => now() - since >= SLICE,
		pause: async () => {
			await rest();
			since = now();
		},
	};
}
