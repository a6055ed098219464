import {
	CHRONOLOGICAL_LISTS,
	ACTIVITY_MODULES,
	ATTACHMENTS,
	EMAILS,
	MAX_FIELDS,
} from '../../../helpers/constants';
import { LABELS } from '../../../helpers/labels';
import type { FieldInfo, RelatedListInfo } from '../metadata';
import type { RelatedListRead } from '../fieldGroups';
import { lookupColumn, missingPart } from './lookupColumn';

/** Why rows cannot be read by query, as a sentence for users without its full stop. */
export type Obstacle = string;

/** Whether the rows of a list can be queried, and how. */
export type QueryPlan = { obstacle: Obstacle } | ({ remarks: string[] } & QueryColumns);

export interface QueryColumns {
	/** API name of the rows' module. */
	from: string;
	/** Their lookup of the parent. */
	column: string;
	/** All columns of the query, `id` and `column` among them. */
	columns: string[];
	/** Whether `column` was asked for. */
	isColumnWanted: boolean;
}

/** Zoho reads these one record at a time (community code; Zoho: COQL, supported modules). */
const UNQUERIED_LISTS: readonly string[] = [EMAILS, ATTACHMENTS, ...CHRONOLOGICAL_LISTS];

/** Data types that cannot be selected (Zoho: COQL limitations). */
const UNSELECTABLE: readonly string[] = [
	'multiselectlookup',
	'multiuserlookup',
	'subform',
	'imageupload',
	'profileimage',
	'fileupload',
];

const ACTIVITIES: readonly string[] = ACTIVITY_MODULES;

/** What of a read's own parameters a query cannot say; undefined where it can say all. */
export function obstacleIn(read: RelatedListRead): Obstacle | undefined {
	if (UNQUERIED_LISTS.includes(read.relatedList)) {
		return `Zoho has no query for the rows of '${read.relatedList}'`;
	}
	if (read.version === 'v6') return `a query takes '${LABELS.apiVersion}' v7 or v8`;
	if (read.ids !== undefined) return withoutOption('ids');
	if (read.modifiedSince !== undefined) return withoutOption('modifiedSince');
	if ((read.converted ?? 'false') !== 'false') return withoutOption('converted');
	if ((read.sortBy ?? 'id') !== 'id') return `a query sorts by ID, not by '${read.sortBy}'`;
	const special = read.fields.filter((field) => /[.$]/.test(field));
	return special.length > 0 ? `a query cannot give ${namedFields(special)}` : undefined;
}

/**
 * How to query the rows of a list.
 * @param chosen fields that were asked for by name; empty for all
 */
export function queryPlan(
	module: string,
	list: RelatedListInfo | undefined,
	fields: readonly FieldInfo[],
	chosen: readonly string[],
): QueryPlan {
	const from = list?.module;
	if (list === undefined || from === undefined) {
		return { obstacle: 'Zoho does not report the module of the rows' };
	}
	// Their lists hold the open ones or the closed ones, which no column tells apart.
	if (ACTIVITIES.includes(from)) {
		return { obstacle: 'a query cannot tell open activities from closed ones' };
	}
	// Whether queries give converted leads is not documented.
	if (from === 'Leads') return { obstacle: 'a query may include converted leads' };
	const column = lookupColumn(module, list, fields);
	if (column === undefined) {
		return { obstacle: `Zoho does not report which field of '${from}' leads to '${module}'` };
	}
	const unselectable = fields
		.filter(({ dataType = '' }) => UNSELECTABLE.includes(dataType))
		.map(({ apiName }) => apiName);
	const refused = chosen.filter((field) => unselectable.includes(field));
	if (refused.length > 0) return { obstacle: `a query cannot give ${namedFields(refused)}` };
	const all = fields.map(({ apiName }) => apiName).filter((name) => !unselectable.includes(name));
	const wanted = chosen.length > 0 ? chosen : all;
	const columns = [...new Set(['id', column, ...wanted])];
	if (columns.length > MAX_FIELDS) {
		return { obstacle: `a query gives ${MAX_FIELDS} fields at most, not ${columns.length}` };
	}
	return {
		from,
		column,
		columns,
		isColumnWanted: wanted.includes(column),
		remarks: [
			...leftOut(chosen.length > 0 ? [] : unselectable),
			...shortened(fields.filter(({ apiName }) => wanted.includes(apiName))),
		],
	};
}

function leftOut(fields: readonly string[]): string[] {
	if (fields.length === 0) return [];
	return [`A query cannot give these fields, so they are missing: ${fields.join(', ')}.`];
}

function shortened(fields: readonly FieldInfo[]): string[] {
	const named = fields.flatMap((field) => {
		const part = missingPart(field);
		return part === undefined ? [] : [`${field.apiName} (${part})`];
	});
	if (named.length === 0) return [];
	return [`A query gives less of these fields than the related list: ${named.join(', ')}.`];
}

function withoutOption(name: 'ids' | 'modifiedSince' | 'converted'): Obstacle {
	return `a query cannot be used with the option '${LABELS[name]}'`;
}

function namedFields(names: readonly string[]): string {
	return names.map((name) => `'${name}'`).join(', ');
}
