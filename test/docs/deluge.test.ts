import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { openBench, type Bench } from '../engine/operations/fixture';
import { known } from '../support/sandbox';
import { fences, read } from './documents';

const [, example = ''] = read('docs/deluge.md').split('## An example');

/** The blocks of the example, in order. */
const [script = '', returnValue = '', nodes = '', typescript = ''] = fences(example, '\\w+');

describe('the Deluge example', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
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
