import { FUNCTIONS } from '../../../nodes/ZohoCrmRelatedRecords/deluge/library/functions';
import { METHOD_NAMES } from '../../../nodes/ZohoCrmRelatedRecords/deluge/library/methods';
import { nodesOf, type Node } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/astWalk';
import { programsOf } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { complaintsOf } from './compiled';
import {
	functions,
	impossibleInTypeScript,
	literals,
	methods,
	operators,
	statements,
	type Entry,
} from './conformance';
import { collectionsAndMore, encryption, xml } from './collectionsAndMore';
import { datesAndTexts } from './datesAndTexts';
import { runTranslated, type Result, type Results } from './translated';
import { asScript, parse, resultOf } from './pure';

const all: readonly Entry[] = [
	...literals,
	...operators,
	...statements,
	...functions,
	...Object.values(methods).flat(),
	...Object.values(datesAndTexts).flat(),
	...encryption,
	...Object.values(xml).flat(),
	...Object.values(collectionsAndMore).flat(),
];

it('no script is in the tables twice', () => {
	const scripts = all.map(([script]) => script);
	expect(scripts.filter((script, index) => scripts.indexOf(script) !== index)).toEqual([]);
});

it.each(all)('%s', async (script, expected) => {
	expect(await resultOf(script)).toEqual(expected);
});

describe('translated', () => {
	const results = new Map<string, Results>();

	beforeAll(() => {
		const found = runTranslated(all.map(([script]) => asScript(script)));
		for (const [index, [script]] of all.entries()) {
			const result = found[index];
			if (result !== undefined) results.set(script, result);
		}
	});

	/** What an entry expects, in words of a translation: a failure has no code there. */
	const isAsExpected = (result: Result | undefined, expected: unknown) => {
		if (result === undefined) return false;
		const isFailure = typeof expected === 'string' && expected.startsWith('DELUGE_');
		if ('failure' in result) return isFailure;
		return !isFailure && JSON.stringify(result.value) === JSON.stringify(expected);
	};
	const possible = all.filter(([script]) => !impossibleInTypeScript.has(script));

	it('all entries compile under strict', () => {
		const texts = all.map(([script]) => programsOf(parse(asScript(script))).typescript.text);
		expect(complaintsOf(texts)).toEqual([]);
	});

	it.each(possible)('%s', (script, expected) => {
		const result = results.get(script);
		expect({ expected, result }).toMatchObject({
			result: {
				typescript: isAsExpected(result?.typescript, expected) ? {} : { value: expected },
				javascript: isAsExpected(result?.javascript, expected) ? {} : { value: expected },
			},
		});
	});

	it('at most ten entries are impossible, each for a reason that users are told', () => {
		expect(impossibleInTypeScript.size).toBeLessThanOrEqual(10);
		for (const [script, { reason, note }] of impossibleInTypeScript) {
			const entry = all.find(([other]) => other === script);
			const result = results.get(script);
			expect(isAsExpected(result?.typescript, entry?.[1])).toBe(false);
			expect(result?.notes).toContainEqual(expect.stringMatching(note));
			expect(reason).toMatch(/\.$/);
		}
	});

	it('a wrong value or a missing failure would be noticed', () => {
		expect(isAsExpected({ value: 2 }, 1)).toBe(false);
		expect(isAsExpected({ value: 1 }, 'DELUGE_RUNTIME')).toBe(false);
		expect(isAsExpected({ failure: 'no' }, 1)).toBe(false);
		expect(isAsExpected(undefined, 1)).toBe(false);
		expect(complaintsOf(['export async function script(): Promise<Value> {}'])).toHaveLength(1);
	});
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
		const called = nodes([...functions, ...encryption]).flatMap((node) =>
			node.kind === 'call' ? [node.name] : [],
		);
		expect(lower(called)).toEqual(
			expect.arrayContaining(lower([...FUNCTIONS.values()].map(({ name }) => name))),
		);
	});

	it.each([...METHOD_NAMES])('for methods of %s', (type, names) => {
		const tables = [methods, datesAndTexts, collectionsAndMore, xml];
		const called = nodes(tables.flatMap((table) => table[type] ?? [])).flatMap((node) =>
			node.kind === 'method' ? [node.name] : [],
		);
		expect(lower(called)).toEqual(expect.arrayContaining(lower(names)));
	});
});
