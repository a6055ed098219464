import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { ZohoCrmRelatedRecordsTrigger } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/ZohoCrmRelatedRecordsTrigger.node';

const FOLDER = join(__dirname, '../../../nodes/ZohoCrmRelatedRecordsTrigger');
const node = new ZohoCrmRelatedRecordsTrigger();
const { description } = node;

type Stored = readonly [type: string, preset: unknown, ...values: string[]];

/** What a workflow stores of a parameter, and so what a release may not change. */
function stored({ type, default: preset, modes, options }: INodeProperties): Stored {
	const values = modes?.map(({ name }) => name) ?? [];
	const chosen = (options ?? []).flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);
	return [type, preset, ...[...values, ...chosen].sort()];
}

function all(properties: readonly INodeProperties[]): [string, INodeProperties][] {
	return properties.flatMap((property): [string, INodeProperties][] => {
		if (property.type !== 'collection') return [[property.name, property]];
		const inner = (property.options ?? []).filter((option) => 'type' in option);
		return inner.map((option) => [`${property.name}.${option.name}`, option]);
	});
}

const parameters = new Map(all(description.properties));
const EMPTY = { mode: 'list', value: '' };

describe('names and values that workflows store', () => {
	it('are the type and version of the node, which polls and has no input', () => {
		expect(description).toMatchObject({
			name: 'zohoCrmRelatedRecordsTrigger',
			displayName: 'Zoho CRM Related Records Trigger',
			version: 1,
			polling: true,
			inputs: [],
			group: ['trigger'],
			credentials: [{ name: 'zohoCrmOAuth2Api', required: true }],
		});
	});

	it('are these parameters', () => {
		const names = [...parameters].map(([name, property]) => [name, stored(property)]);
		expect(Object.fromEntries(names)).toEqual({
			event: ['options', 'created', 'activityClosed', 'created', 'createdOrUpdated'],
			watch: ['options', 'record', 'module', 'record'],
			module: ['resourceLocator', EMPTY, 'list', 'name'],
			recordId: ['resourceLocator', EMPTY, 'id', 'list', 'url'],
			relatedList: ['resourceLocator', EMPTY, 'list', 'name'],
			childModule: ['resourceLocator', EMPTY, 'list', 'name'],
			parentField: ['options', ''],
			fields: ['multiOptions', []],
			'options.apiVersion': ['options', 'v8', 'v6', 'v7', 'v8'],
			'options.includeParent': ['boolean', true],
			'options.maxPerPoll': ['number', 1000],
			'options.simplify': ['boolean', false],
			'options.startFrom': ['dateTime', ''],
		});
	});
});

describe('in the editor', () => {
	it.each<[string, object | undefined]>([
		['module', { show: { watch: ['record'] } }],
		['recordId', { show: { watch: ['record'] } }],
		['relatedList', { show: { watch: ['record'] } }],
		['childModule', { show: { watch: ['module'] } }],
		['parentField', { show: { watch: ['module'] } }],
		['fields', undefined],
	])('%s is shown where it counts', (name, expected) => {
		expect(parameters.get(name)?.displayOptions).toEqual(expected);
	});

	it('every drop-down has its method, and is loaded anew with what it depends on', () => {
		const { listSearch, loadOptions } = node.methods;
		for (const { modes = [], typeOptions } of parameters.values()) {
			for (const { typeOptions: search } of modes.filter(({ type }) => type === 'list')) {
				expect(listSearch).toHaveProperty(search?.searchListMethod ?? '');
			}
			if (typeOptions?.loadOptionsMethod === undefined) continue;
			expect(loadOptions).toHaveProperty(typeOptions.loadOptionsMethod);
			const names = typeOptions.loadOptionsDependsOn?.map((path) => path.replace('.value', ''));
			expect(names).toEqual(expect.arrayContaining(['event', 'childModule']));
			expect([...parameters.keys()]).toEqual(expect.arrayContaining(names ?? []));
		}
	});

	it('the node has an icon for each theme, and its codex file', () => {
		const files = Object.values(description.icon ?? {}).map((name) => name.replace('file:', ''));
		const drawings = files.map((file) => readFileSync(join(FOLDER, file), 'utf8'));
		expect(new Set(drawings).size).toBe(2);
		expect(existsSync(join(FOLDER, 'ZohoCrmRelatedRecordsTrigger.node.json'))).toBe(true);
	});
});
