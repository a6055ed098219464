import type { FieldDef, ModuleDef, RelatedListDef } from '../types';

/** Rows that lead to their parents by a lookup that serves several lists, or records of any module. */
const SHARED_LOOKUPS: readonly string[] = ['Notes', 'Attachments', 'Tasks', 'Events', 'Calls'];

/** The lookup of a list's rows that makes the list; undefined where another thing does. */
export function lookupOf(
	parent: ModuleDef,
	{ type }: RelatedListDef,
	rows: ModuleDef | undefined,
): FieldDef | undefined {
	if (rows === undefined || SHARED_LOOKUPS.includes(rows.apiName)) return undefined;
	if (type !== 'default' && type !== 'custom_lookup') return undefined;
	const lookups = rows.fields.filter(({ lookupModule }) => lookupModule === parent.apiName);
	return lookups.length === 1 ? lookups[0] : undefined;
}

/** The list of a parent that a lookup of its rows makes. */
export function listOf(
	parent: ModuleDef | undefined,
	rows: ModuleDef,
	lookup: FieldDef,
): RelatedListDef | undefined {
	return parent?.relatedLists.find(
		(list) => list.rowModule === rows.apiName && lookupOf(parent, list, rows) === lookup,
	);
}

/** Whether a lookup leads to records of any module. */
export function isForAnyModule({ dataType, lookupModule }: FieldDef): boolean {
	return dataType === 'lookup' && lookupModule === undefined;
}
