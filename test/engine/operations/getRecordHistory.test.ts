import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';
import type * as clock from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import { historyOf, useBench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

interface Entry extends IDataObject {
	id: string;
	audited_time: string;
	source: string;
	action: string;
	done_by: { id: string };
	record: { module: { api_name: string }; id: string };
}

describe('Get Record History', () => {
	const bench = useBench();

	const { id } = known.lead;
	const SORTED = { sort_by: 'audited_time', sort_order: 'desc' };
	const read = async (options: INodeParameters = {}, more: INodeParameters = {}, record = id) => {
		const { json } = await bench().run(historyOf('Leads', record, { options, ...more }));
		return json as Entry[];
	};
	const requests = () =>
		bench()
			.sandbox.log.crm()
			.map(({ path, query: { filters, ...query } }) => ({
				path,
				query,
				...(filters === undefined ? {} : { filters: JSON.parse(filters) as unknown }),
			}));
	const errorOf = async (parameters: INodeParameters) => {
		const { output, errorOutput } = await bench().run(parameters, ON_ERROR);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error;
	};
	const condition = (field: string, comparator: string, value: unknown) => ({
		comparator,
		field: { api_name: field },
		value,
	});
	const second = (time: string) =>
		DateTime.fromISO(time, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

	it('reads the entries as Zoho gives them, newest first', async () => {
		const entries = await read();
		expect(entries.length).toBeGreaterThan(10);
		expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
		const times = entries.map((entry) => Date.parse(entry.audited_time));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		expect(entries.find(({ action }) => action === 'updated')?.field_history).toEqual([
			{ api_name: 'Phone', _value: { new: '123', old: null }, id: expect.any(String) },
		]);
		expect(requests()).toEqual([
			{ path: `/crm/v8/Leads/${id}/__timeline`, query: { ...SORTED, per_page: '200' } },
		]);
	});

	it('reads all pages: by token, without the page size that Zoho refuses beside it', async () => {
		const record = known.busyLead.id;
		const entries = await read({}, {}, record);
		expect(entries.length).toBeGreaterThan(200);
		const token = expect.any(String) as string;
		const pages = Math.ceil(entries.length / 200);
		expect(requests().map(({ query }) => query)).toEqual([
			{ ...SORTED, per_page: '200' },
			...Array.from({ length: pages - 1 }, () => ({ ...SORTED, page_token: token })),
		]);
		bench().sandbox.log.clear();
		const first = await read({}, { returnAll: false, limit: 7 }, record);
		expect(first).toEqual(entries.slice(0, 7));
		expect(requests()).toHaveLength(1);
	});

	it('filters by one thing, or by several together, in Zoho', async () => {
		const all = await read();
		bench().sandbox.log.clear();
		const notes = await read({ recordModules: ['Notes', 'Tasks'] });
		const isWanted = ({ record }: Entry) => ['Notes', 'Tasks'].includes(record.module.api_name);
		expect(notes).toEqual(all.filter(isWanted));
		expect(notes.length).toBeGreaterThan(0);
		const user = all[3]?.done_by.id ?? '';
		const some = await read({ sources: 'crm_ui, workflow', userIds: user });
		expect(some).toEqual(
			all.filter(({ source, done_by: by }) => source !== 'crm_api' && by.id === user),
		);
		expect(some.length).toBeGreaterThan(0);
		expect(requests().map(({ filters }) => filters)).toEqual([
			condition('record.module.api_name', 'in', ['Notes', 'Tasks']),
			{
				group_operator: 'and',
				group: [
					condition('source', 'in', ['crm_ui', 'workflow']),
					condition('done_by.id', 'in', [user]),
				],
			},
		]);
	});

	it('keeps the changes from the start to before the end', async () => {
		const all = await read();
		bench().sandbox.log.clear();
		const [to = '', from = ''] = [all[2]?.audited_time, all[8]?.audited_time];
		const inside = all.filter(({ audited_time: time }) => {
			const instant = Date.parse(time);
			return instant >= Date.parse(from) && instant < Date.parse(to);
		});
		expect(await read({ startTime: from, endTime: to })).toEqual(inside);
		expect(await read({ startTime: from })).toHaveLength(
			all.filter(({ audited_time: time }) => Date.parse(time) >= Date.parse(from)).length,
		);
		expect(await read({ endTime: to })).toHaveLength(
			all.filter(({ audited_time: time }) => Date.parse(time) < Date.parse(to)).length,
		);
		const before = DateTime.fromISO(to).minus({ seconds: 1 }).toISO() ?? '';
		const range = (first: string, last: string) =>
			condition('audited_time', 'between', [first, last]);
		expect(requests().map(({ filters }) => filters)).toEqual([
			range(second(from), second(before)),
			range(second(from), '2100-01-01T00:00:00+00:00'),
			range('2000-01-01T00:00:00+00:00', second(before)),
		]);
	});

	it('tells a record without changes that match from one without any', async () => {
		const options = { startTime: '2099-01-01T00:00:00Z' };
		const { json, hints } = await bench().run(historyOf('Leads', id, { options }));
		expect(json).toEqual([]);
		expect(hints[0]).toBe('No related record matches the filters.');
	});

	it('takes Output Mode and Include Parent', async () => {
		const [item] = await read(
			{ outputMode: 'itemPerInput', includeParent: true },
			{ limit: 2, returnAll: false },
		);
		const parent = { module: 'Leads', id, relatedList: '__timeline' };
		expect(item).toMatchObject({
			count: 2,
			hasMore: true,
			module: 'Leads',
			recordId: id,
			relatedList: '__timeline',
			records: [{ parent }, { parent }],
		});
	});

	it('takes v7', async () => {
		await read({ apiVersion: 'v7' });
		expect(requests()[0]?.path).toBe(`/crm/v7/Leads/${id}/__timeline`);
	});

	it.each([
		['apiVersion', 'v6'],
		['recordModules', ['../Notes']],
		['sources', 'crm ui'],
		['userIds', 'Ann'],
		['startTime', 'yesterday'],
	])('refuses a bad %s by name, unsent', async (name, value) => {
		expect(await errorOf(historyOf('Leads', id, { options: { [name]: value } }))).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: name },
		});
		expect(requests()).toEqual([]);
	});

	it('refuses an end that is not after the start, unsent', async () => {
		const options = { startTime: '2026-01-02T00:00:00Z', endTime: '2026-01-02T00:00:00Z' };
		expect(await errorOf(historyOf('Leads', id, { options }))).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: "Parameter 'End Time' is not after Start Time",
		});
		expect(requests()).toEqual([]);
	});

	it("gives Zoho's code for a module without it, and names those that have it", async () => {
		const error = await errorOf(historyOf('Campaigns', known.campaign.id));
		expect(error).toMatchObject({
			code: 'NOT_SUPPORTED',
			message: "Zoho keeps no history of records in module 'Campaigns'",
			resolution: expect.stringContaining('leads, contacts, accounts, deals'),
			module: 'Campaigns',
		});
	});

	it('names a record that there is not', async () => {
		const missing = '4876876000009999999';
		expect(await errorOf(historyOf('Leads', missing))).toMatchObject({
			code: 'INVALID_DATA',
			message: `Record ${missing} was not found in module 'Leads'`,
		});
	});

	const entry = { id: '1' };
	it.each([
		['no entries', { info: { more_records: false } }, 'INVALID_RESPONSE'],
		[
			'an entry without an ID',
			{ __timeline: [{}], info: { more_records: false } },
			'INVALID_RESPONSE',
		],
		['no word on more', { __timeline: [entry], info: {} }, 'INVALID_RESPONSE'],
		[
			'more, but not where',
			{ __timeline: [entry], info: { more_records: true } },
			'PAGE_TOKEN_MISSING',
		],
		[
			'the same token again',
			{ __timeline: [entry], info: { more_records: true, next_page_token: 'a' } },
			'PAGE_TOKEN_REPEATED',
		],
	])('is not cut off in silence: %s', async (_what, body, code) => {
		bench().sandbox.faults.add({ match: {}, times: Infinity, reply: { status: 200, body } });
		expect(await errorOf(historyOf('Leads', id))).toMatchObject({ code });
	});
});
