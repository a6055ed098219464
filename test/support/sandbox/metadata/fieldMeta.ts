import { metaId } from '../data/ids';
import { isForAnyModule, listOf } from '../data/schema/lookups';
import type { FieldDef, ModuleDef } from '../data/types';
import { listId } from './relatedListMeta';

const JSON_TYPES: Record<string, string> = {
	boolean: 'boolean',
	integer: 'integer',
	double: 'double',
	currency: 'double',
	percent: 'double',
	lookup: 'jsonobject',
	ownerlookup: 'jsonobject',
	multiselectpicklist: 'jsonarray',
};

const READ_ONLY = ['id', 'Created_By', 'Modified_By', 'Created_Time', 'Modified_Time', 'Full_Name'];

interface FieldMeta extends Record<string, unknown> {
	readonly id: string;
}

/**
 * A field as /settings/fields shows it; structures that do not apply are {}.
 * @param target the module that a lookup leads to
 */
export function fieldMeta(module: ModuleDef, field: FieldDef, target?: ModuleDef): FieldMeta {
	const writable = !READ_ONLY.includes(field.apiName);
	return {
		api_name: field.apiName,
		field_label: field.label,
		display_label: field.label,
		data_type: field.dataType,
		json_type: JSON_TYPES[field.dataType] ?? 'string',
		id: metaId('field', `${module.apiName}.${field.apiName}`),
		length: field.dataType === 'textarea' ? 32_000 : 120,
		decimal_place: field.dataType === 'currency' ? 2 : null,
		visible: true,
		read_only: false,
		field_read_only: !writable,
		custom_field: field.custom,
		system_mandatory: field.mandatory,
		type: 'used',
		created_source: 'default',
		virtual_field: false,
		ui_type: 1,
		display_type: -1,
		searchable: true,
		sortable: field.dataType !== 'textarea',
		filterable: true,
		mass_update: writable,
		webhook: true,
		separator: false,
		operation_type: {
			web_update: writable,
			api_create: writable,
			web_create: writable,
			api_update: writable,
		},
		view_type: { view: true, edit: writable, quick_create: field.mandatory, create: writable },
		profiles: [
			{
				permission_type: writable ? 'read_write' : 'read_only',
				name: 'Administrator',
				id: metaId('profile', 'Administrator'),
			},
		],
		pick_list_values: pickListValues(module, field),
		pick_list_values_sorted_lexically: false,
		enable_colour_code: false,
		global_picklist: null,
		lookup: lookup(module, field, target),
		...notApplicable,
		layout_associations: [
			{ api_name: 'Standard__s', name: 'Standard', id: metaId('layout', module.apiName) },
		],
	};
}

const notApplicable = {
	multiselectlookup: {},
	multi_module_lookup: {},
	formula: {},
	currency: {},
	auto_number: {},
	unique: {},
	rollup_summary: {},
	associated_module: null,
	association_details: null,
	external: null,
	crypt: null,
	hipaa_compliance: null,
	hipaa_compliance_enabled: false,
	history_tracking: null,
	tooltip: null,
	created_time: null,
	modified_time: null,
	customizable_properties: [],
};

/** A lookup names the list that it makes, with the list's own ID; some make none (Zoho: Fields Metadata v7). */
function lookup(
	module: ModuleDef,
	field: FieldDef,
	target: ModuleDef | undefined,
): Record<string, unknown> {
	const common = { display_label: field.label, query_details: {} };
	if (isForAnyModule(field)) {
		return { ...common, api_name: null, id: null, module: { api_name: 'se_module' } };
	}
	const { lookupModule } = field;
	if (lookupModule === undefined) return {};
	const list = listOf(target, module, field);
	return {
		...common,
		api_name: list?.apiName ?? null,
		id: target && list ? listId(target, list.apiName) : null,
		module: { api_name: lookupModule, id: metaId('module', lookupModule) },
	};
}

function pickListValues(module: ModuleDef, field: FieldDef): Record<string, unknown>[] {
	return (field.pickList ?? []).map((value, index) => ({
		display_value: value,
		actual_value: value,
		reference_value: value,
		sequence_number: index + 1,
		colour_code: null,
		type: 'used',
		id: metaId('field', `${module.apiName}.${field.apiName}.${value}`),
	}));
}
