import { MAX_PAGE_SIZE } from '../../helpers/constants';
import { textOf } from '../../helpers/guards';
import { instantOf, RESOLUTION_MS, zohoTimeText } from '../../helpers/time';
import type { Row } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import type { Changes } from '../pagination';
import { fetchRelatedPage, type RelatedListQuery } from './relatedPage';

export type { Changes };

/** Watches one list for rows that are edited or created while it is read. */
export class RelatedChanges {
	private start: number | undefined;

	constructor(
		private readonly client: ZohoClient,
		private readonly query: RelatedListQuery,
	) {
		this.start = client.zohoTime;
	}

	/** Notes the time of the first answer, be it rows or a count, where none came before it. */
	begin(): void {
		this.start ??= this.client.zohoTime;
	}

	/** Watches from now on. */
	restart(): void {
		this.start = this.client.zohoTime;
	}

	/**
	 * Whether one of these rows was created since reading began, by Zoho's own clock.
	 * @returns undefined where one does not show its time
	 */
	hasCreated(rows: readonly Row[]): boolean | undefined {
		const { start } = this;
		const times = rows.map(({ Created_Time }) => Date.parse(textOf(Created_Time)));
		if (start === undefined || times.some((time) => Number.isNaN(time))) return undefined;
		return times.some((time) => time >= start);
	}

	/**
	 * Asks for the rows that changed since reading began, by Zoho's own clock (Zoho: Get Related
	 * Records, `If-Modified-Since`).
	 * @returns undefined where Zoho does not say, for whatever reason
	 */
	async ask(): Promise<Changes | undefined> {
		const { start } = this;
		if (start === undefined) return undefined;
		const page = await this.fetch(start).catch((error: unknown) => {
			if (error instanceof ZohoError) return undefined;
			throw error;
		});
		return page && this.changesIn(page, start);
	}

	private async fetch(start: number): Promise<{ rows: Row[]; moreRecords: boolean }> {
		const { sortBy, ...query } = this.query;
		const since = zohoTimeText(start - RESOLUTION_MS);
		const asked = { ...query, fields: ['Created_Time', 'Modified_Time'], modifiedSince: since };
		return await fetchRelatedPage(
			this.client,
			sortBy === undefined ? asked : { ...asked, sortBy },
			{ page: 1, perPage: MAX_PAGE_SIZE },
		);
	}

	/** What came with the page only as it is older, where Zoho does not heed the header, is no change. */
	private changesIn({ rows, moreRecords }: { rows: Row[]; moreRecords: boolean }, start: number) {
		const isSince = (value: Row[string] | undefined) => {
			const time = instantOf(textOf(value));
			return time === undefined || time >= start;
		};
		const changed = rows.filter(({ Modified_Time }) => isSince(Modified_Time));
		const hasCreated = changed.some(({ Created_Time }) => isSince(Created_Time));
		const isFull = moreRecords && changed.length === rows.length;
		return { ids: changed.map(({ id }) => id), hasCreated: hasCreated || isFull };
	}
}
