import { ACTIVITY_MODULES, CLOSED_ACTIVITIES, OPEN_ACTIVITIES } from '../../helpers/constants';
import { isObject } from '../../helpers/guards';
import { laterTime, zohoTimeText } from '../../helpers/time';
import type { ActivityModule, Confidence, Row } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../../transport/client';
import { isRefusal } from '../../transport/crm/allFields';
import { readRelatedList } from '../../transport/crm/relatedList';
import { activityListsRefused } from '../../transport/responses/errors';
import type { ActivityStatus } from './timeline';

/** What is read of each list. */
export type ActivityQuery = Omit<Parameters<typeof readRelatedList>[1], 'relatedList'>;

/** Rows of one list, each with the module it belongs to under `$module`. */
export interface ActivityRows {
	relatedList: string;
	status: ActivityStatus;
	rows: readonly Row[];
	confidence: Confidence;
	/** Whether the limit left out rows. */
	hasMore?: boolean;
}

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
	 * Reads the activities, those of a later status after those of an earlier one. With both, what was
	 * opened again meanwhile is in neither: so the open ones that changed since are read once more.
	 * @returns in the order of reading: of an activity that comes twice, the later row holds
	 * @throws ZohoError
	 */
	async read(statuses: readonly ActivityStatus[]): Promise<ActivityRows[]> {
		const startedAt = Date.now();
		let since = this.client.zohoTime;
		const read: ActivityRows[] = [];
		for (const status of statuses) {
			read.push(...(await this.readStatus(status, this.query)));
			since ??= zohoTimeAt(this.client, startedAt);
		}
		if (statuses.length > 1) read.push(...(await this.readChanged('open', since)));
		return read;
	}

	/** Where Zoho does not tell its time, or does not take it in a request, all are read. */
	private async readChanged(
		status: ActivityStatus,
		since: number | undefined,
	): Promise<ActivityRows[]> {
		if (since === undefined) return await this.readStatus(status, this.query);
		const time = zohoTimeText(since - MARGIN_MS);
		const modifiedSince = laterTime(this.query.modifiedSince, time);
		return await this.readStatus(status, { ...this.query, modifiedSince }).catch(
			async (error: unknown) => {
				if (isRefusal(error)) return await this.readStatus(status, this.query);
				throw error;
			},
		);
	}

	private async readStatus(status: ActivityStatus, query: ActivityQuery): Promise<ActivityRows[]> {
		if (this.refusals.has(status)) return await this.readSingle(status, query);
		const relatedList = CHRONOLOGICAL[status];
		const read = await readRelatedList(this.client, { ...query, relatedList }).catch(
			(error: unknown) => {
				if (isListRefusal(error)) return error;
				throw error;
			},
		);
		if (!(read instanceof ZohoError)) return [{ relatedList, status, ...read }];
		this.refusals.set(status, read);
		return await this.readSingle(status, query);
	}

	/** The lists of each wanted type (Zoho: Related Lists Metadata, "Open Tasks", "Closed Tasks"). */
	private async readSingle(status: ActivityStatus, query: ActivityQuery): Promise<ActivityRows[]> {
		const read: ActivityRows[] = [];
		for (const module of this.modules()) {
			const relatedList = singleList(module, status);
			const { rows, confidence, hasMore } = await readRelatedList(this.client, {
				...query,
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
