import type { Release } from './releases';

export interface Failure {
	/** Test file, below the root of the project. */
	file: string;
	/** Full name of the test; none where the file could not be run. */
	test?: string;
	/** Its first lines. */
	message: string;
}

/** What came of one release. */
export interface Outcome {
	release: Release;
	/** Version of the Node that ran the tests; none where nothing ran. */
	node?: string;
	/** Why nothing could be measured, for example that npm cannot install the engine. */
	reason?: string;
	failures: Failure[];
	/** Tests of what this engine does not have, with the reason. */
	notHad: { test: string; reason: string }[];
	/** Number of tests. */
	total: number;
}

export function passes({ reason, failures }: Outcome): boolean {
	return reason === undefined && failures.length === 0;
}
