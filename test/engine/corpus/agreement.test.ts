import { transformSync } from '@swc/core';
import { scriptItems } from '../../../nodes/ZohoCrmRelatedRecords/actions/runDelugeScript/items';
import type { JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { inputOf, itemsOf } from '../../support/corpus/case';
import { corpus } from '../../support/corpus/scripts';
import { complaintsOf, type Task } from '../../unit/deluge/compiled';
import { broughtTasks } from './brought';
import { caseOf, openCorpusBench, type CorpusBench } from './corpusBench';

/** IDs beyond 2^53 are bigints there, and text in items. */
const plain = (value: unknown): JsonValue =>
	JSON.parse(
		JSON.stringify(value, (_key, inner: unknown) =>
			typeof inner === 'bigint' ? String(inner) : inner,
		) ?? 'null',
	) as JsonValue;

/** What only Zoho knows: nothing is skipped in a translation, so that its caller gives it. */
const ASKED = { 'zoho.adminuserid': 'office@northwind.example' };

/** What comes of a script where tasks that write are skipped. */
const outcomeOf = (name: string) => caseOf(name).skipped ?? caseOf(name);
/** Gives out the line of an error, which TypeScript does not know: a note says so. */
const WITH_LINE = '020-loop-over-a-refusal';
const running = [...corpus.keys()].filter(
	(name) => outcomeOf(name).error === undefined && name !== WITH_LINE,
);

describe('a script and its translations', () => {
	let bench: CorpusBench;
	let translations: Map<string, { typescript: string; javascript: string; notes: string[] }>;

	beforeAll(async () => {
		bench = await openCorpusBench();
		translations = new Map();
		for (const name of corpus.keys()) {
			const { json } = await bench.convertCase(name, 'typescript');
			const [item] = json as unknown as {
				typescript: string;
				javascript: string;
				notes: string[];
			}[];
			if (item === undefined) throw new Error(`${name} has no translation`);
			translations.set(name, item);
		}
	});
	afterAll(async () => await bench.close());

	const translationOf = (name: string) => {
		const found = translations.get(name);
		if (found === undefined) throw new Error(`${name} is not translated`);
		return found;
	};

	/** Runs a translation as its caller does, and gives its items and what it logs. */
	const runTranslation = async (name: string, javascript: string) => {
		const log: JsonValue[] = [];
		const parameters = parametersIn(javascript);
		const brought = broughtTasks(bench.client);
		const info: Task = (value: unknown) => void log.push(plain(value));
		const skipped: Task = async () => await Promise.resolve({});
		const fields = inputOf(caseOf(name));
		const input = { ...ASKED, ...fields, ...(fields.input as object) };
		const script = new Function(`${javascript}\nreturn script;`)() as Task;
		const args = parameters.map((parameter): unknown => {
			if (parameter === 'input') return input;
			return parameter === 'info' ? info : (brought[parameter] ?? skipped);
		});
		const returned: unknown = await script(...(args as never[]));
		return { returned: scriptItems(plain(returned)), info: scriptItems(log) };
	};

	it('says where it cannot give the same', () => {
		expect(translationOf(WITH_LINE).notes).toEqual([
			'Line 11: An error has no line number in TypeScript.',
		]);
	});

	it('compiles under strict, every one', () => {
		const sources = [...corpus.keys()].map((name) => translationOf(name).typescript);
		expect(complaintsOf(sources)).toEqual([]);
	});

	it.each(running)('%s gives the same', async (name) => {
		const { info, returned } = outcomeOf(name);
		const { typescript, javascript } = translationOf(name);
		const actual = await runTranslation(name, withoutTypes(typescript));
		if (info !== undefined) expect(actual.info).toEqual(await itemsOf(info, bench.rows));
		const given = await bench.runCase(name, 'returnValue');
		if (!given.hints.some((hint) => hint.includes("without reaching a 'return'"))) {
			expect(actual.returned).toEqual(given.json);
			if (returned !== undefined)
				expect(actual.returned).toEqual(await itemsOf(returned, bench.rows));
		}
		// What follows is for the Code node, which has the rows of other nodes.
		const [text = ''] = javascript.split('\n// Mode: Run Once for All Items.');
		expect(await runTranslation(name, text)).toEqual(actual);
	});
});

/** Whether the types hold is for TypeScript's compiler to say; here they are taken off. */
function withoutTypes(text: string): string {
	const { code } = transformSync(text, {
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
	});
	return code.replace('export async function script(', 'async function script(');
}

/** The parameters of a translation without types. */
function parametersIn(javascript: string): string[] {
	const [, parameters = ''] = /async function script\((.*?)\) \{/s.exec(javascript) ?? [];
	return parameters.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
