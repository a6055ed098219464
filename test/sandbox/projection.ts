import type { ModuleDef, Row, Value } from './data/types';

/** Added by some relations although nobody asks for them. */
const RELATION_KEYS = ['$member_info', 'Contact_Role'];

const SYSTEM_VALUES: Record<string, Value> = {
	$editable: true,
	$approved: true,
	$approval: { delegate: false, approve: false, reject: false, resubmit: false },
	$currency_symbol: '$',
	$in_merge: false,
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
	const fields = new Set(module?.fields.map(({ apiName }) => apiName));
	if (!names) {
		for (const name of fields) shown[name] = row[name] ?? null;
		return { ...shown, ...SYSTEM_VALUES, ...row };
	}
	const system: Record<string, Value> = { ...SYSTEM_VALUES, ...row };
	for (const name of [...names, ...RELATION_KEYS]) {
		if (fields.has(name)) shown[name] = row[name] ?? null;
		else if (isExtra(name) && system[name] !== undefined) shown[name] = system[name];
	}
	shown.id = row.id;
	return shown;
}

const isExtra = (name: string): boolean => name.startsWith('$') || RELATION_KEYS.includes(name);
