import type { INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import {
	byName,
	countOf,
	digestOf,
	filesOf,
	historyOf,
	openBench,
	related,
	timeline,
	type Bench,
} from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

const byExternalId = (value: unknown): INodeParameters =>
	({ __rl: true, mode: 'externalId', value }) as INodeParameters;

describe('a record by external ID', () => {
	let bench: Bench;
	const { id } = known.lead;
	const KEY = 'no. 47/11?a=b&c#d';

	beforeAll(async () => {
		bench = await openBench();
		bench.sandbox.data.updateRecord('Leads', id, { Customer_No: KEY });
	});
	beforeEach(() => bench.sandbox.log.clear());
	afterAll(async () => await bench.close());

	const recordId = byExternalId(`Customer_No=${KEY}`);
	const errorOf = async (parameters: INodeParameters) => {
		const { output, errorOutput } = await bench.run(parameters, ON_ERROR);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error;
	};

	it.each([
		['Get Related Records', related('Leads', id, 'Notes')],
		['Get Activity Timeline', timeline('Leads', id)],
		['Count Related Records', countOf('Leads', id, ['Notes'])],
		['Get Record History', historyOf('Leads', id)],
		['Download Attachments', filesOf('Leads', id, { options: { metadataOnly: true } })],
		['Get Record Digest', digestOf('Leads', id)],
	])('is looked up first: %s', async (_operation, parameters) => {
		const { json: expected } = await bench.run(parameters);
		bench.sandbox.log.clear();
		const { json } = await bench.run({ ...parameters, recordId });
		expect(json).toEqual(expected);
		const [first, ...others] = bench.sandbox.log.crm();
		expect(first).toMatchObject({
			path: `/crm/v8/Leads/${encodeURIComponent(KEY)}`,
			query: { fields: 'id' },
			headers: { 'x-external': 'Leads.Customer_No' },
		});
		for (const { path, headers } of others) {
			expect(path).toContain(id);
			expect(headers).not.toHaveProperty('x-external');
		}
	});

	it('is named where there is none', async () => {
		const parameters = related('Leads', id, 'Notes', { recordId: byExternalId('Customer_No=42') });
		expect(await errorOf(parameters)).toMatchObject({
			code: 'INVALID_DATA',
			message: "Record Customer_No=42 was not found in module 'Leads'",
			recordId: 'Customer_No=42',
		});
	});

	it('is refused in modules without external IDs, unsent', async () => {
		const parameters = related('Tasks', id, 'Notes', { recordId, module: byName('Tasks') });
		expect(await errorOf(parameters)).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: "Parameter 'Record' cannot be an external ID in module 'Tasks'",
			resolution: expect.stringContaining('Price_Books'),
		});
		expect(bench.sandbox.log.crm()).toEqual([]);
	});

	it.each([
		'',
		'42',
		'=42',
		'Customer_No=',
		'Customer No=4',
		'A=..',
		'A=.',
		'A=a\r\nb',
		'A.B=1',
		7,
		['A=1'],
	])('cannot be %j', async (value) => {
		const parameters = related('Leads', id, 'Notes', { recordId: byExternalId(value) });
		expect(await errorOf(parameters)).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: 'recordId' },
		});
		expect(bench.sandbox.log.crm()).toEqual([]);
	});

	it('is not looked up while another parameter is wrong', async () => {
		const parameters = related('Leads', id, 'Notes', { recordId, options: { pageSize: 0 } });
		expect(await errorOf(parameters)).toMatchObject({ details: { parameter: 'pageSize' } });
		expect(bench.sandbox.log.crm()).toEqual([]);
	});
});
