import { table, type Column } from '../../demo/table';
import { PEERS } from '../peers';
import { summaryIn, summaryOf, type JobResult, type Results } from './results';
import { verdictsOn } from './targets';
import { count, megabytes, seconds, times } from './words';

const COLUMNS: Column[] = [
	{ heading: 'Client' },
	...['Time', 'This node', 'Calls', 'Connections', '429s', 'Rows lost', 'Doubled', 'Memory'].map(
		(heading) => ({ heading, isNumber: true }),
	),
];

/** All figures of a run, for a terminal. */
export function report(results: Results): string {
	const jobs = results.jobs.map((job) => `${job.title}\n\n${figures(job)}\n${failures(job)}`);
	return [conditions(results), ...jobs, targets(results)].join('\n');
}

/** Under which the figures hold. */
export function conditions({ link, rounds, node, n8n, cpu, load, calibration }: Results): string {
	return `Median of ${rounds} rounds; round trip ${link.roundTripMs} ms, TLS, server time ${link.serverTimeMs} ms, ${link.concurrencyCap} requests at once.
A request takes ${calibration.freshMs.toFixed(0)} ms on a fresh connection, ${calibration.keptMs.toFixed(0)} ms on a kept one.
n8n ${n8n}, Node ${node}, ${cpu}, load ${load.before} before and ${load.after} after.
`;
}

function figures(job: JobResult): string {
	const node = summaryIn(job, 'node');
	const rows = job.peers.map((result) => {
		const { ms, calls, connections, rejected429, lost, doubled, peakMemory } = summaryOf(result);
		return [
			PEERS[result.peer].title,
			seconds(ms),
			node && times(node.ms, ms),
			...[calls, connections, rejected429, lost, doubled].map(count),
			megabytes(peakMemory),
		];
	});
	return table(COLUMNS, rows);
}

function failures({ peers }: JobResult): string {
	return peers
		.filter(({ error }) => error !== undefined)
		.map(({ peer, error }) => `  ${PEERS[peer].title}: ${error}\n`)
		.join('');
}

function targets(results: Results): string {
	const lines = verdictsOn(results).map(
		({ goal, actual, isMet }) => `  ${isMet ? 'met   ' : 'MISSED'}  ${goal}: ${actual}\n`,
	);
	return lines.length === 0 ? '' : `Targets\n\n${lines.join('')}`;
}
