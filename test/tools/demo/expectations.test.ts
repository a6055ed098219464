import type { IDataObject } from 'n8n-workflow';
import { known } from '../../support/sandbox';
import type { DemoResult } from './demo';
import { deviations } from './expectations';
import type { Activity, Digest, Failure } from './outputs';

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
	node: 'Get Related Records',
	code,
	message: '',
	resolution: '',
	details: {},
	module: 'Leads',
	recordId,
	relatedList: 'Notes',
});

const listOf = (relatedList: string, count: number, records: IDataObject[] = []) => ({
	module: 'Leads',
	recordId: lead.id,
	relatedList,
	count,
	hasMore: false,
	records,
});
const file = { recordId: lead.id, name: 'offer.pdf', size: 9, bytes: 9 };
const digest: Digest = {
	recordId: lead.id,
	record: { id: lead.id },
	lists: { Notes: { shown: 3, total: 6, more: true } },
	events: [
		{ time: '2025-06-15', type: 'note', title: 'New' },
		{ time: '2025-06-14', type: 'note', title: 'Old' },
		{ time: null, type: 'task', title: 'None' },
	],
	refused: [],
};

function result(more: Partial<DemoResult> = {}): DemoResult {
	const lists = ['Activities_Chronological_View', 'Activities_Chronological_View_History'];
	return {
		status: 'success',
		lists: [listOf('Notes', 6)],
		emails: [listOf('Emails', 2, [{ content_text: 'Hello' }, { content_text: 'Bye' }])],
		files: Array.from({ length: 3 }, () => file),
		histories: [listOf('__timeline', 1, [{ audited_time: '2025-06-15T10:00:00Z' }])],
		counts: [{ recordId: lead.id, counts: { Notes: 6, Attachments: 3 }, total: 9, refused: [] }],
		digests: [digest],
		found: [{ id: lead.id }],
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
	['the number of emails', { emails: [] }, 'Ann: emails not as'],
	[
		'the text of an email',
		{ emails: [listOf('Emails', 2, [{ content_text: null }])] },
		'Ann: texts of emails not as',
	],
	['the number of files', { files: [file] }, 'Ann: files not as'],
	[
		'a file',
		{ files: Array(3).fill({ ...file, bytes: 8 }) as (typeof file)[] },
		'Ann: files not as',
	],
	['a history', { histories: [] }, 'Ann: history not as'],
	['counts', { counts: [] }, 'Ann: counts not as'],
	['a digest', { digests: [] }, 'Ann: digest not as'],
	[
		"a digest's order",
		{ digests: [{ ...digest, events: [...digest.events].reverse() }] },
		'Ann: digest not as',
	],
	[
		'a list of a digest',
		{ digests: [{ ...digest, refused: [{ relatedList: 'Emails', code: 'X' }] }] },
		'Ann: digest not as',
	],
	['a search', { found: [] }, 'Ann: search not as'],
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
