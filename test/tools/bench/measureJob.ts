import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientHandlers } from './client.process';
import { type Job } from './jobs';
import { type PeerName } from './peers';
import { Child } from './processes/child';
import type { PeerResult, Round } from './report/results';
import { tally } from './report/tally';
import type { Stage, StagedZoho } from './stage';

/** Time for connections to end before the next round begins, ms. */
const PAUSE_MS = 300;

interface Runner {
	result: PeerResult;
	client: Child<ClientHandlers>;
}

export interface JobSettings {
	job: Job;
	peers: readonly PeerName[];
	rounds: number;
	nodesBase?: string;
	maxConcurrentRequests?: number;
	/** Told before the clients are loaded. */
	onLoading: () => void;
	/** Told before each round of a client. */
	onRound: (peer: PeerName, round: number) => void;
}

/** Measures all clients with one job, in turn within each round. */
export async function measureJob(stage: Stage, settings: JobSettings): Promise<PeerResult[]> {
	const { peers, rounds, job, onLoading, onRound } = settings;
	const zoho = await stage.openZoho(job);
	const runners: Runner[] = [];
	try {
		onLoading();
		await Promise.all(
			peers.map(async (peer) => runners.push(await load(stage, zoho, peer, settings))),
		);
		runners.sort((a, b) => peers.indexOf(a.result.peer) - peers.indexOf(b.result.peer));
		for (let round = 1; round <= rounds; round++) {
			for (const runner of rotated(runners, round)) {
				onRound(runner.result.peer, round);
				await sleep(PAUSE_MS);
				await measureRound(zoho, runner);
			}
		}
		return runners.map(({ result }) => result);
	} finally {
		await Promise.all(runners.map(async ({ client }) => await client.stop()));
		await zoho.close();
	}
}

async function load(
	{ origin, trust }: Stage,
	{ zoho }: StagedZoho,
	peer: PeerName,
	{ job, nodesBase, maxConcurrentRequests }: JobSettings,
): Promise<Runner> {
	const file = require.resolve('./client.process');
	const client = await Child.start<ClientHandlers>(file, trust);
	const { parents, token } = zoho;
	const task = { origin, client: zoho.client, token, job, parents, nodesBase };
	const idleMemory = await client.ask('open', { peer, ...task, maxConcurrentRequests });
	return { client, result: { peer, idleMemory, rounds: [] } };
}

async function measureRound(
	{ process, zoho }: StagedZoho,
	{ result, client }: Runner,
): Promise<void> {
	await process.ask('reset', undefined);
	const { ids, errors, ms, peakMemory } = await client.ask('read', undefined);
	const { calls, connections, rejected429 } = await process.ask('arrived', undefined);
	const counts = tally(result.peer === 'zoho' ? zoho.records : zoho.rows, ids);
	const round: Round = {
		...{ ms, calls, connections, rejected429, ...counts },
		...{ errors: errors.length, peakMemory },
	};
	result.rounds.push(round);
	result.error ??= errors[0];
}

/** Each round begins with another client, so that none has always the same before it. */
function rotated<T>(entries: readonly T[], by: number): T[] {
	const start = by % Math.max(1, entries.length);
	return [...entries.slice(start), ...entries.slice(0, start)];
}
