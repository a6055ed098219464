import { scriptItems } from '../../../nodes/ZohoCrmRelatedRecords/actions/runDelugeScript/items';
import type { JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type { NodeRun } from '../../support/engine';
import { openBench, type Bench } from '../operations/fixture';
import { clientOf, type Client } from '../../support/sandbox/testClient';
import { cases } from './cases';
import { complaintsOf, runCompiled, type Task } from '../../unit/deluge/compiled';
import { corpus } from './scripts';

/** IDs beyond 2^53 are bigints there, and text in items. */
const plain = (value: unknown): JsonValue =>
	JSON.parse(
		JSON.stringify(value, (_key, inner: unknown) =>
			typeof inner === 'bigint' ? String(inner) : inner,
		),
	) as JsonValue;

type Query = Record<string, string | number>;

interface Request {
	url: string;
	type?: string;
	parameters?: Query;
	detailed?: boolean;
}

/** Cases that end in an error even when tasks that write are skipped. */
const isFailing = (name: string) => (cases[name]?.skipped ?? cases[name])?.error !== undefined;
/** Gives out the line of an error, which TypeScript does not know: a note says so. */
const WITH_LINE = '20-loop-over-a-refusal';
const running = [...corpus.keys()].filter((name) => !isFailing(name) && name !== WITH_LINE);

describe('a script and its TypeScript', () => {
	let bench: Bench;
	let client: Client;

	beforeAll(async () => {
		bench = await openBench();
		client = clientOf(bench.sandbox);
	});
	afterAll(async () => await bench.close());

	const run = async (name: string, scriptOutput: string): Promise<NodeRun> => {
		const ended = await bench.run(
			{
				operation: 'runDelugeScript',
				script: corpus.get(name),
				scriptOutput,
				options: { writeTasks: 'skip' },
			},
			{ input: [cases[name]?.input() ?? {}], timezone: 'UTC' },
		);
		expect(ended.error).toBeUndefined();
		return ended;
	};

	const sourceOf = async (name: string) => {
		const { json } = await run(name, 'typescript');
		return String(json[0]?.typescript);
	};

	const read = async (path: string, query: Query) => {
		const texts = Object.entries(query).map(([key, value]) => [key, String(value)]);
		const { status, body } = await client.get(path, Object.fromEntries(texts));
		return status === 204 ? '' : (body as JsonValue);
	};
	const dataIn = (body: JsonValue) =>
		body === '' ? [] : ((body as { data?: JsonValue }).data ?? body);

	/** What the scripts of the corpus call, answered by the sandbox as the node's tasks are. */
	const brought: Record<string, (...args: never[]) => Promise<JsonValue>> = {
		related: async (list: string, module: string, id: string, query: Query = {}) => {
			const version = 'fields' in query ? 'v8' : 'v2.1';
			return dataIn(await read(`${version}/${module}/${id}/${list}`, query));
		},
		getRecordById: async (module: string, id: string) => {
			const rows = dataIn(await read(`v2.1/${module}/${id}`, {}));
			return Array.isArray(rows) ? (rows[0] ?? {}) : rows;
		},
		searchRecords: async (module: string, criteria: string) =>
			dataIn(await read(`v2.1/${module}/search`, { criteria })),
		invokeUrl: async ({ url, type, parameters, detailed }: Request) => {
			if (type !== undefined && type !== 'GET') return {};
			const { pathname, searchParams } = new URL(url);
			const query = { ...Object.fromEntries(searchParams), ...parameters };
			const body = await read(pathname.replace(/^\/crm\//, ''), query);
			return detailed ? { responseCode: 200, responseText: JSON.stringify(body) } : body;
		},
	};
	const skipped = async () => await Promise.resolve({});

	it('says where it cannot give the same', async () => {
		const { json } = await run(WITH_LINE, 'typescript');
		expect(json[0]?.notes).toEqual(['Line 11: An error has no line number in TypeScript.']);
	});

	it('compiles under strict, every one', async () => {
		const sources = [];
		for (const name of corpus.keys()) sources.push(await sourceOf(name));
		expect(complaintsOf(sources)).toEqual([]);
	});

	it.each(running)('%s gives the same', async (name) => {
		const log: JsonValue[] = [];
		const source = await sourceOf(name);
		const parameters = [
			...(/function script\((.*?)\): /s.exec(source)?.[1] ?? '').matchAll(
				/(?:^|[\n\t(]|, )(\w+): /g,
			),
		]
			.flatMap(([, parameter]) => parameter ?? [])
			.filter(
				(parameter) => !['list', 'module', 'id', 'query', 'request', 'value'].includes(parameter),
			);
		const tasks = Object.fromEntries(
			parameters.map((parameter): [string, Task] => [parameter, brought[parameter] ?? skipped]),
		);
		const fields = cases[name]?.input() ?? {};
		const input = { ...fields, ...(fields.input as object) };
		const returned = await runCompiled(
			source,
			parameters,
			{ ...tasks, info: ((value: unknown) => void log.push(plain(value))) as Task },
			input,
		);
		expect(scriptItems(log)).toEqual((await run(name, 'info')).json);
		const given = await run(name, 'returnValue');
		if (!given.hints.some((hint) => hint.includes("without reaching a 'return'"))) {
			expect(scriptItems(plain(returned))).toEqual(given.json);
		}
	});
});
