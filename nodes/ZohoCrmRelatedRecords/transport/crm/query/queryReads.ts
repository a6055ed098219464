import { NOTES } from '../../../helpers/constants';
import type { Row } from '../../../helpers/types';
import { ZohoError } from '../../../helpers/zohoError';
import type { ZohoSession } from '../../client';
import { isRefusal } from '../allFields';
import type { RelatedListRead } from '../fieldGroups';
import type { Metadata } from '../metadata';
import { batchesOf, groupItems, groupKey, type Batch, type QueriedItem } from './batches';
import { obstacleIn, queryPlan, type Obstacle, type QueryPlan } from './obstacles';
import { QueryLimits } from './queryLimits';
import { readParents, type RowsByParent } from './readParents';

/** Input items that are planned together. */
const WINDOW = 1000;

/** What the input items of a run read. */
export interface QuerySource {
	/** Number of input items. */
	count: number;
	/** What an item reads; undefined where it reads in another way, or fails. */
	readOf(item: number): RelatedListRead | undefined;
}

/** The rows of one item, or why they have to be read from its related list. */
export type QueryOutcome =
	{ rows: Row[]; hasMore: boolean; remarks: string[] } | { obstacle: Obstacle };

type BatchOutcome = { rows: RowsByParent; remarks: string[] } | { obstacle: Obstacle };

interface Planned {
	/** What was planned, to notice expressions that give something else each time. */
	read: string;
	outcome: Promise<BatchOutcome>;
}

/** Reads lists of many input items together, by query; one for each run. */
export class QueryReads {
	private readonly limits = new QueryLimits();
	/** What is still to be given, by item: rows go when their last item has got them. */
	private readonly windows = new Map<number, Map<number, Planned>>();
	/** Groups whose query Zoho refused: it is not sent again. */
	private readonly refused = new Map<string, Obstacle>();
	/** Rows that an item has got already. */
	private readonly given = new WeakSet<Row[]>();

	constructor(
		private readonly session: Pick<ZohoSession, 'forItem'>,
		private readonly metadata: Metadata,
	) {}

	/**
	 * The rows of one item, read together with those of the items after it.
	 * @throws ExecutionStopped
	 */
	async outcome(item: number, read: RelatedListRead, source: QuerySource): Promise<QueryOutcome> {
		const window = this.window(Math.floor(item / WINDOW), source);
		const planned = window.get(item);
		window.delete(item);
		this.window(Math.floor((item + WINDOW / 2) / WINDOW), source);
		if (planned?.read !== JSON.stringify(read)) {
			return { obstacle: 'the expressions of the parameters gave something else meanwhile' };
		}
		const outcome = await planned.outcome;
		if ('obstacle' in outcome) return outcome;
		const rows = outcome.rows.get(read.recordId) ?? [];
		if (typeof rows === 'string') return { obstacle: rows };
		const own = this.given.has(rows) ? structuredClone(rows) : rows;
		this.given.add(rows);
		const { limit } = read;
		return { rows: own.slice(0, limit), hasMore: own.length > limit, remarks: outcome.remarks };
	}

	private window(index: number, source: QuerySource): Map<number, Planned> {
		const known = this.windows.get(index);
		if (known !== undefined) return known;
		const planned = new Map<number, Planned>();
		this.windows.set(index, planned);
		const items: QueriedItem[] = [];
		const end = Math.min(source.count, (index + 1) * WINDOW);
		for (let item = index * WINDOW; item < end; item += 1) {
			const read = source.readOf(item);
			if (read !== undefined) items.push({ item, read });
		}
		for (const group of groupItems(items)) this.start(group, planned);
		return planned;
	}

	/** The first batch goes alone, to learn what Zoho refuses; then all others. */
	private start(group: readonly QueriedItem[], planned: Map<number, Planned>): void {
		const [sample] = group;
		if (sample === undefined) return;
		const plan = this.plan(sample.read);
		let ready: Promise<unknown> = plan;
		for (const [index, batch] of batchesOf(group).entries()) {
			const outcome = this.read(batch, plan, ready);
			if (index === 0) ready = outcome;
			outcome.catch(() => undefined);
			for (const { item, read } of batch.items) {
				planned.set(item, { read: JSON.stringify(read), outcome });
			}
		}
	}

	private async plan(read: RelatedListRead): Promise<QueryPlan> {
		const obstacle = obstacleIn(read);
		if (obstacle !== undefined) return { obstacle };
		return await this.planFrom(read).catch((error: unknown) => {
			if (!(error instanceof ZohoError)) throw error;
			return { obstacle: `the fields of the rows cannot be looked up (${error.code})` };
		});
	}

	private async planFrom(read: RelatedListRead): Promise<QueryPlan> {
		const { version, module, relatedList, fields } = read;
		const lists = await this.metadata.relatedLists(version, module);
		const list = lists.find(({ apiName }) => apiName === relatedList);
		const rowModule = list?.module;
		const known = rowModule === undefined ? [] : await this.metadata.fields(version, rowModule);
		return queryPlan(module, list, known, fields);
	}

	private async read(
		batch: Batch,
		planned: Promise<QueryPlan>,
		ready: Promise<unknown>,
	): Promise<BatchOutcome> {
		await ready;
		const plan = await planned;
		const [first] = batch.items;
		if ('obstacle' in plan) return plan;
		const key = groupKey(first.read);
		const refusal = this.refused.get(key);
		if (refusal !== undefined) return { obstacle: refusal };
		const { version, module, relatedList, sortOrder = 'desc' } = first.read;
		const { remarks, ...columns } = plan;
		const read = { version, module, relatedList, order: sortOrder, limits: batch.limits };
		const rows = this.session.forItem(
			first.item,
			async (client) => await readParents(client, { ...read, ...columns }, this.limits),
		);
		return await rows.then(
			(found) => ({ rows: found, remarks }),
			(error: unknown) => {
				if (!(error instanceof ZohoError)) throw error;
				const obstacle = failed(error, relatedList);
				if (isRefusal(error)) this.refused.set(key, obstacle);
				return { obstacle };
			},
		);
	}
}

function failed({ code }: ZohoError, relatedList: string): Obstacle {
	if (code === 'OAUTH_SCOPE_MISMATCH') {
		return "the credential lacks the scope 'ZohoCRM.coql.READ', or that of the module";
	}
	const isForAdmins = relatedList === NOTES && /^NO(T_SUPPORTED|_PERMISSION)$/.test(code);
	if (isForAdmins) return `Zoho lets only administrators query notes (${code})`;
	return `the query failed (${code})`;
}
