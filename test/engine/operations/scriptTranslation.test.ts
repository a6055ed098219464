import { openBench, type Bench } from './fixture';

describe('Run Deluge Script, without running', () => {
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
	const run = async (scriptOutput: string, text = script, more = {}) =>
		await bench.run({ operation: 'runDelugeScript', script: text, scriptOutput }, more);

	it('gives a node for each read, that n8n can paste, and tells what is left', async () => {
		const { json, hints } = await run('nodeParameters');
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
		const { json, hints } = await run('nodeParameters', 'info "hello";');
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

	it.each(['nodeParameters', 'typescript'])(
		'fails for an item as a run does: %s',
		async (output) => {
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
		},
	);
});
