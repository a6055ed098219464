import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import type { ToolPath } from '../../support/engine';
import { known } from '../../support/sandbox';
import { byId, byName, historyOf, related, timeline, useBench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const PATHS: ToolPath[] = ['engine', 'function'];

describe('the node as a tool of an AI agent', () => {
	const bench = useBench();

	const { id } = known.lead;
	const fields = ['Note_Title', 'Owner', 'Parent_Id', 'Created_Time', 'Modified_By'];
	const notes = (more: INodeParameters = {}) => related('Leads', id, 'Notes', { fields, ...more });

	describe.each(PATHS)('called by way of the %s', (path) => {
		const rowsOf = async (parameters: INodeParameters) =>
			JSON.parse(await bench().runAsTool(path, parameters)) as IDataObject[];

		it('gives simple rows where the option is not set', async () => {
			const [note] = await rowsOf(notes());
			const { json } = await bench().run(notes());
			const [raw] = json;
			expect(raw).toMatchObject({ Owner: { name: expect.any(String) } });
			const { name, id: ownerId } = raw?.Owner as IDataObject;
			expect(note).toMatchObject({
				id: raw?.id,
				Owner: name,
				Owner_id: ownerId,
				Parent_Id: (raw?.Parent_Id as IDataObject).name,
				Parent_Id_id: id,
				Created_Time: raw?.Created_Time,
			});
			expect(Object.keys(note ?? {}).filter((key) => key.startsWith('$'))).toEqual([]);
		});

		it('gives the rows of Zoho where they are wanted', async () => {
			const rows = await rowsOf(notes({ options: { simplify: false } }));
			const { json } = await bench().run(notes());
			expect(rows).toEqual(json);
		});

		it('takes module, record and list from the model', async () => {
			const said = await bench().runAsTool(
				path,
				notes({
					module: byName("={{ $fromAI('module', 'the module', 'string') }}"),
					recordId: byId("={{ $fromAI('record', 'the record', 'string') }}"),
					relatedList: byName("={{ $fromAI('list', 'the list', 'string') }}"),
				}),
				{ module: 'Leads', record: id, list: 'Notes' },
			);
			expect(JSON.parse(said)).toHaveLength(known.lead.counts.Notes ?? 0);
		});

		it('tells the way out and the code in the message itself', async () => {
			const said = await bench().runAsTool(path, related('Leads', '1', 'Notes'));
			const text = path === 'engine' ? String(errorsIn(said)[0]) : said;
			expect(text).toBe(
				"Record 1 was not found in module 'Leads'. Check 'Record' and 'Module': the record may be deleted, converted, in another module, or hidden from your user. [INVALID_DATA]",
			);
		});

		it('tells of a parameter that the model set wrongly', async () => {
			const said = await bench().runAsTool(path, related('Leads', 'Jane Doe', 'Notes'));
			const text = path === 'engine' ? String(errorsIn(said)[0]) : said;
			expect(text).toBe(
				"Parameter 'Record' is not a record ID: Jane Doe. Enter the ID of a Zoho CRM record: digits only, for example 4876876000000376008. [INVALID_PARAMETER]",
			);
			expect(bench().sandbox.log.crm()).toEqual([]);
		});
	});

	describe.each(['asc', 'desc'])('a timeline, %s', (order) => {
		const busy = known.busyLead.id;
		const said = async (more: INodeParameters = {}) =>
			await bench().runAsTool(
				'engine',
				timeline('Leads', busy, { order, returnAll: true, ...more }),
			);

		it('is below 8,000 characters: the newest activities, and how many were left out', async () => {
			const text = await said();
			expect(text.length).toBeLessThan(8000);
			const rows = JSON.parse(text) as IDataObject[];
			const { leftOut, note } = rows.pop() ?? {};
			const { json } = await bench().run(timeline('Leads', busy, { order, returnAll: true }));
			expect(rows.length + Number(leftOut)).toBe(json.length);
			expect(note).toContain(`${String(leftOut)} older activities are left out`);
			const ids = json.map((row) => row.id);
			const newest = order === 'desc' ? ids.slice(0, rows.length) : ids.slice(-rows.length);
			expect(rows.map((row) => row.id)).toEqual(newest);
			expect(Object.keys(rows[0] ?? {}).slice(0, 2)).toEqual(['id', 'timeline']);
			expect(rows.every((row) => !('Modified_Time' in row))).toBe(true);
		});

		it.each<[string, INodeParameters]>([
			['parents', { options: { includeParent: true } }],
			['one item for the input', { options: { outputMode: 'itemPerInput', includeParent: true } }],
			['all fields chosen', { fields: ['Modified_Time', 'Created_Time', 'Description', 'Owner'] }],
		])('is below 8,000 characters with %s, too', async (_what, more) => {
			for (const path of PATHS) {
				const text = await bench().runAsTool(
					path,
					timeline('Leads', busy, { order, returnAll: true, ...more }),
				);
				expect(text.length).toBeLessThan(8000);
				expect(text).toContain('older activities are left out');
			}
		});

		it('says so where not even the newest activity is short enough', async () => {
			const long = Array.from({ length: 300 }, (_, n) => ({
				name: `Participant ${n}`,
				id: String(n),
			}));
			bench().sandbox.faults.add({
				match: { path: /Activities_Chronological_View/ },
				times: Infinity,
				alter: (reply) => {
					if (reply.status !== 200) return reply;
					const body = JSON.parse(String(reply.body)) as { data: IDataObject[] };
					const data = body.data.map((row) => ({ ...row, Participants: long }));
					return { ...reply, body: JSON.stringify({ ...body, data }) };
				},
			});
			const [only, ...others] = JSON.parse(
				await said({ fields: ['Participants'] }),
			) as IDataObject[];
			expect(others).toEqual([]);
			expect(only).toEqual({
				leftOut: 600,
				note: 'All 600 activities are left out: even the newest is too long for this answer. Read fewer fields.',
			});
		});

		it('is whole where it is short, or where simplify was chosen', async () => {
			const short = JSON.parse(await said({ limit: 5, returnAll: false })) as IDataObject[];
			expect(short).toHaveLength(5);
			expect(short.some((row) => 'leftOut' in row)).toBe(false);
			const chosen = JSON.parse(await said({ options: { simplify: true } })) as IDataObject[];
			expect(chosen.some((row) => 'Modified_Time' in row)).toBe(true);
			expect(chosen.some((row) => 'leftOut' in row)).toBe(false);
		});

		it('keeps the fields that were chosen', async () => {
			const [row] = JSON.parse(await said({ fields: ['Modified_Time'] })) as IDataObject[];
			expect(row).toHaveProperty('Modified_Time');
		});
	});

	it.each([
		['rows', notes({ options: { simplify: true } })],
		['activities', timeline('Leads', id, { options: { simplify: true } })],
		['histories', historyOf('Leads', id, { options: { simplify: true } })],
	])('is no reason alone: %s are simplified where it is chosen', async (_what, parameters) => {
		const { json } = await bench().run(parameters);
		expect(json.length).toBeGreaterThan(3);
		for (const row of json) {
			expect(Object.values(row)).not.toContain(null);
			expect(Object.keys(row).filter((key) => key.startsWith('$'))).toEqual([]);
			expect(typeof row.id).toBe('string');
		}
	});

	it('keeps the place of simple activities, and their parent', async () => {
		const options = { simplify: true, includeParent: true };
		const { json } = await bench().run(timeline('Leads', id, { options }));
		for (const row of json) {
			expect(row).toMatchObject({
				module: expect.stringMatching(/^(Calls|Events|Tasks)$/),
				timeline: { status: expect.any(String), type: expect.any(String) },
				parent: { module: 'Leads', id },
			});
		}
	});

	it('names the module of the record that a history entry is about', async () => {
		const { json } = await bench().run(historyOf('Leads', id, { options: { simplify: true } }));
		expect(json.find(({ record }) => typeof record === 'string')).toMatchObject({
			record: expect.any(String),
			record_id: expect.any(String),
			record_module: expect.any(String),
			done_by: expect.any(String),
			done_by_id: expect.any(String),
		});
	});

	it.each(['yes', 1, {}])('cannot be simplified by %j', async (simplify) => {
		const { errorOutput } = await bench().run(notes({ options: { simplify } }), {
			onError: 'continueErrorOutput',
		});
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: 'simplify' },
		});
		expect(bench().sandbox.log.crm()).toEqual([]);
	});
});

/** The engine hands the message over as an item. */
function errorsIn(said: string): unknown[] {
	return (JSON.parse(said) as { error: unknown }[]).map(({ error }) => error);
}
