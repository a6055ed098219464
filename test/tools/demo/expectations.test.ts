import { known } from '../../support/sandbox';
import type { Activity, DemoResult, Failure } from './demo';
import { deviations } from './expectations';

const { lead } = known;
const records = [
	{ name: 'Ann', module: 'Leads', id: lead.id, list: 'Notes' },
	{ name: 'Nobody', module: 'Leads', id: '1', list: 'Notes' },
];

const activity = (list: string, time: string | null = null): Activity => ({
	timeline: { time, status: 'open', type: 'task', title: 'Call' },
	parent: { module: 'Leads', id: lead.id, relatedList: list },
});
const failure = (recordId: string, code: string): Failure => ({
	code,
	message: '',
	resolution: '',
	details: {},
	module: 'Leads',
	recordId,
	relatedList: 'Notes',
});

function result(more: Partial<DemoResult> = {}): DemoResult {
	const lists = ['Activities_Chronological_View', 'Activities_Chronological_View_History'];
	return {
		status: 'success',
		lists: [{ module: 'Leads', recordId: lead.id, relatedList: 'Notes', count: 6, records: [] }],
		activities: lists.flatMap((list) =>
			Array.from({ length: lead.counts[list] ?? 0 }, () => activity(list)),
		),
		scripts: [{ recordId: lead.id, rows: 6, owners: 'Ann Doe', total: 99 }],
		failures: [failure('1', 'INVALID_DATA')],
		calls: { crm: 1, token: 1 },
		ms: 1,
		...more,
	};
}

it('has nothing to say when all is as the data has it', () => {
	expect(deviations(result(), records)).toEqual([]);
});

it.each<[string, Partial<DemoResult>, string]>([
	['the run', { status: 'error', error: 'Broken' }, "ended with 'error': Broken"],
	['rows', { lists: [] }, 'Ann has 6 Notes, but undefined were read'],
	['activities', { activities: [] }, 'Ann has 19 Activities_Chronological_View, but 0 were read'],
	['a script', { scripts: [] }, 'Ann has 6 Notes by script, but undefined were read'],
	[
		'what a query counts',
		{ scripts: [{ recordId: lead.id, rows: 6, owners: 'Ann Doe', total: 0 }] },
		'The query counted 0 records',
	],
	['an expected failure', { failures: [] }, 'Nobody gave rows instead of an error'],
	['its code', { failures: [failure('1', 'TIMEOUT')] }, 'Nobody gave TIMEOUT instead of an error'],
	['a failure', { failures: [failure(lead.id, 'TIMEOUT')] }, 'Ann could not be read: TIMEOUT'],
])('tells when %s is wrong', (_, more, expected) => {
	expect(deviations(result(more), records).join('\n')).toContain(expected);
});

it('tells when activities are out of order', () => {
	const { activities } = result();
	const [first, ...others] = activities.map((one) => one.parent.relatedList);
	const wrong = [activity(first ?? ''), ...others.map((list) => activity(list, '2025-06-15'))];
	expect(deviations(result({ activities: wrong }), records)).toEqual([
		`'Call' of ${lead.id} is out of order`,
	]);
});
