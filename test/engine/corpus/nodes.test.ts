import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	SuggestedNode,
	Suggestion,
} from '../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';
import { hasEmptyQuery, hasEmptyRecord, lineOf } from '../../support/corpus/reads';
import { corpus } from '../../support/corpus/scripts';
import { openCorpusBench, type CorpusBench } from './corpusBench';

const FILE = join(__dirname, '..', '..', 'support', 'corpus', 'nodes.txt');

/** What the nodes of each script are to read, by the script's name. */
function expectedLines(): ReadonlyMap<string, readonly string[]> {
	const expected = new Map<string, string[]>();
	let lines: string[] = [];
	for (const line of readFileSync(FILE, 'utf8').split('\n')) {
		if (line === '' || line.startsWith('#')) continue;
		if (line.startsWith('  ')) lines.push(line.trim());
		else expected.set(line, (lines = []));
	}
	return expected;
}

type Whole = Pick<Suggestion, 'workflow'> & { kind: 'all' };

describe('the nodes that stand in for the scripts of the corpus', () => {
	const expected = expectedLines();
	let bench: CorpusBench;
	const found = new Map<string, { nodes: SuggestedNode[]; whole?: Whole }>();

	beforeAll(async () => {
		bench = await openCorpusBench();
		for (const name of corpus.keys()) {
			const { json } = await bench.convertCase(name, 'nodes');
			const items = json as unknown as (SuggestedNode | Whole)[];
			const nodes = items.filter((item): item is SuggestedNode => item.kind !== 'all');
			const whole = items.find((item): item is Whole => item.kind === 'all');
			found.set(name, { nodes, ...(whole && { whole }) });
		}
	});
	afterAll(async () => await bench.close());

	it('ask Zoho for nothing before they run', () => {
		expect(bench.sandbox.log.crm()).toEqual([]);
	});

	it.each([...corpus.keys()])('read what %s reads', (name) => {
		expect((found.get(name)?.nodes ?? []).map(lineOf)).toEqual(expected.get(name) ?? []);
	});

	it('leave the record open for no more than 20 reads, and say so', () => {
		const nodes = [...found.values()].flatMap((suggestion) => suggestion.nodes);
		expect(nodes.length).toBeGreaterThanOrEqual(150);
		expect(nodes.filter(hasEmptyRecord).length).toBeLessThanOrEqual(20);
		expect(nodes.filter(hasEmptyQuery).length).toBeLessThanOrEqual(20);
	});

	it('are connected where there are several, and name only nodes that are there', () => {
		for (const [name, { nodes, whole }] of found) {
			expect([name, whole === undefined]).toEqual([name, nodes.length < 2]);
			if (whole === undefined) continue;
			const { workflow } = whole;
			const names = workflow.nodes.map((node) => node.name);
			const targets = Object.values(workflow.connections)
				.flatMap((outputs) => outputs.main ?? [])
				.flatMap((targetsOfOne) => targetsOfOne ?? []);
			expect(targets.map(({ node }) => node).sort()).toEqual(
				names.filter((node) => node !== 'Input').sort(),
			);
			const named = [...JSON.stringify(workflow.nodes).matchAll(/\$\(\\"(.*?)\\"\)/g)];
			expect(names).toEqual(expect.arrayContaining(named.map(([, node]) => node)));
		}
	});
});
