import fc from 'fast-check';
import type { GenericValue, IDataObject } from 'n8n-workflow';
import { nodesOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/astWalk';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { suggestionFor } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';
import { Resolver } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/resolveVariables';
import { scopeSteps } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/scope';
import { finish } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/steps';

const lines = (count: number, line: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

const READ = 'r = zoho.crm.getRelatedRecords("Notes","Leads",a);';

/** Scripts that took time beyond their length, or were too deep, before lookups were remembered. */
const LONG: readonly (readonly [name: string, script: (count: number) => string])[] = [
	[
		'text of text twice',
		(count) => `a0 = "x";${lines(count, (i) => `a${i} = a${i - 1} + a${i - 1};`)} a = a${count};`,
	],
	[
		'values of the input twice',
		(count) =>
			`a0 = "x" + id;${lines(count, (i) => `a${i} = a${i - 1} + a${i - 1};`)} a = a${count};`,
	],
	[
		'maps within maps',
		(count) =>
			`m0 = Map();${lines(count, (i) => `m${i} = {"a":m${i - 1},"b":m${i - 1}};`)} a = m${count}${'.a'.repeat(20)};`,
	],
	[
		'puts of maps',
		(count) =>
			`m0 = Map();${lines(count, (i) => `m${i} = Map(); m${i}.put("a",m${i - 1}); m${i}.put("b",m${i - 1});`)} a = m${count};`,
	],
	['names of names', (count) => `${lines(count, (i) => `a${i} = a${i - 1};`)} a = a${count};`],
	['members', (count) => `${lines(count, (i) => `a${i} = a${i - 1}.x;`)} a = a${count};`],
	[
		'puts on one map',
		(count) => `a = Map();${lines(count, (i) => `a.put("k${i}",a.get("k${i - 1}"));`)}`,
	],
];

describe('lookups', () => {
	it.each(LONG)('%s: each expression once, however long the script', (_, script) => {
		for (const count of [30, 1000]) {
			const tree = parse(`${script(count)} ${READ}`);
			const resolver = new Resolver(finish(scopeSteps(tree)));
			const nodes = [...nodesOf(tree)];
			const args = nodes.flatMap((node) => (node.kind === 'call' ? node.args : []));
			for (const arg of args) resolver.resolve(arg);
			expect(resolver.steps).toBeLessThanOrEqual(nodes.length);
			const { steps } = resolver;
			for (const arg of args) resolver.resolve(arg);
			expect(resolver.steps).toBe(steps);
		}
	});

	it.each(LONG)('%s: nodes are suggested all the same', (_, script) => {
		const tree = parse(`${script(1000)} ${READ}`);
		const { nodes, remarks } = suggestionFor(tree);
		expect(nodes).toMatchObject([{ relatedList: 'Notes', module: 'Leads' }]);
		expect(remarks).toEqual([]);
	});
});

describe('what n8n would evaluate', () => {
	/** All texts of a value, at any depth. */
	const textsIn = (value: unknown): string[] => {
		if (typeof value === 'string') return [value];
		return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
	};
	/** Expressions that the translation makes: texts without braces, and values of the item. */
	const TEXT = String.raw`"(?:[^"\\{}]|\\.)*"`;
	const ITEM = String.raw`\$(?:json|\("[\w ]+"\)\.(?:item|first\(\))\.json)(?:\.[\w$]+|\[\d+\]|\[${TEXT}\])*`;
	const TERM = `(?:${TEXT}|${ITEM})`;
	const OWN = new RegExp(String.raw`^=\{\{ ${TERM}(?: \+ ${TERM})* \}\}$`);
	const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
	const parametersOf = (script: string) =>
		suggestionFor(parse(script)).nodes.flatMap(({ workflow }) =>
			workflow.nodes.map(({ parameters }) => parameters),
		);

	it.each([
		[
			'a map',
			'zoho.crm.v8.getRelatedRecords("Notes","Leads",id,{"fields":"={{ $env.KEY }},Owner"})',
		],
		[
			'an address',
			'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/1/Notes?fields=%3D%7B%7B%20%24env.KEY%20%7D%7D,Owner" type: GET ]',
		],
	])('field names of %s are names, and what is none is noted', (_, read) => {
		const [node] = suggestionFor(parse(`r = ${read};`)).nodes;
		expect(node?.workflow.nodes[0]?.parameters.fields).toEqual(['Owner']);
		expect(node?.notes).toContainEqual(expect.stringContaining('left out: ={{ $env.KEY }}.'));
	});

	it('is never a text of the script, wherever it stands', () => {
		const text = fc
			.tuple(fc.constantFrom('=', '={{ ', '}}', '{{', ''), fc.string({ maxLength: 20 }))
			.map(([start, rest]) => `${start}${rest}`.replace(/[\n\r]/g, ' '));
		fc.assert(
			fc.property(fc.array(text, { minLength: 8, maxLength: 8 }), (texts) => {
				const [list, module, id, fields, sort, ids, key, other] = texts.map(quoted);
				const query = `{"fields":${fields},"sort_by":${sort},"ids":${ids},"converted":x.get(${key}),"page":${other}}`;
				const address = encodeURI(
					`/crm/v8/${texts[0]}/${texts[1]}/${texts[2]}?fields=${texts[3]}&sort_order=${texts[4]}&ids=${texts[5]}`,
				);
				const scripts = [
					`r = zoho.crm.v8.getRelatedRecords(${list},${module},${id},${query});`,
					`r = zoho.crm.v8.getRelatedRecords(${list},${module},${id} + x.get(${key}),${query});`,
					`r = invokeurl [ url: ${quoted(`https://www.zohoapis.com${address}`)} type: GET parameters: ${query} ];`,
					`r = zoho.crm.searchRecords(${module},${list},1,2,{${fields}:${id}});`,
					`r = zoho.crm.getRecords(${module},1,2,{${fields}:${id}});`,
					`a = zoho.crm.getRecordById(${module},${id}); r = zoho.crm.getRecordById(${module},a.get(${key}).get(${list}));`,
					`r = invokeurl [ url: "https://www.zohoapis.com/crm/v8/coql" type: POST parameters: {"select_query":${id}} ];`,
				];
				for (const parameters of scripts.flatMap(parametersOf)) {
					const own = textsIn(parameters).filter((found) => found.startsWith('='));
					for (const found of own) expect(found).toMatch(OWN);
				}
			}),
		);
	});

	it('an entry of an array that begins with an equals sign would be one', () => {
		const values: GenericValue[] = ['={{ 1 }}'];
		const parameters: IDataObject = { fields: values };
		expect(textsIn(parameters).filter((found) => !OWN.test(found))).toEqual(['={{ 1 }}']);
	});
});
