import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../credentials/ZohoCrmOAuth2Api.credentials';
import { errorOutput } from '../../nodes/ZohoCrmRelatedRecords/actions/output/items';
import { CLOSED_ACTIVITIES } from '../../nodes/ZohoCrmRelatedRecords/helpers/constants';
import { activitiesOf } from '../../nodes/ZohoCrmRelatedRecords/actions/getActivityTimeline/timeline';
import type { Row } from '../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { MESSAGES } from '../../nodes/ZohoCrmRelatedRecords/transport/responses/errorMessages';
import { refusalError } from '../../nodes/ZohoCrmRelatedRecords/transport/responses/errors';
import { ZohoCrmRelatedRecords } from '../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';
import packageJson from '../../package.json';

const ROOT = join(__dirname, '..', '..');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];
const OPERATIONS = new Map([
	['getRelatedRecords', 'Get Related Records'],
	['getActivityTimeline', 'Get Activity Timeline'],
	['runDelugeScript', 'Run Deluge Script'],
]);
/** The operations that read lists; what they share is for both. */
const LIST_OPERATIONS = ['Get Related Records', 'Get Activity Timeline'];

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readme = read('README.md');

/** Rows of the table whose first column has this heading, cells trimmed. */
function table(markdown: string, heading: string): string[][] {
	const lines = markdown.split('\n');
	const start = lines.findIndex((line) => cells(line)[0] === heading);
	if (start === -1) throw new Error(`There is no table with a first column '${heading}'`);
	const rows = lines.slice(start + 2);
	const end = rows.findIndex((line) => !line.startsWith('|'));
	return rows.slice(0, end === -1 ? undefined : end).map(cells);
}

function cells(line: string): string[] {
	if (!line.startsWith('|')) return [];
	return line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
}

function firstColumn(markdown: string, heading: string): string[] {
	return table(markdown, heading).flatMap(([cell = '']) => codes(cell));
}

/** Texts in backticks. */
function codes(text: string): string[] {
	return captures(text, /`([^`]+)`/g);
}

function captures(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].flatMap(([, captured]) => captured ?? []);
}

function fences(markdown: string, language: string): string[] {
	return captures(markdown, new RegExp(`^\`\`\`${language}\n(.*?)\n\`\`\`$`, 'gms'));
}

describe('commands', () => {
	const scripts = Object.keys(packageJson.scripts);

	it.each(['npm ci && npm run demo', 'npm ci && npm test'])(
		'%s stands alone in one block, before anything else is explained',
		(command) => {
			const [intro = ''] = readme.split(/^## /m);
			expect(fences(intro, 'sh').filter((block) => block === command)).toHaveLength(1);
		},
	);

	it.each(DOCUMENTS)('%s names scripts that exist', (document) => {
		const named = captures(read(document), /npm run ([\w:-]+)/g);
		expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
	});

	it('CONTRIBUTING lists every script', () => {
		const listed = firstColumn(read('CONTRIBUTING.md'), 'Command');
		const commands = scripts.map((script) =>
			script === 'test' ? 'npm test' : `npm run ${script}`,
		);
		expect(listed.sort()).toEqual(commands.sort());
	});

	it('names the versions that are installed', () => {
		expect(readme).toContain(`n8n ${packageJson.devDependencies['n8n-core']} `);
		expect(readme).toContain(`Node ${packageJson.engines.node.replace('>=', '')} or newer`);
	});
});

/** A parameter of the node, or an option with its collection's name before its own. */
interface Parameter {
	name: string;
	property: INodeProperties;
	operations: readonly string[];
}

function parametersOf(
	properties: INodeProperties[],
	prefix = '',
	parents: readonly string[] = [...OPERATIONS.keys()],
): Parameter[] {
	return properties.flatMap((property) => {
		const name = `${prefix}${property.name}`;
		const operations = property.displayOptions?.show?.operation?.map(String) ?? parents;
		if (property.type !== 'collection') return [{ name, property, operations }];
		const options = (property.options ?? []).filter((option) => 'type' in option);
		return parametersOf(options, `${name}.`, operations);
	});
}

/** The rows that the parameters should have; what the operations share, once. */
function rowsFor(parameters: Parameter[]): string[] {
	const operationsByRow = new Map<string, Set<string>>();
	for (const { name, property, operations } of parameters) {
		const row = `${property.displayName} | \`${name}\` | ${presetText(property.default)}`;
		operationsByRow.set(row, new Set([...(operationsByRow.get(row) ?? []), ...operations]));
	}
	return [...operationsByRow].map(([row, operations]) => {
		const names = [...operations].map((operation) => OPERATIONS.get(operation));
		const isBoth = names.length === 2 && LIST_OPERATIONS.every((name) => names.includes(name));
		return `${row} | ${names.length === OPERATIONS.size ? 'all' : isBoth ? 'both' : names.join()}`;
	});
}

function presetText(preset: INodeProperties['default']): string {
	const isLocator = typeof preset === 'object' && preset !== null && 'value' in preset;
	const isEmpty = typeof preset === 'object' && preset !== null && Object.keys(preset).length === 0;
	const values = [isLocator ? preset.value : isEmpty ? '' : preset]
		.flat()
		.filter((value) => value !== '');
	return values.length === 0 ? 'none' : values.map((value) => `\`${String(value)}\``).join(', ');
}

/** The values a parameter can have; undefined where they are not fixed. */
function fixedValues({ type, options = [], modes }: INodeProperties): string[] | undefined {
	if (type === 'boolean') return ['true', 'false'];
	if (modes !== undefined) return modes.map((mode) => mode.name);
	const values = options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
	return values.length > 0 ? values : undefined;
}

describe('parameters', () => {
	const parameters = parametersOf(new ZohoCrmRelatedRecords().description.properties);
	const rows = table(readme, 'Parameter');

	it('are walked for all operations, options included', () => {
		const names = parameters.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['operation', 'order', 'options.ids']));
	});

	it('are all in the table, with display name, default and operation, and no others are', () => {
		const actual = rows.map(([display, name, , preset, operation]) =>
			[display, name, preset, operation].join(' | '),
		);
		expect(actual.sort()).toEqual(rowsFor(parameters).sort());
	});

	it('have their fixed values in the table', () => {
		const values = new Map(rows.map(([, name = '', cell = '']) => [name, codes(cell).sort()]));
		for (const { name, property } of parameters) {
			const fixed = fixedValues(property);
			const actual = { name, values: values.get(`\`${name}\``) };
			if (fixed !== undefined) expect(actual).toEqual({ name, values: fixed.sort() });
		}
	});
});

describe('credential', () => {
	const { properties, documentationUrl } = new ZohoCrmOAuth2Api();
	const property = (name: string) => properties.find((candidate) => candidate.name === name);

	it('has all its default scopes in the table, and no others', () => {
		const scopes = String(property('scope')?.default).split(',');
		expect(firstColumn(readme, 'Scope').sort()).toEqual(scopes.sort());
	});

	it('has all its data centers in the table, with the accounts server it signs in at', () => {
		const documented = table(readme, 'Data Center');
		const values = (property('dataCenter')?.options ?? []).flatMap((option) =>
			'value' in option ? [String(option.value)] : [],
		);
		expect(documented.flatMap(([, value = '']) => codes(value)).sort()).toEqual(values.sort());
		const authUrl = String(property('authUrl')?.default);
		for (const [, value = '', , server = ''] of documented) {
			if (value !== '`custom`') expect(authUrl).toContain(`${codes(value).join()}: "${server}"`);
		}
	});

	it('links to a section that exists', () => {
		expect(anchors(readme)).toContain(documentationUrl.split('#')[1]);
	});
});

describe('errors', () => {
	const folder = 'nodes/ZohoCrmRelatedRecords';
	const sources = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => read(join(folder, path)));
	const union = captures(read(`${folder}/helpers/zohoError.ts`), /type OwnCode =([^;]+);/g).join();
	const assigned = sources.flatMap((source) => captures(source, /\bcode(?::| = )(.*)$/gm)).join();
	const own = new Set(captures(union + assigned, /'([A-Z][A-Z_]+)'/g));

	it('of our own are all in the table, and no others', () => {
		expect(own.size).toBeGreaterThan(10);
		expect(firstColumn(readme, 'Own code').sort()).toEqual([...own].sort());
	});

	it('of Zoho that the node explains are all in the table, and no others', () => {
		const explained = [...MESSAGES.keys()].filter((code) => code !== '*' && !own.has(code));
		expect(firstColumn(readme, "Zoho's code").sort()).toEqual(explained.sort());
	});
});

describe('samples', () => {
	const samples: unknown[] = fences(readme, 'json').map((block) => JSON.parse(block));
	const sampleWith = (key: string) =>
		samples.find((sample) => typeof sample === 'object' && sample !== null && key in sample);

	it('show an error item as the node gives it out', () => {
		const subject = { module: 'Leads', recordId: '4876876000009999999', relatedList: 'Notes' };
		const details = { resource_path_index: 1 };
		const refusal = { status: 400, code: 'INVALID_DATA', details };
		expect(sampleWith('error')).toEqual(errorOutput(refusalError(refusal, { subject, scope: '' })));
	});

	it('show an activity as the node gives it out', () => {
		const { timeline, ...row } = sampleWith('timeline') as Row;
		const [activity] = activitiesOf(CLOSED_ACTIVITIES, [row]);
		expect(timeline).toEqual(activity?.entry);
	});
});

describe('links', () => {
	it.each(DOCUMENTS)('within %s, and from it to other files, lead somewhere', (document) => {
		const links = captures(read(document), /\]\(([^)\s]+)\)/g);
		const broken = links.filter((link) => !/^https?:/.test(link)).filter((link) => !resolves(link));
		expect(broken).toEqual([]);

		function resolves(link: string): boolean {
			const [path = '', anchor] = link.split('#');
			const target = path === '' ? document : path;
			if (!existsSync(join(ROOT, target))) return false;
			return anchor === undefined || anchors(read(target)).includes(anchor);
		}
	});
});

/** Anchors of the headings, as GitHub makes them. */
function anchors(markdown: string): string[] {
	return captures(markdown, /^#+ (.+)$/gm).map((heading) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}
