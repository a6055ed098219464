import type { Call } from '../call';
import type { Converted } from '../data/crmData';
import { filtered } from '../data/filtered';
import type { Entry } from '../data/listView';
import type { Ordering } from '../data/ordering';
import { timeOf } from '../data/ordering';
import type { Value } from '../data/types';
import { converted, modifiedSince, ordering, wantedIds } from '../listParams';
import { pageOf } from '../pagination';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';

export interface ListAnswer {
	readonly defaultOrdering: Ordering;
	/** All rows that could be in the list, sorted. */
	entries(ordering: Ordering, converted: Converted): readonly Entry[];
	show(entry: Entry): Record<string, Value>;
	/** Has the last word on `info`. */
	info?(info: Record<string, unknown>, ordering: Ordering): Record<string, unknown>;
}

/** Answers a request for a list: filter, sort, cut out the page, show. */
export function listReply(call: Call, answer: ListAnswer): Reply {
	const { unheeded } = call.unsettled;
	const asked = ordering(call, answer.defaultOrdering);
	const order = unheeded === 'sort_order' ? answer.defaultOrdering : asked;
	const wanted = wantedIds(call);
	const ids = unheeded === 'ids' ? undefined : wanted;
	const since = modifiedSince(call);
	let entries = answer.entries(order, converted(call));
	if (ids) entries = filtered(entries, `ids ${[...ids].join()}`, ({ id }) => ids.has(id));
	if (since !== undefined) {
		const isNewer = (entry: Entry): boolean => (timeOf(entry.row().Modified_Time) ?? 0) > since;
		entries = filtered(entries, `since ${since}`, isNewer);
	}
	const page = pageOf(call, entries, order);
	if (page.entries.length === 0) return emptyReply(since === undefined ? 204 : 304);
	const info = answer.info?.(page.info, order) ?? page.info;
	return jsonReply(200, { data: page.entries.map((entry) => answer.show(entry)), info });
}
