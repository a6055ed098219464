import { isDeepStrictEqual } from 'node:util';
import { JOBS, rowsOf } from '../jobs';
import type { PeerName } from '../peers';
import { summaryIn, type LinkSettings, type Results, type Summary } from './results';

/** A goal of this project, and what came of it. */
export interface Verdict {
	goal: string;
	actual: string;
	isMet: boolean;
}

interface Target {
	job: string;
	goal: string;
	/** The client that this node is compared with. */
	peer: PeerName;
	judge: (node: Summary, peer: Summary) => Omit<Verdict, 'goal'>;
}

const atMost =
	(limit: number, also: (node: Summary) => boolean = () => true): Target['judge'] =>
	(node, peer) => {
		const ratio = node.ms / peer.ms;
		return { actual: `${ratio.toFixed(2)} x`, isMet: ratio <= limit && also(node) };
	};

const faster =
	(least: number): Target['judge'] =>
	(node, peer) => {
		const ratio = peer.ms / node.ms;
		return { actual: `${ratio.toFixed(2)} x faster`, isMet: ratio >= least };
	};

/** Without what is lost or doubled, of course. */
const isExact = ({ lost, doubled, errors }: Summary): boolean => lost + doubled + errors === 0;

const TARGETS: readonly Target[] = [
	{
		job: 'rows-2000',
		goal: '2,000 rows: at most 1.4 x the ideal client',
		peer: 'ideal',
		judge: atMost(1.4, isExact),
	},
	{
		job: 'rows-2000',
		goal: '2,000 rows: at most 1.4 x an ideal client that reads the first page first',
		peer: 'asking',
		judge: atMost(1.4, isExact),
	},
	{
		job: 'rows-2000',
		goal: '2,000 rows: at least 3.5 x faster than the HTTP Request node',
		peer: 'http',
		judge: faster(3.5),
	},
	{
		job: 'rows-5000',
		goal: '5,000 rows: at most 0.6 x the ideal client page by page',
		peer: 'chain',
		judge: atMost(0.6, isExact),
	},
	{
		job: 'parents-100',
		goal: '100 records: at most 1.7 x the ideal client, nothing lost',
		peer: 'ideal',
		judge: atMost(1.7, isExact),
	},
	{
		job: 'first-50',
		goal: 'First 50 rows: one call, at most 1.3 x the ideal client',
		peer: 'ideal',
		judge: atMost(1.3, (node) => isExact(node) && node.calls === 1),
	},
];

/** Under which the targets hold. */
const LINK: LinkSettings = { roundTripMs: 100, serverTimeMs: 50, concurrencyCap: 10 };

/** The targets that a run can tell of: none, if its jobs or its link were others. */
export function verdictsOn({ jobs, link }: Results): Verdict[] {
	if (!isDeepStrictEqual(link, LINK)) return [];
	const full = jobs.filter(({ name, rows }) =>
		JOBS.some((job) => job.name === name && rowsOf(job) === rows),
	);
	return TARGETS.flatMap(({ job: name, goal, peer, judge }) => {
		const job = full.find((entry) => entry.name === name);
		const [ours, theirs] = [summaryIn(job, 'node'), summaryIn(job, peer)];
		return ours && theirs ? [{ goal, ...judge(ours, theirs) }] : [];
	});
}
