import type { INodeParameters } from 'n8n-workflow';
import type { PasteableWorkflow } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/workflow';
import { openBench, type Bench, type ItemOptions } from './fixture';

describe('Convert Deluge Script', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	afterAll(async () => await bench.close());

	const script = `
		for each deal in zoho.crm.getRelatedRecords("Deals","Accounts",accountId) {
			notes = zoho.crm.v8.getRelatedRecords("Notes","Deals",deal.get("id"),{"fields":"Note_Title"});
		}
		zoho.crm.updateRecord("Accounts",accountId,{"Phone":"1"});`;
	const run = async (convertTo: string, text = script, more: ItemOptions = {}) =>
		await convert({ script: text, convertTo }, more);
	const convert = async (parameters: INodeParameters, more: ItemOptions = {}) =>
		await bench.run({ operation: 'convertDelugeScript', ...parameters }, more);

	it('gives a node for each read, that n8n can paste, and tells what is left', async () => {
		const { json, hints } = await run('nodes');
		expect(json).toEqual([
			expect.objectContaining({ relatedList: 'Deals', module: 'Accounts', line: 2 }),
			expect.objectContaining({ relatedList: 'Notes', module: 'Deals', line: 3 }),
			expect.objectContaining({ kind: 'all' }),
		]);
		expect(json[1]?.workflow).toEqual({
			nodes: [
				expect.objectContaining({
					name: 'Notes of Deals',
					type: 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords',
					typeVersion: 1,
					parameters: {
						operation: 'getRelatedRecords',
						module: { __rl: true, mode: 'name', value: 'Deals' },
						recordId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
						relatedList: { __rl: true, mode: 'name', value: 'Notes' },
						fields: ['Note_Title'],
						returnAll: false,
						limit: 200,
						options: { sortOrder: 'asc' },
					},
				}),
			],
			connections: {},
		});
		expect(hints.join(' ')).toContain('Line 5: zoho.crm.updateRecord');
		expect(bench.sandbox.log.all).toEqual([]);
	});

	it('says so when a script reads nothing', async () => {
		const { json, hints } = await run('nodes', 'info "hello";');
		expect(json).toEqual([]);
		expect(hints.join(' ')).toContain('reads nothing from Zoho CRM');
	});

	it('gives TypeScript and JavaScript of the same function', async () => {
		const { json } = await run('typescript');
		expect(json).toEqual([
			{
				typescript: expect.stringContaining('export async function script('),
				javascript: expect.stringContaining('async function script(related, updateRecord, input)'),
				notes: expect.arrayContaining([
					expect.stringContaining('line 3 needs the result of another read'),
				]),
			},
		]);
		expect(bench.sandbox.log.all).toEqual([]);
	});

	it.each(['nodes', 'typescript'])('fails for an item as a run does: %s', async (output) => {
		const { json, errorOutput } = await run(output, '={{ $json.script }}', {
			input: [{ script: 'info "a";' }, { script: 'x = ;' }],
			onError: 'continueErrorOutput',
		});
		expect(json).toHaveLength(output === 'typescript' ? 1 : 0);
		expect(errorOutput.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'DELUGE_SYNTAX',
			details: { line: 1, column: 5 },
		});
	});

	const reading = 'return zoho.crm.getRelatedRecords("Notes","Leads",leadId);';
	const variables = {
		variable: [
			{ name: 'leadId', value: '={{ $json.lead }}' },
			{ name: 'since', value: '={{ [1] }}' },
		],
	};

	it.each(['nodes', 'typescript'])(
		'carries the values under Variables over to what is pasted: %s',
		async (convertTo) => {
			const parameters = { script: reading, convertTo, variables };
			const { json } = await convert(parameters, { input: [{ lead: '4876876000001008863' }] });
			const { nodes, connections } = json[0]?.workflow as PasteableWorkflow;
			const [input, reader] = nodes;
			expect(input).toMatchObject({
				name: 'Input',
				type: 'n8n-nodes-base.set',
				parameters: { mode: 'raw', includeOtherFields: true },
			});
			expect(JSON.parse(String(input?.parameters.jsonOutput))).toEqual({
				leadId: '4876876000001008863',
				since: [1],
			});
			expect(reader?.parameters.recordId).toMatchObject({ value: '={{ $json.leadId }}' });
			expect(connections.Input?.main?.[0]).toEqual([
				{ node: 'Notes of Leads', type: 'main', index: 0 },
			]);
		},
	);

	it('gives the TypeScript as a file, and the JavaScript as a workflow', async () => {
		const { json, output } = await run('typescript', reading);
		const { nodes } = json[0]?.workflow as PasteableWorkflow;
		const code = nodes.find(({ type }) => type === 'n8n-nodes-base.code');
		expect(code?.parameters.jsCode).toBe(json[0]?.javascript);
		expect(json[0]?.notes).toEqual([]);
		const file = output[0]?.binary?.data;
		expect(file).toMatchObject({ fileName: 'script.ts', mimeType: 'text/typescript' });
		expect(Buffer.from(file?.data ?? '', 'base64').toString()).toBe(json[0]?.typescript);
	});

	it('gives no workflow that could not run, and says why', async () => {
		const { json, hints } = await run('typescript');
		expect(json[0]).not.toHaveProperty('workflow');
		expect(hints.join(' ')).toContain("Does not run in n8n's Code node as it is.");
	});

	it.each([
		[{ convertTo: 'python' }, 'convertTo'],
		[{ script: ' ' }, 'script'],
		[{ variables: { variable: [{ value: '1' }] } }, 'variables'],
		[{ options: { entryFunction: 5 } }, 'entryFunction'],
		[{ options: { maxSeconds: 0 } }, 'maxSeconds'],
	])('names the parameter that does not hold: %j', async (more, parameter) => {
		const parameters = { script: reading, ...more } as INodeParameters;
		const { errorOutput } = await convert(parameters, { onError: 'continueErrorOutput' });
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter },
		});
	});
});
