import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { openBench, type Bench } from '../engine/operations/fixture';
import { hasEmptyQuery, hasEmptyRecord, suggestionOf } from '../support/corpus/reads';
import { corpus } from '../support/corpus/scripts';
import { known, SCRIPT_SCOPE } from '../support/sandbox';
import { fences, read } from './documents';

const [, example = '', queries = ''] = read('docs/deluge.md').split(
	/^## (?:An example|Two functions and a query)$/m,
);

/** The blocks of the example, in order. */
const [script = '', returnValue = '', nodes = '', typescript = ''] = fences(example, '\\w+');
const [functions = '', queried = ''] = fences(queries, '\\w+');

describe('the Deluge example', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench({ scope: SCRIPT_SCOPE });
	});
	afterAll(async () => await bench.close());

	const run = async (parameters: INodeParameters): Promise<IDataObject[]> => {
		const { json } = await bench.run(
			{ script, ...parameters },
			{ input: [{ leadId: known.deluge.lead.id }] },
		);
		return json;
	};

	it('gives the item shown', async () => {
		const [first] = await run({ operation: 'runDelugeScript' });
		expect(JSON.parse(returnValue)).toEqual(first);
	});

	it('of two functions and a query gives the item shown', async () => {
		const { json } = await bench.run(
			{ operation: 'runDelugeScript', script: functions },
			{ input: [{ accountId: known.deluge.account.id }] },
		);
		expect(json).toEqual([JSON.parse(queried)]);
	});

	it('says how many reads are left open, as the command counts them', () => {
		const nodes = [...corpus.values()].flatMap((text) => suggestionOf(text).nodes);
		const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
		const [records, others] = [hasEmptyRecord, hasEmptyQuery].map(
			(isOpen) => words[nodes.filter(isOpen).length],
		);
		expect(queries).toContain(`Of ${nodes.length} reads in`);
		expect(queries).toContain(`the record of ${records} and the query of ${others}`);
	});

	it('becomes the node shown', async () => {
		const items = (await run({ operation: 'convertDelugeScript', convertTo: 'nodes' })) as {
			workflow?: { nodes: IDataObject[] };
		}[];
		expect(items.map(({ workflow }) => workflow?.nodes[0]?.parameters)).toEqual([
			JSON.parse(nodes),
		]);
	});

	it('becomes the function shown', async () => {
		const [item] = await run({ operation: 'convertDelugeScript', convertTo: 'typescript' });
		// Two blanks for a tab, as everywhere in the documents.
		const text = String(item?.typescript).replaceAll('\t', '  ');
		expect(text.slice(text.indexOf('export async function')).trimEnd()).toBe(typescript);
		expect(item?.notes).toEqual([]);
	});
});
