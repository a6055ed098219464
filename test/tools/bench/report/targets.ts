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

/** Without what is lost or doubled, of course. */
const isExact = ({ lost, doubled, errors }: Summary): boolean => lost + doubled + errors === 0;

const TARGETS: readonly Target[] = [
	{
		job: 'rows-2000',
		goal: '2,000 rows: at most 1.4 x ten kept connections that read the first page first',
		peer: 'asking',
		judge: atMost(1.4, isExact),
	},
	{
		job: 'rows-5000',
		goal: '5,000 rows: at most 0.45 x ten kept connections page by page',
		peer: 'chain',
		judge: atMost(0.45, isExact),
	},
	{
		job: 'rows-20000',
		goal: '20,000 rows: at most 0.95 x ten kept connections page by page',
		peer: 'chain',
		judge: atMost(0.95, isExact),
	},
	{
		job: 'parents-100',
		goal: '100 records: at most 1.1 x ten kept connections, nothing lost',
		peer: 'kept',
		judge: atMost(1.1, isExact),
	},
	{
		job: 'parents-1000',
		goal: '1,000 records: at most 0.8 x ten kept connections, nothing lost',
		peer: 'kept',
		judge: atMost(0.8, isExact),
	},
	{
		job: 'first-50',
		goal: 'First 50 rows: one call, at most 1.3 x ten kept connections',
		peer: 'kept',
		judge: atMost(1.3, (node) => isExact(node) && node.calls === 1),
	},
	{
		job: 'timeline',
		goal: 'Timeline: at most 2 x the HTTP Request node',
		peer: 'http',
		judge: atMost(2, isExact),
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
