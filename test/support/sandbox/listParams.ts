import type { Call } from './call';
import { isLegacy } from './call';
import type { Converted } from './data/crmData';
import type { Ordering } from './data/ordering';
import { errors } from './errors';

const MAX_PER_PAGE = 200;
const MAX_FIELDS = 50;
const MAX_FIELDS_LENGTH = 1000;
const MAX_IDS_LENGTH = 2000;
const SORT_FIELDS = ['id', 'Created_Time', 'Modified_Time'] as const;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** Names in `fields`; undefined means whole rows. Mandatory from v3 on. */
export function fieldNames(call: Call, mandatory = true): string[] | undefined {
	if (isLegacy(call)) return undefined;
	const text = call.request.query.fields ?? '';
	const names = text.split(',').map((name) => name.trim());
	const given = names.filter((name) => name !== '');
	if (given.length === 0) {
		if (mandatory) throw errors.missingParam('fields');
		return undefined;
	}
	if (given.length > MAX_FIELDS) throw errors.limitExceeded('fields', MAX_FIELDS);
	if (text.length > MAX_FIELDS_LENGTH) throw errors.limitExceeded('fields', MAX_FIELDS_LENGTH);
	return given;
}

/** `page`, or undefined if it is not in the request. */
export function pageNumber(call: Call): number | undefined {
	return positiveInteger(call, 'page');
}

export function perPage(call: Call): number {
	const given = positiveInteger(call, 'per_page') ?? MAX_PER_PAGE;
	if (given <= MAX_PER_PAGE) return given;
	if (call.perPageAbove200 === 'reject') throw errors.invalidParam('per_page');
	return MAX_PER_PAGE;
}

/** The order asked for; what is not asked for comes from the default. */
export function ordering(call: Call, byDefault: Ordering): Ordering {
	const { sort_by: sortBy, sort_order: sortOrder } = call.request.query;
	if (sortBy === undefined && sortOrder === undefined) return byDefault;
	const by = SORT_FIELDS.find((name) => name === sortBy);
	if (sortBy !== undefined && !by) throw errors.invalidParam('sort_by', SORT_FIELDS);
	if (sortOrder !== undefined && !/^(asc|desc)$/.test(sortOrder)) {
		throw errors.invalidParam('sort_order', ['asc', 'desc']);
	}
	const descending = sortOrder === undefined ? true : sortOrder === 'desc';
	return { by: by ?? byDefault.by, descending };
}

export function converted(call: Call): Converted {
	const given = call.request.query.converted ?? 'false';
	if (given === 'true' || given === 'false' || given === 'both') return given;
	throw errors.invalidParam('converted', ['true', 'false', 'both']);
}

/** Ids that the answer is restricted to; undefined if it is not. */
export function wantedIds(call: Call): ReadonlySet<string> | undefined {
	const text = call.request.query.ids;
	if (text === undefined) return undefined;
	const ids = text.split(',');
	const wellFormed = ids.every((id) => /^\d{1,20}$/.test(id));
	if (!wellFormed || text.length > MAX_IDS_LENGTH) throw errors.invalidParam('ids');
	return new Set(ids);
}

/** If-Modified-Since in ms: ISO 8601 with an offset, or an HTTP date. */
export function modifiedSince(call: Call): number | undefined {
	const text = call.request.headers['if-modified-since'];
	if (text === undefined) return undefined;
	const ms = ISO_TIME.test(text) || HTTP_DATE.test(text) ? Date.parse(text) : NaN;
	if (Number.isNaN(ms)) throw errors.invalidParam('If-Modified-Since');
	return ms;
}

function positiveInteger(call: Call, name: 'page' | 'per_page'): number | undefined {
	const text = call.request.query[name];
	if (text === undefined) return undefined;
	if (!/^[1-9]\d{0,8}$/.test(text)) throw errors.invalidParam(name);
	return Number(text);
}
