import { PEERS, type PeerName } from '../peers';
import { summaryIn, type JobResult, type Results, type Summary } from './results';
import { count, seconds, times } from './words';

const COMPARED: readonly PeerName[] = ['kept', 'http', 'zoho'];

/** The times for the page: this node's, and those of others with their ratio to it. */
export function comparison({ jobs }: Results): string {
	const rows = jobs.map((job) => {
		const node = summaryIn(job, 'node');
		const cellOf = (peer: PeerName): string => timeCell(job, summaryIn(job, peer), node);
		return [job.title, `**${timeCell(job, node)}**`, ...COMPARED.map(cellOf)];
	});
	const titles = COMPARED.map((peer) => PEERS[peer].title);
	return markdownTable(['Job', PEERS.node.title, ...titles], rows);
}

function timeCell(job: JobResult, summary?: Summary, node?: Summary): string {
	if (!summary) return 'not measured';
	const { ms, lost } = summary;
	if (lost === job.rows) return `fails after ${seconds(ms)}`;
	if (lost > 0) return `loses ${count(lost)} of ${count(job.rows)} rows in ${seconds(ms)}`;
	return node ? `${seconds(ms)} (${times(ms, node.ms)})` : seconds(ms);
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
