import { CHRONOLOGICAL_LISTS } from '../../helpers/constants';
import { isObject } from '../../helpers/guards';
import type { JsonValue } from '../../helpers/types';
import type { ZohoClient } from '../client';
import type { RelatedListQuery } from './relatedPage';

/** Last part of the address, and key of the body that is sent and answered. */
export const COUNT_KEY = 'get_related_records_count';

/** The first version that counts; it counts for reads by older ones as well. */
const COUNTED_SINCE = 'v8';

/** A count is of use only while it is no slower than the pages. */
const TIMEOUT_MS = 10_000;

/** Asks Zoho how many rows related lists have; after one refusal not again in the run. */
export class RelatedCounts {
	private isRefused = false;

	/** Whether a count is worth a call of its own, as pages can be read at the same time. */
	isWorthwhile(client: ZohoClient, query: RelatedListQuery): boolean {
		return client.free >= 2 && this.isPossible(query);
	}

	/** Whether a count is asked for only if the first page says that there are more rows. */
	isLate({ version }: RelatedListQuery): boolean {
		return version !== COUNTED_SINCE;
	}

	/**
	 * Whether Zoho counts what is read: not by ID, by time of change or with converted rows among
	 * others, and not the chronological lists.
	 */
	isPossible(query: RelatedListQuery): boolean {
		if (this.isRefused) return false;
		const isFiltered = query.ids !== undefined || query.modifiedSince !== undefined;
		const isChronological = CHRONOLOGICAL_LISTS.includes(query.relatedList);
		return !isFiltered && !isChronological && query.converted !== 'both';
	}

	/**
	 * Number of rows in a related list (Zoho: Get Related Records Count, v8).
	 * @returns undefined where Zoho does not tell, for whatever reason
	 */
	async ask(client: ZohoClient, query: RelatedListQuery): Promise<number | undefined> {
		try {
			const count = await this.fetch(client, query);
			this.isRefused ||= count === undefined;
			return count;
		} catch {
			this.isRefused = true;
			return undefined;
		}
	}

	private async fetch(client: ZohoClient, query: RelatedListQuery): Promise<number | undefined> {
		const { module, recordId, relatedList, converted } = query;
		const params = { converted: converted === 'true' };
		const body = await client.post(
			{
				path: [COUNTED_SINCE, module, recordId, 'actions', COUNT_KEY],
				subject: { module, recordId, relatedList },
				scope: 'ZohoCRM.modules.READ',
				kind: `${module}/${COUNT_KEY}`,
				refresh: false,
				timeout: TIMEOUT_MS,
			},
			{ [COUNT_KEY]: [{ related_list: { api_name: relatedList }, params }] },
		);
		return countIn(body?.[COUNT_KEY]);
	}
}

function countIn(results: JsonValue | undefined): number | undefined {
	const [result] = Array.isArray(results) ? results : [];
	const count = isObject(result) ? result.count : undefined;
	return typeof count === 'number' && Number.isSafeInteger(count) ? count : undefined;
}
