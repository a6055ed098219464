import type { Call } from './call';
import { isLegacy } from './call';
import type { Entry } from './data/listView';
import type { Ordering } from './data/ordering';
import { firstAfter } from './data/ordering';
import { isoAt } from './data/time';
import { userAt } from './data/users';
import { errors } from './errors';
import { pageNumber, perPage } from './listParams';
import type { Binding, IssuedPageToken, PageStart } from './pageTokens';

/** Rows that `page` can reach. */
const WINDOW = 2000;
/** Rows that one chain of page tokens can reach. */
const TOKEN_ROWS = 100_000;

export interface Page {
	readonly entries: readonly Entry[];
	readonly info: Record<string, unknown>;
}

/** The page of a sorted list that a request asks for (Zoho: Get Records v7, "Pagination"). */
export function pageOf(call: Call, entries: readonly Entry[], ordering: Ordering): Page {
	const size = perPage(call);
	const start = pageStart(call, entries, size);
	const from = placeOf(call, start, entries, ordering);
	const room = Math.min(size, TOKEN_ROWS - start.walked);
	const rows = entries.slice(from, from + room);
	const more = from + rows.length < entries.length;
	const info = { per_page: size, count: rows.length, page: start.page, more_records: more };
	if (isLegacy(call)) return { entries: rows, info };

	const last = rows.at(-1);
	const next =
		more && last
			? call.pageTokens.issue(
					{
						after: { id: last.id, key: last.key },
						page: start.page + 1,
						walked: start.walked + rows.length,
						previous: start,
					},
					binding(call),
				)
			: null;
	const previous = start.previous ? call.pageTokens.issue(start.previous, binding(call)) : null;
	return { entries: rows, info: { ...info, ...tokenInfo(next, previous) } };
}

/** Later changes of the list shift what is counted, but not what follows a row. */
function placeOf(
	{ unsettled }: Call,
	{ after, walked }: PageStart,
	entries: readonly Entry[],
	{ descending }: Ordering,
): number {
	if (unsettled.pageTokens === 'position') return walked;
	return after ? firstAfter(entries, after, descending) : 0;
}

function tokenInfo(
	next: IssuedPageToken | null,
	previous: IssuedPageToken | null,
): Record<string, string | null> {
	const expiry = next ?? previous;
	return {
		next_page_token: next?.token ?? null,
		previous_page_token: previous?.token ?? null,
		page_token_expiry: expiry ? isoAt(expiry.expiresAt, userAt(0).offset) : null,
	};
}

function pageStart(call: Call, entries: readonly Entry[], size: number): PageStart {
	const token = isLegacy(call) ? undefined : call.request.query.page_token;
	const page = pageNumber(call);
	if (token !== undefined) {
		if (page !== undefined) throw errors.pageAndToken();
		const start = call.pageTokens.redeem(token, binding(call));
		if (start.walked >= TOKEN_ROWS) throw errors.tokenLimit(TOKEN_ROWS);
		return start;
	}
	const number = page ?? 1;
	if (number * size > WINDOW) throw errors.pageWindow(WINDOW);
	const skipped = (number - 1) * size;
	const before = entries[Math.min(skipped, entries.length) - 1];
	return { after: before ?? null, page: number, walked: skipped, previous: null };
}

/** A token continues the same request: same user, path and parameters. */
function binding(call: Call): Binding {
	const params = Object.entries(call.request.query)
		.filter(([name]) => name !== 'page' && name !== 'page_token')
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return { userId: call.userId, path: call.request.path, params: JSON.stringify(params) };
}
