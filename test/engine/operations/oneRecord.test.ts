import type { INodeParameters } from 'n8n-workflow';
import { EXTERNAL_ID_MODULES } from '../../../nodes/ZohoCrmRelatedRecords/helpers/constants';
import { known } from '../../support/sandbox';
import {
	byName,
	countOf,
	digestOf,
	filesOf,
	historyOf,
	related,
	timeline,
	useBench,
} from './fixture';

const ON_ERROR = { onError: 'continueErrorOutput' } as const;
const [ID, OTHER] = ['4876876000000376008', '4876876000000376009'];
const address = (id: string) => `https://crm.zoho.com/crm/org123/tab/Leads/${id}`;

const OPERATIONS: [string, INodeParameters][] = [
	['Get Related Records', related('Leads', ID, 'Notes')],
	['Get Related Records: emails', related('Leads', ID, 'Emails')],
	[
		'Get Related Records by query',
		related('Leads', ID, 'Notes', { options: { readThrough: 'query' } }),
	],
	['Get Activity Timeline', timeline('Leads', ID)],
	['Count Related Records', countOf('Leads', ID, ['Notes'])],
	['Get Record History', historyOf('Leads', ID)],
	['Download Attachments', filesOf('Leads', ID)],
	['Get Record Digest', digestOf('Leads', ID)],
];

const LISTS: [mode: string, value: unknown][] = [
	['id', [ID, OTHER]],
	['id', [ID]],
	['id', []],
	['id', `${ID},${OTHER}`],
	['id', `${ID}\n${OTHER}`],
	['id', `["${ID}","${OTHER}"]`],
	['list', [ID, OTHER]],
	['url', [address(ID), address(OTHER)]],
	['url', `${address(ID)}, ${address(OTHER)}`],
	['url', `${address(ID)}\n${address(OTHER)}`],
	['externalId', ['Customer_No=1', 'Customer_No=2']],
	['externalId', 'Customer_No=1,Customer_No=2'],
];

describe.each(OPERATIONS)('%s', (_operation, parameters) => {
	const bench = useBench();

	it.each(LISTS)('takes one record, not several by %s: %j', async (mode, value) => {
		const recordId = { __rl: true, mode, value: '={{ $json.value }}' };
		const { output, errorOutput } = await bench().run(
			{ ...parameters, recordId },
			{ ...ON_ERROR, input: [{ value: value as string }] },
		);
		expect(output).toEqual([]);
		expect(errorOutput.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[
				expect.objectContaining({
					code: 'INVALID_PARAMETER',
					message: expect.stringMatching(/^Parameter 'Record' is a list: /),
					resolution: "Use n8n's Split Out node first: each input item has one ID.",
					details: { parameter: 'recordId' },
				}),
				{ item: 0 },
			],
		]);
		expect(bench().sandbox.log.all).toEqual([]);
	});

	it.each([
		['a number beyond 2^53', Number(ID)],
		['a path', '../Contacts/1'],
		['an object', { id: ID }],
		['nothing', ''],
		['words', 'Jane Doe'],
	])('takes no record by %s', async (_what, value) => {
		const recordId = { __rl: true, mode: 'id', value: '={{ $json.value }}' };
		const { output, errorOutput } = await bench().run(
			{ ...parameters, recordId },
			{ ...ON_ERROR, input: [{ value }] },
		);
		expect(output).toEqual([]);
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: 'recordId' },
		});
		expect(bench().sandbox.log.all).toEqual([]);
	});
});

describe('an external ID', () => {
	const bench = useBench();
	const recordId = { __rl: true, mode: 'externalId', value: 'Customer_No=Smith, Ann' };

	it.each(EXTERNAL_ID_MODULES)('is asked for in module %s', async (module) => {
		await bench().run({ ...related(module, '1', 'Notes'), recordId }, ON_ERROR);
		const [first] = bench().sandbox.log.crm();
		expect(first).toMatchObject({
			path: `/crm/v8/${module}/Smith%2C%20Ann`,
			headers: { 'x-external': `${module}.Customer_No` },
		});
	});

	it('has nine modules', () => {
		expect([...EXTERNAL_ID_MODULES].sort()).toEqual([
			...['Accounts', 'Appointments__s', 'Campaigns', 'Contacts', 'Deals', 'Leads'],
			...['Price_Books', 'Products', 'Services__s'],
		]);
	});

	it.each(['Tasks', 'Cases', 'Quotes', known.customModule.apiName])(
		'is refused in module %s, unsent',
		async (module) => {
			const parameters = { ...related('Leads', '1', 'Notes'), module: byName(module), recordId };
			const { errorOutput } = await bench().run(parameters, ON_ERROR);
			expect(errorOutput[0]?.json.error).toMatchObject({
				code: 'INVALID_PARAMETER',
				message: `Parameter 'Record' cannot be an external ID in module '${module}'`,
			});
			expect(bench().sandbox.log.all).toEqual([]);
		},
	);
});
