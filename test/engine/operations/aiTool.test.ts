import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import type { ToolPath } from '../../support/engine';
import { known } from '../../support/sandbox';
import { byId, byName, historyOf, openBench, related, timeline, type Bench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const PATHS: ToolPath[] = ['engine', 'function'];

describe('the node as a tool of an AI agent', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	beforeEach(() => {
		bench.sandbox.log.clear();
		bench.sandbox.faults.clear();
	});
	afterAll(async () => await bench.close());

	const { id } = known.lead;
	const fields = ['Note_Title', 'Owner', 'Parent_Id', 'Created_Time', 'Modified_By'];
	const notes = (more: INodeParameters = {}) => related('Leads', id, 'Notes', { fields, ...more });

	describe.each(PATHS)('called by way of the %s', (path) => {
		const rowsOf = async (parameters: INodeParameters) =>
			JSON.parse(await bench.runAsTool(path, parameters)) as IDataObject[];

		it('gives simple rows where the option is not set', async () => {
			const [note] = await rowsOf(notes());
			const { json } = await bench.run(notes());
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
			const { json } = await bench.run(notes());
			expect(rows).toEqual(json);
		});

		it('takes module, record and list from the model', async () => {
			const said = await bench.runAsTool(
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
			const said = await bench.runAsTool(path, related('Leads', '1', 'Notes'));
			const text = path === 'engine' ? String(errorsIn(said)[0]) : said;
			expect(text).toBe(
				"Record 1 was not found in module 'Leads'. Check 'Record' and 'Module': the record may be deleted, converted, in another module, or hidden from your user. [INVALID_DATA]",
			);
		});

		it('tells of a parameter that the model set wrongly', async () => {
			const said = await bench.runAsTool(path, related('Leads', 'Jane Doe', 'Notes'));
			const text = path === 'engine' ? String(errorsIn(said)[0]) : said;
			expect(text).toBe(
				"Parameter 'Record' is not a record ID: Jane Doe. Enter the ID of a Zoho CRM record: digits only, for example 4876876000000376008. [INVALID_PARAMETER]",
			);
			expect(bench.sandbox.log.crm()).toEqual([]);
		});
	});

	it.each([
		['rows', notes({ options: { simplify: true } })],
		['activities', timeline('Leads', id, { options: { simplify: true } })],
		['histories', historyOf('Leads', id, { options: { simplify: true } })],
	])('is no reason alone: %s are simplified where it is chosen', async (_what, parameters) => {
		const { json } = await bench.run(parameters);
		expect(json.length).toBeGreaterThan(3);
		for (const row of json) {
			expect(Object.values(row)).not.toContain(null);
			expect(Object.keys(row).filter((key) => key.startsWith('$'))).toEqual([]);
			expect(typeof row.id).toBe('string');
		}
	});

	it('keeps the place of simple activities, and their parent', async () => {
		const options = { simplify: true, includeParent: true };
		const { json } = await bench.run(timeline('Leads', id, { options }));
		for (const row of json) {
			expect(row).toMatchObject({
				module: expect.stringMatching(/^(Calls|Events|Tasks)$/),
				timeline: { status: expect.any(String), type: expect.any(String) },
				parent: { module: 'Leads', id },
			});
		}
	});

	it('names the module of the record that a history entry is about', async () => {
		const { json } = await bench.run(historyOf('Leads', id, { options: { simplify: true } }));
		expect(json.find(({ record }) => typeof record === 'string')).toMatchObject({
			record: expect.any(String),
			record_id: expect.any(String),
			record_module: expect.any(String),
			done_by: expect.any(String),
			done_by_id: expect.any(String),
		});
	});

	it.each(['yes', 1, {}])('cannot be simplified by %j', async (simplify) => {
		const { errorOutput } = await bench.run(notes({ options: { simplify } }), {
			onError: 'continueErrorOutput',
		});
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: 'simplify' },
		});
		expect(bench.sandbox.log.crm()).toEqual([]);
	});
});

/** The engine hands the message over as an item. */
function errorsIn(said: string): unknown[] {
	return (JSON.parse(said) as { error: unknown }[]).map(({ error }) => error);
}
