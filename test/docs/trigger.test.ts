import type { INodeProperties } from 'n8n-workflow';
import { ZohoCrmRelatedRecordsTrigger } from '../../nodes/ZohoCrmRelatedRecordsTrigger/ZohoCrmRelatedRecordsTrigger.node';
import { codes, read, table } from './documents';

const { description } = new ZohoCrmRelatedRecordsTrigger();

interface Documented {
	display: string;
	preset: string;
	/** Where they are fixed. */
	values?: string[];
}

function documented({ displayName, type, default: preset, options, modes }: INodeProperties) {
	const isEmpty = preset === '' || typeof preset === 'object';
	const values = (options ?? []).flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);
	const fixed = type === 'boolean' ? ['true', 'false'] : (modes?.map(({ name }) => name) ?? values);
	return {
		display: displayName,
		preset: isEmpty ? 'none' : `\`${String(preset)}\``,
		...(fixed.length > 0 ? { values: fixed.sort() } : {}),
	};
}

function parameters(): [string, Documented][] {
	return description.properties.flatMap((property): [string, Documented][] => {
		if (property.type !== 'collection') return [[property.name, documented(property)]];
		return (property.options ?? []).flatMap((option): [string, Documented][] =>
			'type' in option ? [[`${property.name}.${option.name}`, documented(option)]] : [],
		);
	});
}

it("the trigger's parameters are all in the table, with values and defaults, and no others", () => {
	const rows = table(read('docs/trigger.md'), 'Parameter');
	const written = rows.map(([display = '', name = '', values = '', preset = '']) => {
		const fixed = codes(values).sort();
		return [codes(name)[0], { display, preset, ...(fixed.length > 0 ? { values: fixed } : {}) }];
	});
	expect(Object.fromEntries(written)).toEqual(Object.fromEntries(parameters()));
});
