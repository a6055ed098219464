import type { INodeProperties } from 'n8n-workflow';
import { ZohoCrmRelatedRecords } from '../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';
import { codes, read, table } from './documents';

const OPERATIONS = new Map([
	['countRelatedRecords', 'Count Related Records'],
	['downloadAttachments', 'Download Attachments'],
	['getRecordDigest', 'Get Record Digest'],
	['getRecordHistory', 'Get Record History'],
	['getRelatedRecords', 'Get Related Records'],
	['getActivityTimeline', 'Get Activity Timeline'],
	['runDelugeScript', 'Run Deluge Script'],
	['convertDelugeScript', 'Convert Deluge Script'],
	['searchRecords', 'Search Records'],
]);
/** The operations that read lists; what they share is for both. */
const LIST_OPERATIONS = ['Get Related Records', 'Get Activity Timeline'];

/** Operations left out that are named in place of those that are left. */
const FEW = 3;

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
		if (property.type === 'notice' || property.type === 'hidden') return [];
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
		return `${row} | ${together(names.map(String))}`;
	});
}

/** Operations as the last column names them. */
function together(names: readonly string[]): string {
	if (names.length === OPERATIONS.size) return 'all';
	const others = [...OPERATIONS.values()].filter((name) => !names.includes(name)).sort();
	if (others.length <= FEW) return `all but ${others.join(', ')}`;
	const isBoth = names.length === 2 && LIST_OPERATIONS.every((name) => names.includes(name));
	return isBoth ? 'both' : [...names].sort().join(', ');
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
	const rows = table(read('docs/parameters.md'), 'Parameter');

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
