import type { PeerName } from '../peers';
import type { JobResult, PeerResult, Results, Round } from './results';

/** Results as tests need them: one round for each time. */
export function resultOf(peer: PeerName, seconds: number[], more: Partial<Round> = {}): PeerResult {
	const rounds = seconds.map((value) => ({
		ms: value * 1000,
		calls: 10,
		connections: 10,
		rejected429: 0,
		lost: 0,
		doubled: 0,
		errors: 0,
		peakMemory: 150e6,
		...more,
	}));
	return { peer, rounds, idleMemory: 140e6 };
}

export function jobOf(name: string, peers: PeerResult[], more: Partial<JobResult> = {}): JobResult {
	return { name, title: `Job ${name}`, rows: 2000, peers, ...more };
}

export function resultsOf(...jobs: JobResult[]): Results {
	return {
		measuredAt: '2026-01-01T00:00:00.000Z',
		node: 'v24.0.0',
		n8n: '2.41.1',
		cpu: '2 x CPU',
		load: { before: 0.1, after: 0.9 },
		rounds: 5,
		link: { roundTripMs: 100, serverTimeMs: 50, concurrencyCap: 10 },
		calibration: { freshMs: 355.4, keptMs: 152 },
		jobs,
	};
}
