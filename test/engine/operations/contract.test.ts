import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';

const NODE_FOLDER = join(__dirname, '../../../nodes/ZohoCrmRelatedRecords');
const CREDENTIAL_FOLDER = join(__dirname, '../../../credentials');
const OPERATIONS = [
	'getRelatedRecords',
	'getActivityTimeline',
	'countRelatedRecords',
	'getRecordHistory',
] as const;
type Operation = (typeof OPERATIONS)[number];

const { description } = new ZohoCrmRelatedRecords();

function shownFor(operation: Operation): INodeProperties[] {
	return description.properties.filter(({ displayOptions }) => {
		const operations = displayOptions?.show?.operation;
		return operations === undefined || operations.includes(operation);
	});
}

/** The parameters of an operation by name, options as `options.<name>`. */
function parametersOf(operation: Operation): Map<string, INodeProperties> {
	const shown = shownFor(operation).flatMap((property): [string, INodeProperties][] => {
		const options = property.type === 'collection' ? (property.options ?? []) : [];
		const inner = options.map((option): [string, INodeProperties] => [
			`${property.name}.${option.name}`,
			option as INodeProperties,
		]);
		return [[property.name, property], ...inner];
	});
	return new Map(shown);
}

interface Stored {
	type: INodeProperties['type'];
	/** The modes of a locator, or the values to choose from; undefined where any value goes. */
	values?: string[];
	preset: INodeProperties['default'];
}

/** What a workflow stores of a parameter, and so what a release may not change. */
function stored({ type, modes, options, default: preset }: INodeProperties): Stored {
	const chosen = (options ?? []).flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);
	const values = modes?.map(({ name }) => name) ?? (chosen.length > 0 ? chosen.sort() : undefined);
	return { type, ...(values === undefined ? {} : { values }), preset };
}

const locator = (...values: string[]): Stored => ({
	type: 'resourceLocator',
	values,
	preset: { mode: 'list', value: '' },
});
const choice = (preset: string, ...values: string[]): Stored => ({
	type: 'options',
	values: values.sort(),
	preset,
});
const time: Stored = { type: 'dateTime', preset: '' };

const BOTH: Record<string, Stored> = {
	'options.maxConcurrentRequests': { type: 'number', preset: 50 },
	module: locator('list', 'name'),
	recordId: locator('list', 'id', 'externalId', 'url'),
	fields: { type: 'multiOptions', preset: [] },
	returnAll: { type: 'boolean', preset: false },
	limit: { type: 'number', preset: 50 },
	'options.apiVersion': choice('v8', 'v8', 'v7', 'v6'),
	'options.modifiedSince': time,
	'options.pageSize': { type: 'number', preset: 200 },
	'options.outputMode': choice('itemPerRecord', 'itemPerRecord', 'itemPerInput'),
	'options.includeParent': { type: 'boolean', preset: false },
};
const CONTRACT: Record<Operation, Record<string, Stored>> = {
	getRelatedRecords: {
		...BOTH,
		relatedList: locator('list', 'name'),
		'options.sortBy': choice('id', 'id', 'Created_Time', 'Modified_Time'),
		'options.sortOrder': choice('desc', 'asc', 'desc'),
		'options.ids': { type: 'string', preset: '' },
		'options.emailType': choice(
			'all',
			'all',
			'sent_from_crm',
			'scheduled_in_crm',
			'drafts',
			'user_emails',
			'all_contacts_sent_crm_emails',
			'all_contacts_scheduled_crm_emails',
			'all_contacts_draft_crm_emails',
		),
		'options.includeContent': { type: 'boolean', preset: false },
		'options.converted': choice('false', 'false', 'true', 'both'),
	},
	getActivityTimeline: {
		...BOTH,
		activityStatus: choice('all', 'all', 'open', 'closed'),
		activityTypes: {
			type: 'multiOptions',
			values: ['Calls', 'Events', 'Tasks'],
			preset: ['Calls', 'Events', 'Tasks'],
		},
		order: choice('asc', 'asc', 'desc'),
		'options.startTime': time,
		'options.endTime': time,
	},
	getRecordHistory: {
		module: locator('list', 'name'),
		recordId: locator('list', 'id', 'externalId', 'url'),
		returnAll: { type: 'boolean', preset: false },
		limit: { type: 'number', preset: 50 },
		'options.apiVersion': choice('v8', 'v8', 'v7', 'v6'),
		'options.maxConcurrentRequests': { type: 'number', preset: 50 },
		'options.outputMode': choice('itemPerRecord', 'itemPerRecord', 'itemPerInput'),
		'options.includeParent': { type: 'boolean', preset: false },
		'options.startTime': time,
		'options.endTime': time,
		'options.recordModules': {
			type: 'multiOptions',
			values: ['Attachments', 'Calls', 'Emails', 'Events', 'Notes', 'Tasks'],
			preset: [],
		},
		'options.sources': { type: 'string', preset: '' },
		'options.userIds': { type: 'string', preset: '' },
	},
	countRelatedRecords: {
		module: locator('list', 'name'),
		recordId: locator('list', 'id', 'externalId', 'url'),
		relatedLists: { type: 'multiOptions', preset: [] },
		'options.apiVersion': choice('v8', 'v8', 'v7', 'v6'),
		'options.maxConcurrentRequests': { type: 'number', preset: 50 },
	},
};

describe('names and values that workflows store', () => {
	it('are the type and version of the node, with one resource, which is hidden', () => {
		expect(description).toMatchObject({ name: 'zohoCrmRelatedRecords', version: 1 });
		expect(description.properties[0]).toMatchObject({
			name: 'resource',
			type: 'hidden',
			default: 'record',
		});
	});

	it('has both operations, of which one is chosen at first', () => {
		const operation = parametersOf('getRelatedRecords').get('operation');
		expect(operation?.default).toBe('getRelatedRecords');
		const { values } = operation === undefined ? {} : stored(operation);
		expect(values).toEqual(expect.arrayContaining([...OPERATIONS]));
	});

	for (const operation of OPERATIONS) {
		const parameters = parametersOf(operation);
		it.each(Object.entries(CONTRACT[operation]))(`of ${operation}: %s`, (name, expected) => {
			const property = parameters.get(name);
			const actual = property === undefined ? undefined : stored(property);
			expect(actual).toEqual(expected);
		});

		it(`of ${operation} are not those of the other operation`, () => {
			const foreign = OPERATIONS.flatMap((other) => Object.keys(CONTRACT[other])).filter(
				(name) => !(name in CONTRACT[operation]),
			);
			expect(foreign.filter((name) => parameters.has(name))).toEqual([]);
		});
	}

	it('limit is from 1, pageSize from 1 to 200', () => {
		const parameters = parametersOf('getRelatedRecords');
		expect(parameters.get('limit')?.typeOptions).toMatchObject({ minValue: 1 });
		expect(parameters.get('options.pageSize')?.typeOptions).toMatchObject({
			minValue: 1,
			maxValue: 200,
		});
	});
});

describe('in the editor', () => {
	const all = OPERATIONS.flatMap((operation) => [...parametersOf(operation).values()]);
	const locators = all.filter(({ type }) => type === 'resourceLocator');

	it('a bad locator fails its item, not the run: n8n is not asked to validate it', () => {
		expect(locators.length).toBeGreaterThan(4);
		for (const { required, modes = [] } of locators) {
			expect(required).toBeUndefined();
			expect(modes.filter(({ validation }) => validation !== undefined)).toEqual([]);
		}
	});

	it('lists can be searched', () => {
		const lists = locators.flatMap(({ modes = [] }) => modes.filter(({ type }) => type === 'list'));
		const { listSearch } = new ZohoCrmRelatedRecords().methods;
		for (const { typeOptions } of lists) {
			expect(typeOptions?.searchable).toBe(true);
			expect(listSearch).toHaveProperty(typeOptions?.searchListMethod ?? '');
		}
	});

	it('fields and lists to count are loaded anew when what they depend on changes', () => {
		const depending = all.filter(({ typeOptions }) => typeOptions?.loadOptionsDependsOn);
		const parts = depending.map(({ name, typeOptions }) => [
			name,
			typeOptions?.loadOptionsDependsOn,
		]);
		expect(Object.fromEntries(parts)).toEqual({
			fields: expect.arrayContaining(['module.value', 'relatedList.value']),
			relatedLists: ['module.value'],
		});
	});

	it('the node is a tool, and each operation has a text of its own', () => {
		expect(description.usableAsTool).toBe(true);
		const { options = [] } = description.properties.find(({ name }) => name === 'operation') ?? {};
		const actions = options.map((option) => ('action' in option ? option.action : undefined));
		expect(actions).toEqual(
			expect.arrayContaining([
				'Get related records of a record',
				'Get the activity timeline of a record',
				'Search records by name or email or phone',
			]),
		);
		expect(new Set(actions).size).toBe(options.length);
		expect(description.subtitle).toMatch(/^=.*operation/);
	});

	it.each([
		['node', description.icon, NODE_FOLDER],
		['credential', new ZohoCrmOAuth2Api().icon, CREDENTIAL_FOLDER],
	])('the %s has an icon for each theme', (_, icon, folder) => {
		const files = Object.values(icon ?? {}).map((name) => name.replace('file:', ''));
		expect(new Set(files).size).toBe(2);
		const drawings = files.map((file) => readFileSync(join(folder, file), 'utf8'));
		expect(drawings.every((drawing) => drawing.includes('<svg'))).toBe(true);
		expect(drawings[0]).not.toBe(drawings[1]);
	});

	it('the output is known before the first run, for each operation', () => {
		// n8n looks below the folder of the node's resource (n8n-core: resolveOutputSchemaPath).
		const resource = description.properties.find(({ name }) => name === 'resource')?.default;
		const folder = join(NODE_FOLDER, '__schema__', 'v1.0.0', String(resource));
		const operation = description.properties.find(({ name }) => name === 'operation');
		const { values = [] } = operation === undefined ? {} : stored(operation);
		expect(readdirSync(folder).sort()).toEqual(values.map((value) => `${value}.json`));
		for (const file of readdirSync(folder)) {
			const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as IDataObject;
			expect(schema).toMatchObject({ type: 'object', properties: expect.any(Object) });
		}
	});

	it('the codex file lies beside the node', () => {
		expect(existsSync(join(NODE_FOLDER, 'ZohoCrmRelatedRecords.node.json'))).toBe(true);
	});
});
