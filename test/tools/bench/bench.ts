import { cpus, loadavg } from 'node:os';
import packageJson from '../../../package.json';
import { calibrate } from './calibrate';
import { estimatedMs } from './estimate';
import { rowsOf, type Job } from './jobs';
import { measureJob } from './measureJob';
import { installNodesBase } from './nodesBase/install';
import { fits, isOfN8n, PEERS, type PeerName } from './peers';
import { Progress, type Output } from './progress';
import type { JobResult, Results } from './report/results';
import type { Settings } from './settings';
import { Stage } from './stage';

/** About how long it takes to load the clients of a job and let them read a little, ms. */
const LOADING_MS = 10_000;

interface Plan {
	job: Job;
	peers: readonly PeerName[];
}

/** Measures all that the settings ask for. */
export async function measure(settings: Settings, output: Output): Promise<Results> {
	const { link, rounds } = settings;
	const nodesBase = settings.peers.some(isOfN8n) ? await installNodesBase() : undefined;
	const before = load();
	const stage = await Stage.open(link);
	try {
		const calibration = await calibrate(stage);
		output.write(
			`A request takes ${calibration.freshMs.toFixed(0)} ms on a fresh connection, ${calibration.keptMs.toFixed(0)} ms on a kept one.\n`,
		);
		const jobs = await measureJobs(stage, settings, nodesBase, output);
		return {
			measuredAt: new Date().toISOString(),
			node: process.version,
			n8n: packageJson.devDependencies['n8n-core'],
			cpu: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
			load: { before, after: load() },
			rounds,
			link,
			calibration,
			jobs,
		};
	} finally {
		await stage.close();
	}
}

async function measureJobs(
	stage: Stage,
	settings: Settings,
	nodesBase: string | undefined,
	output: Output,
): Promise<JobResult[]> {
	const { rounds, link, maxConcurrentRequests } = settings;
	const plans = settings.jobs.map((job): Plan => {
		return { job, peers: settings.peers.filter((peer) => fits(peer, job)) };
	});
	const progress = new Progress(totalOf(plans, settings), output);
	const results: JobResult[] = [];
	for (const { job, peers } of plans) {
		const measured = await measureJob(stage, {
			...{ job, peers, rounds, nodesBase, maxConcurrentRequests },
			onLoading: () => progress.begin(LOADING_MS, job.title, 'loading'),
			onRound: (peer, round) => {
				const step = `${PEERS[peer].title}, round ${round} of ${rounds}`;
				progress.begin(estimatedMs(job, peer, link), job.title, step);
			},
		});
		const { name, title } = job;
		results.push({ name, title, rows: rowsOf(job), peers: measured });
	}
	progress.end();
	return results;
}

function totalOf(plans: readonly Plan[], { rounds, link }: Settings): number {
	return plans.reduce((total, { job, peers }) => {
		const round = peers.reduce((sum, peer) => sum + estimatedMs(job, peer, link), 0);
		return total + LOADING_MS + rounds * round;
	}, 0);
}

function load(): number {
	return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
