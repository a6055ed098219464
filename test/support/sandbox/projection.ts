import type { ModuleDef, Row, Value } from './data/types';

/** Added by some relations although nobody asks for them. */
const RELATION_KEYS = ['$member_info', 'Contact_Role'];

const SYSTEM_VALUES: Record<string, Value> = {
	$editable: true,
	$approved: true,
	$approval: { delegate: false, approve: false, reject: false, resubmit: false },
	$currency_symbol: '$',
	$in_merge: false,
	$layout_id: { display_label: 'Standard', name: 'Standard', id: '4876876000000091055' },
	$zia_owner_assignment: 'owner_recommendation_unavailable',
	$state: 'save',
};

/**
 * A row as an answer shows it: the requested fields that its module has, empty ones as null. The
 * names that it does not have are left out without a word. No names: the whole row.
 */
export function projectRow(
	module: ModuleDef | undefined,
	row: Row,
	names: readonly string[] | undefined,
): Record<string, Value> {
	const shown: Record<string, Value> = {};
	const fields = fieldsOf(module);
	if (!names) {
		for (const name of fields) shown[name] = row[name] ?? null;
		return { ...shown, ...SYSTEM_VALUES, ...row };
	}
	for (const name of names) {
		if (fields.has(name)) shown[name] = row[name] ?? null;
		else if (name.startsWith(`${module?.apiName}.`)) showOwn(shown, row, fields, name);
		else if (name.startsWith('$')) show(shown, name, name in row ? row[name] : SYSTEM_VALUES[name]);
	}
	for (const name of RELATION_KEYS) show(shown, name, row[name]);
	shown.id = row.id;
	return shown;
}

function show(shown: Record<string, Value>, name: string, value: Value | undefined): void {
	if (value !== undefined) shown[name] = value;
}

/** A field named with its linking module, `Deals_X_Products.Product_Link`, comes under its own name. */
function showOwn(
	shown: Record<string, Value>,
	row: Row,
	fields: ReadonlySet<string>,
	dotted: string,
): void {
	const name = dotted.slice(dotted.indexOf('.') + 1);
	if (fields.has(name)) shown[name] = row[name] ?? null;
}

const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<ModuleDef, ReadonlySet<string>>();

/** Asked for every row, so a module's set of names is made once. */
function fieldsOf(module: ModuleDef | undefined): ReadonlySet<string> {
	if (!module) return NONE;
	const fields = known.get(module) ?? new Set(module.fields.map(({ apiName }) => apiName));
	known.set(module, fields);
	return fields;
}
