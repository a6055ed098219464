import { FUNCTIONS } from '../../../nodes/ZohoCrmRelatedRecords/deluge/library/functions';
import { METHOD_NAMES } from '../../../nodes/ZohoCrmRelatedRecords/deluge/library/methods';
import { nodesOf, type Node } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/astWalk';
import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { functions, literals, methods, operators, statements, type Entry } from './conformance';
import { parse, runPure } from './pure';

const asScript = (text: string) => (/\breturn\b|^break/.test(text) ? text : `return ${text};`);

/** The JSON of a script's value, or the code of its failure. */
async function resultOf(script: string): Promise<unknown> {
	try {
		const { returned } = await runPure(asScript(script));
		return returned;
	} catch (error) {
		if (error instanceof ZohoError) return error.code;
		throw error;
	}
}

const all: readonly Entry[] = [
	...literals,
	...operators,
	...statements,
	...functions,
	...Object.values(methods).flat(),
];

it.each(all)('%s', async (script, expected) => {
	expect(await resultOf(script)).toEqual(expected);
});

describe('the table is complete', () => {
	const nodes = (entries: readonly Entry[]): Node[] =>
		entries.flatMap(([script]) => [...nodesOf(parse(asScript(script)))]);
	const lower = (names: Iterable<string>) =>
		[...new Set([...names].map((n) => n.toLowerCase()))].sort();

	it('for operators', () => {
		const used = nodes(operators).flatMap((node) =>
			node.kind === 'binary' || node.kind === 'unary' ? [node.operator] : [],
		);
		expect([...new Set(used)].sort()).toEqual(
			['!', '!=', '%', '&&', '*', '+', '-', '/', '<', '<=', '==', '>', '>=', '||'].sort(),
		);
		const assigned = nodes(statements).flatMap((node) =>
			node.kind === 'assignment' ? [node.operator] : [],
		);
		expect([...new Set(assigned)].sort()).toEqual(['%=', '*=', '+=', '-=', '/=', '=']);
	});

	it('for literals and statements', () => {
		const literalKinds = nodes(literals).map(({ kind }) => kind);
		expect(literalKinds).toEqual(
			expect.arrayContaining(['text', 'number', 'boolean', 'null', 'map', 'list']),
		);
		const statementKinds = nodes(statements).map(({ kind }) => kind);
		expect(statementKinds).toEqual(
			expect.arrayContaining(['assignment', 'if', 'forEach', 'while', 'try', 'break', 'continue']),
		);
	});

	it('for functions', () => {
		const called = nodes(functions).flatMap((node) => (node.kind === 'call' ? [node.name] : []));
		expect(lower(called)).toEqual(
			expect.arrayContaining(lower([...FUNCTIONS.values()].map(({ name }) => name))),
		);
	});

	it.each([...METHOD_NAMES])('for methods of %s', (type, names) => {
		const called = nodes(methods[type] ?? []).flatMap((node) =>
			node.kind === 'method' ? [node.name] : [],
		);
		expect(lower(called)).toEqual(expect.arrayContaining(lower(names)));
	});
});
