import { ACTIVITY_MODULES, CLOSED_ACTIVITIES, OPEN_ACTIVITIES } from '../../helpers/constants';
import { isObject, textOf } from '../../helpers/guards';
import { instantOf, laterTime, RESOLUTION_MS, zohoTimeText } from '../../helpers/time';
import type { ActivityModule } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../../transport/client';
import { isRefusal } from '../../transport/crm/allFields';
import { RelatedChanges, type Changes } from '../../transport/crm/relatedChanges';
import { readRelatedList } from '../../transport/crm/relatedList';
import { activityListsRefused } from '../../transport/responses/errors';
import { Overlap } from './overlap';
import type { ActivityRows, ActivityStatus } from './timeline';

/** What is read of each list. */
export type ActivityQuery = Omit<Parameters<typeof readRelatedList>[1], 'relatedList'>;

/** Zoho's list of all activities of a status. */
export const CHRONOLOGICAL = { open: OPEN_ACTIVITIES, closed: CLOSED_ACTIVITIES } as const;

/** Time that may pass between what an answer shows and its `Date`, in ms: the longest answer. */
const MARGIN_MS = 60_000;

/** Reads the lists that hold the activities of one record, and knows which of them Zoho refuses. */
export class ActivityLists {
	private readonly refusals = new Map<ActivityStatus, ZohoError>();

	constructor(
		private readonly client: ZohoClient,
		private readonly query: ActivityQuery,
		private readonly types: readonly ActivityModule[],
	) {}

	/** Whether Zoho refused a chronological list, and the lists of each type were read instead. */
	get isReplaced(): boolean {
		return this.refusals.size > 0;
	}

	/** API names of the lists that hold the activities of a status. */
	names(status: ActivityStatus): string[] {
		if (!this.refusals.has(status)) return [CHRONOLOGICAL[status]];
		return this.modules().map((module) => singleList(module, status));
	}

	/**
	 * Reads the activities of one status, or of both.
	 * @returns in the order of reading: of an activity that comes twice, the later row holds
	 * @throws ZohoError
	 */
	async read(statuses: readonly ActivityStatus[]): Promise<ActivityRows[]> {
		const [status] = statuses;
		if (status === undefined) return [];
		return statuses.length > 1 ? await this.readBoth() : await this.readStatus(status, this.query);
	}

	/**
	 * The closed ones after the open ones: what is closed meanwhile is in both lists, or in the closed
	 * one. What is opened again meanwhile could be in neither, so the open ones that changed since are
	 * read once more.
	 */
	private async readBoth(): Promise<ActivityRows[]> {
		const startedAt = Date.now();
		const { zohoTime } = this.client;
		const since = () => zohoTime ?? zohoTimeAt(this.client, startedAt);
		const overlap = new Overlap({
			closed: async (watch) => await this.readChronological('closed', { ...this.query, watch }),
			watchClosed: () => this.watch('closed'),
			changedOpen: async () => await this.changedSince('open', since()),
		});
		// Rows that do not show when they were edited would all seem to have changed.
		const isOverlapped = this.query.fields.includes('Modified_Time');
		const query = isOverlapped ? { ...this.query, watch: overlap.watch } : this.query;
		const open = await this.readStatus('open', query).finally(() => overlap.stopWaiting());
		const following = await overlap.following(open);
		if (following !== undefined) return [...open, ...following];
		const closed = await this.readStatus('closed', this.query);
		const changed = await this.changedSince('open', since());
		return [...open, ...closed, ...(changed?.read ?? (await this.readStatus('open', this.query)))];
	}

	private watch(status: ActivityStatus): RelatedChanges | undefined {
		if (this.client.zohoTime === undefined) return undefined;
		return new RelatedChanges(this.client, { ...this.query, relatedList: CHRONOLOGICAL[status] });
	}

	/** @returns undefined where Zoho does not tell its time, or does not take it in a request */
	private async changedSince(
		status: ActivityStatus,
		since: number | undefined,
	): Promise<{ read: ActivityRows[]; changes: Changes } | undefined> {
		if (since === undefined) return undefined;
		const time = zohoTimeText(since - MARGIN_MS);
		const modifiedSince = laterTime(this.query.modifiedSince, time);
		const read = await this.readStatus(status, { ...this.query, modifiedSince }).catch(
			(error: unknown) => {
				if (isRefusal(error)) return undefined;
				throw error;
			},
		);
		return read && { read, changes: changesIn(read, since - RESOLUTION_MS) };
	}

	private async readStatus(status: ActivityStatus, query: ActivityQuery): Promise<ActivityRows[]> {
		if (this.refusals.has(status)) return await this.readSingle(status, query);
		const read = await this.readChronological(status, query).catch((error: unknown) => {
			if (isListRefusal(error)) return error;
			throw error;
		});
		if (!(read instanceof ZohoError)) return [read];
		this.refusals.set(status, read);
		return await this.readSingle(status, query);
	}

	private async readChronological(
		status: ActivityStatus,
		query: ActivityQuery,
	): Promise<ActivityRows> {
		const relatedList = CHRONOLOGICAL[status];
		return {
			relatedList,
			status,
			...(await readRelatedList(this.client, { ...query, relatedList })),
		};
	}

	/** The lists of each wanted type (Zoho: Related Lists Metadata, "Open Tasks", "Closed Tasks"). */
	private async readSingle(status: ActivityStatus, query: ActivityQuery): Promise<ActivityRows[]> {
		const read: ActivityRows[] = [];
		for (const module of this.modules()) {
			const relatedList = singleList(module, status);
			const { rows, confidence, hasMore } = await readRelatedList(this.client, {
				...query,
				watch: undefined,
				relatedList,
			}).catch((error: unknown) => {
				throw this.inOwnWords(error, status, module);
			});
			const named = rows.map((row) => ({ ...row, $module: module }));
			read.push({ relatedList, status, confidence, hasMore, rows: named });
		}
		return read;
	}

	private inOwnWords(error: unknown, status: ActivityStatus, module: ActivityModule): unknown {
		const refusal = this.refusals.get(status);
		if (!isListRefusal(error) || refusal === undefined) return error;
		return activityListsRefused(error, {
			module,
			relatedList: singleList(module, status),
			chronological: CHRONOLOGICAL[status],
			chronologicalCode: refusal.code,
		});
	}

	private modules(): ActivityModule[] {
		return ACTIVITY_MODULES.filter((module) => this.types.includes(module));
	}
}

function singleList(module: ActivityModule, status: ActivityStatus): string {
	return status === 'open' ? module : `${module}_History`;
}

/** Zoho's clock at a moment of ours, by the last answer; too early rather than too late. */
function zohoTimeAt(client: ZohoClient, ms: number): number | undefined {
	const { zohoTime } = client;
	return zohoTime === undefined ? undefined : zohoTime - (Date.now() - ms);
}

/** Rows that were edited at a time or later; Zoho may give others as well. */
function changesIn(read: readonly ActivityRows[], since: number): Changes {
	const rows = read.flatMap((list) => list.rows);
	const changed = rows.filter(({ Modified_Time }) => {
		return !((instantOf(textOf(Modified_Time)) ?? Infinity) < since);
	});
	return { ids: changed.map(({ id }) => id), hasCreated: false };
}

/**
 * Whether Zoho refuses the list, not its module or record. Some organizations get
 * REQUIRED_PARAM_MISSING for the chronological lists, whatever is sent (live reports).
 */
function isListRefusal(error: unknown): error is ZohoError {
	if (!(error instanceof ZohoError)) return false;
	const index = isObject(error.details) ? error.details.resource_path_index : undefined;
	if (error.code === 'INVALID_DATA') return index === 2;
	if (error.code === 'NOT_SUPPORTED') {
		return error.httpStatusCode !== 403 && (index === undefined || index === 2);
	}
	return error.code === 'REQUIRED_PARAM_MISSING';
}
