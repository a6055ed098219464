import type { PeerName } from '../peers';

/** One measured round. */
export interface Round {
	ms: number;
	/** Requests to the API, refused ones included. */
	calls: number;
	connections: number;
	rejected429: number;
	/** Rows of the job that did not come, or came without all their fields. */
	lost: number;
	/** Rows that came more than once. */
	doubled: number;
	/** Input items that failed, or requests. */
	errors: number;
	/** Most memory that the process has held, bytes. */
	peakMemory: number;
}

export interface PeerResult {
	peer: PeerName;
	rounds: Round[];
	/** Memory that the process held before its first round, bytes. */
	idleMemory: number;
	/** The first message of a failure. */
	error?: string;
}

export interface JobResult {
	name: string;
	title: string;
	rows: number;
	peers: PeerResult[];
}

export interface LinkSettings {
	roundTripMs: number;
	serverTimeMs: number;
	concurrencyCap: number;
}

/** How long a request takes on the link. */
export interface Calibration {
	/** On a fresh connection, with TLS. */
	freshMs: number;
	/** On a connection that was kept. */
	keptMs: number;
}

export interface Results {
	/** ISO time. */
	measuredAt: string;
	node: string;
	n8n: string;
	cpu: string;
	/** Mean number of processes that wanted a CPU in the minute before the run, and in its last. */
	load: { before: number; after: number };
	rounds: number;
	link: LinkSettings;
	calibration: Calibration;
	jobs: JobResult[];
}

/** What the rounds of a client come to: medians, but the worst of what must not happen at all. */
export type Summary = Round & { idleMemory: number; error?: string };

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	if (low === undefined || high === undefined) throw new RangeError('No values, no median');
	return (low + high) / 2;
}

export function summaryOf({ rounds, idleMemory, error }: PeerResult): Summary {
	const all = (key: keyof Round): number[] => rounds.map((round) => round[key]);
	return {
		ms: median(all('ms')),
		calls: median(all('calls')),
		connections: median(all('connections')),
		rejected429: median(all('rejected429')),
		lost: Math.max(...all('lost')),
		doubled: Math.max(...all('doubled')),
		errors: Math.max(...all('errors')),
		peakMemory: Math.max(...all('peakMemory')),
		idleMemory,
		...(error === undefined ? {} : { error }),
	};
}

/** The summary of a client in a job, if it was measured. */
export function summaryIn(job: JobResult | undefined, peer: PeerName): Summary | undefined {
	const result = job?.peers.find((entry) => entry.peer === peer);
	return result && summaryOf(result);
}
