declare global {
	/** Set by the configuration of `npm run test:random`. */
	var isRandomTest: boolean | undefined;
}

export interface Schedules {
	number: number;
	/** Always the same few, always other ones of the many. */
	seed: number;
	/** Prints what was seen in the long run. */
	report(what: string, seen: object): void;
}

/** How many random schedules a test runs: few in `npm test`, many in `npm run test:random`. */
export function schedulesToRun({ few, many }: { few: number; many: number }): Schedules {
	const isLong = globalThis.isRandomTest === true;
	return {
		number: isLong ? many : few,
		seed: isLong ? Date.now() % 2 ** 31 : 20_260_131,
		report: (what: string, seen: object) => {
			if (isLong) process.stderr.write(`${what}: ${JSON.stringify(seen)}\n`);
		},
	};
}
