import type { IDataObject } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import { countOf, useBench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const KEY = 'get_related_records_count';
const ON_ERROR = { onError: 'continueErrorOutput' } as const;

describe('Count Related Records', () => {
	const bench = useBench();

	const { id } = known.lead;
	const path = (record = id) => `/crm/v8/Leads/${record}/actions/${KEY}`;
	const requests = () =>
		bench()
			.sandbox.log.crm()
			.map(({ method, path: at, query, body }) => [
				method,
				at,
				method === 'GET' ? query : JSON.parse(body),
			]);
	const asked = (...lists: string[]) => ({
		[KEY]: lists.map((name) => ({ related_list: { api_name: name } })),
	});
	const rowsIn = (list: string, record = id) =>
		bench().sandbox.data.relatedRows('Leads', record, list).length;
	const errorOf = async (lists: string[] | string, more = {}) => {
		const { output, errorOutput } = await bench().run(countOf('Leads', id, lists, more), ON_ERROR);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error;
	};
	const answer = (status: number, body: unknown, times = 1) =>
		bench().sandbox.faults.add({ match: { method: 'POST' }, reply: { status, body }, times });

	it('counts the chosen lists in one request', async () => {
		const { json, hints } = await bench().run(countOf('Leads', id, ['Tasks', 'Notes']));
		const counts = { Tasks: rowsIn('Tasks'), Notes: rowsIn('Notes') };
		expect(json).toEqual([
			{ module: 'Leads', recordId: id, counts, total: counts.Tasks + counts.Notes, refused: [] },
		]);
		expect(Object.keys(json[0]?.counts as IDataObject)).toEqual(['Tasks', 'Notes']);
		expect(requests()).toEqual([['POST', path(), asked('Tasks', 'Notes')]]);
		expect(hints).toEqual(['1 Zoho API call used.']);
	});

	it('counts all lists that users see if none is chosen, and names what Zoho does not count', async () => {
		bench().sandbox.data.hideRelatedList('Leads', 'Products');
		const { json, hints } = await bench().run(countOf('Leads', id));
		const lists = bench()
			.sandbox.data.relatedLists('Leads')
			.filter(({ status = 'visible' }) => status === 'visible')
			.map(({ apiName }) => apiName);
		expect(requests()).toEqual([
			['GET', '/crm/v8/settings/related_lists', { module: 'Leads' }],
			['POST', path(), asked(...lists)],
		]);
		const [{ counts, refused } = {}] = json as { counts: IDataObject; refused: IDataObject[] }[];
		const names = refused?.map(({ relatedList }) => String(relatedList)) ?? [];
		expect(names).toEqual(expect.arrayContaining(['Emails', 'Activities_Chronological_View']));
		expect([...Object.keys(counts ?? {}), ...names].sort()).toEqual([...lists].sort());
		for (const entry of refused ?? []) {
			expect(entry).toEqual({
				relatedList: expect.any(String),
				code: 'NOT_SUPPORTED',
				resolution: "Read the list with 'Get Related Records' and count its rows.",
			});
		}
		expect(hints[0]).toBe(
			`Zoho did not count these related lists, so they are not in the total: ${names.join(', ')}. The reasons are under 'refused'.`,
		);
	});

	it('asks for 20 lists at a time, and looks the lists up once for all items', async () => {
		const names = Array.from({ length: 21 }, (_, index) => `List_${index}`);
		const [first] = (await bench().run(countOf('Leads', id, ['Notes', ...names]))).json;
		expect(first).toMatchObject({ counts: { Notes: rowsIn('Notes') }, total: rowsIn('Notes') });
		expect(requests()).toEqual([
			['POST', path(), asked('Notes', ...names.slice(0, 19))],
			['POST', path(), asked(...names.slice(19))],
		]);
		bench().sandbox.log.clear();
		const input = [{ id }, { id: known.bareLead.id }];
		const { output } = await bench().run(countOf('Leads', '={{ $json.id }}'), { input });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(output[1]?.json).toMatchObject({ recordId: known.bareLead.id, total: 0 });
		expect(requests().filter(([method]) => method === 'GET')).toHaveLength(1);
		expect(requests()).toHaveLength(3);
	});

	it('is an error only where Zoho counts none of the lists', async () => {
		expect(await errorOf(['Nonsense', 'Emails'])).toEqual({
			message: expect.stringMatching(/^Module 'Leads' has no related list 'Nonsense'/),
			code: 'INVALID_DATA',
			httpStatusCode: 400,
			resolution: expect.stringMatching(/./),
			details: { resource_path_index: 2 },
			module: 'Leads',
			recordId: id,
			relatedList: 'Nonsense,Emails',
		});
		expect(await errorOf('Emails')).toMatchObject({
			code: 'NOT_SUPPORTED',
			message: "Zoho does not count related list 'Emails' of module 'Leads'",
		});
		const { json } = await bench().run(countOf('Leads', id, ['Nonsense', 'Notes']));
		expect(json[0]?.refused).toEqual([
			{ relatedList: 'Nonsense', code: 'INVALID_DATA', resolution: expect.any(String) },
		]);
	});

	it.each([
		['none', undefined],
		['hidden ones only', { related_lists: [{ api_name: 'Notes', status: 'user_hidden' }] }],
	])('is an error where Zoho reports %s, and none is chosen', async (_what, body) => {
		bench().sandbox.faults.add({
			match: { path: 'settings/related_lists' },
			reply: { status: body === undefined ? 204 : 200, body },
		});
		expect(await errorOf([])).toMatchObject({
			code: 'INVALID_PARAMETER',
			message:
				"Parameter 'Related List Names or IDs' names no list, and Zoho reports none that users see of module 'Leads'",
			details: { parameter: 'relatedLists' },
		});
		expect(requests()).toHaveLength(1);
	});

	it('names a record that there is not', async () => {
		const missing = '4876876000009999999';
		const { errorOutput } = await bench().run(countOf('Leads', missing, ['Notes']), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_DATA',
			message: `Record ${missing} was not found in module 'Leads'`,
		});
	});

	it.each(['v7', 'v6'])('refuses API version %s, which does not count, unsent', async (version) => {
		expect(await errorOf(['Notes'], { options: { apiVersion: version } })).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: `Parameter 'API Version' is ${version}, which cannot count related records`,
			details: { parameter: 'apiVersion' },
		});
		expect(requests()).toEqual([]);
	});

	const note = { related_list: { api_name: 'Notes' } };
	it.each([
		['fewer entries than lists', { [KEY]: [{ ...note, count: 1 }] }],
		['more entries than lists', { [KEY]: Array(3).fill({ ...note, count: 1 }) }],
		['no number', { [KEY]: [note, { count: 1 }] }],
		['a negative number', { [KEY]: [{ ...note, count: -1 }, { count: 1 }] }],
		['half a row', { [KEY]: [{ ...note, count: 0.5 }, { count: 1 }] }],
		['a number beyond 2^53', { [KEY]: [{ ...note, count: 2 ** 60 }, { count: 1 }] }],
		[
			'the lists in another order',
			{ [KEY]: [{ count: 1, related_list: { api_name: 'Tasks' } }, note] },
		],
		['no entries', { [KEY]: null }],
		['entries that are none', { [KEY]: [1, 2] }],
	])('takes no answer with %s', async (_what, body) => {
		answer(200, body);
		expect(await errorOf(['Notes', 'Tasks'])).toMatchObject({ code: 'INVALID_RESPONSE' });
	});

	it('takes nothing at all for no answer', async () => {
		answer(204, undefined);
		expect(await errorOf(['Notes'])).toMatchObject({ code: 'INVALID_RESPONSE' });
	});

	it('asks again where Zoho fails in passing, since nothing changes by it', async () => {
		answer(500, { code: 'INTERNAL_ERROR', status: 'error' }, 2);
		const message = 'URL_FIXED_THROTTLES_LIMIT_EXCEEDED';
		answer(400, { [KEY]: [{ code: 'INTERNAL_ERROR', status: 'error', message }] });
		const { json } = await bench().run(countOf('Leads', id, ['Notes']));
		expect(json[0]).toMatchObject({ total: rowsIn('Notes') });
		expect(takeDelays()).toHaveLength(3);
		expect(requests()).toHaveLength(4);
	});
});
