import type { SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type {
	Page,
	PageRequest,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';

const WINDOW = 2000;
const TOKEN_ROWS = 100_000;

/** A change of the list: a new row, or the place of one that goes, from 0 to 1. */
export type Change = 'add' | { remove: number };

/**
 * A related list as Zoho pages it: numbers count positions and reach 2,000 rows, tokens go on after
 * a row and reach 100,000. Before each answer the list can change.
 */
export class ListModel {
	readonly log: string[] = [];
	/** Rows there ever were. */
	readonly ever: Set<number>;
	readonly removed = new Set<number>();
	private rows: number[];
	private next: number;

	/**
	 * @param count rows 1, 2, 3 ... by id, whose ids have a different number of digits
	 * @param changes what happens before the first answer, the second ...
	 */
	constructor(
		count: number,
		private readonly changes: readonly (readonly Change[])[] = [],
	) {
		this.rows = Array.from({ length: count }, (_, index) => index + 1);
		this.ever = new Set(this.rows);
		this.next = count + 1;
	}

	/** Ids in an order, as they are now. */
	ids(order: SortOrder): string[] {
		const ids = this.rows.map(String);
		return order === 'asc' ? ids : ids.reverse();
	}

	async fetchPage(request: PageRequest): Promise<Page> {
		for (const change of this.changes[this.log.length] ?? []) this.apply(change);
		this.log.push(lineOf(request));
		const { perPage, sortOrder = 'desc' } = request;
		const { after, walked } = startOf(request);
		const start = 'page' in request ? walked : this.placeAfter(after, sortOrder);
		const end = Math.min(start + perPage, this.rows.length);
		const size = this.rows.length;
		const rows =
			sortOrder === 'asc'
				? this.rows.slice(start, end)
				: this.rows.slice(size - end, Math.max(0, size - start)).reverse();
		const moreRecords = end < size && rows.length > 0;
		const token = `${sortOrder}/${perPage}/${rows.at(-1)}/${walked + rows.length}`;
		return {
			rows: rows.map((id) => ({ id: String(id) })),
			moreRecords,
			nextPageToken: moreRecords ? token : undefined,
		};
	}

	/** How many rows Zoho counts. */
	async count(): Promise<number> {
		return this.rows.length;
	}

	/** Place of the first row behind another, which may be gone. */
	private placeAfter(id: number, order: SortOrder): number {
		let [low, high] = [0, this.rows.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			const row = this.rows[middle] ?? 0;
			if (order === 'asc' ? row <= id : row < id) low = middle + 1;
			else high = middle;
		}
		return order === 'asc' ? low : this.rows.length - low;
	}

	private apply(change: Change): void {
		if (change === 'add') {
			this.rows.push(this.next);
			this.ever.add(this.next);
			this.next += 1;
			return;
		}
		const [gone] = this.rows.splice(Math.floor(change.remove * this.rows.length), 1);
		if (gone !== undefined) this.removed.add(gone);
	}
}

function startOf(request: PageRequest): { after: number; walked: number } {
	const { perPage, sortOrder = 'desc' } = request;
	if (perPage < 1 || perPage > 200) throw new Error('INVALID_DATA: per_page');
	if ('page' in request) {
		if ('pageToken' in request) throw new Error('AMBIGUITY_DURING_PROCESSING');
		if (request.page * perPage > WINDOW) throw new Error('DISCRETE_PAGINATION_LIMIT_EXCEEDED');
		return { after: Number.NaN, walked: (request.page - 1) * perPage };
	}
	const [order, size, after, walked] = request.pageToken.split('/');
	if (order !== sortOrder || Number(size) !== perPage) throw new Error('TOKEN_BOUND_DATA_MISMATCH');
	if (Number(walked) >= TOKEN_ROWS) throw new Error('PAGINATION_LIMIT_EXCEEDED');
	return { after: Number(after), walked: Number(walked) };
}

/** One line for each request, such as `asc page 2 of 200`. */
export function lineOf(request: PageRequest): string {
	const place = 'page' in request ? `page ${request.page}` : 'token';
	return `${request.sortOrder ?? 'default'} ${place} of ${request.perPage}`;
}

/** Answers requests that wait at the same time in an order of its own. */
export class AnyOrder {
	private readonly waiting: (() => Promise<void>)[] = [];

	/** @param picks which of the waiting requests is answered next, from 0 to 1, one after the other */
	constructor(private readonly picks: readonly number[]) {}

	wrap<Argument, Result>(
		answer: (argument: Argument) => Promise<Result>,
	): (argument: Argument) => Promise<Result> {
		return async (argument) =>
			await new Promise<Result>((resolve, reject) => {
				this.waiting.push(async () => await answer(argument).then(resolve, reject));
			});
	}

	/** Answers until the work is done. */
	async run<Result>(work: Promise<Result>): Promise<Result> {
		const state = { isDone: false };
		const done = () => (state.isDone = true);
		work.then(done, done);
		for (let turn = 0; ; turn += 1) {
			await new Promise((resolve) => setImmediate(resolve));
			if (state.isDone) return await work;
			const pick = Math.floor((this.picks[turn % this.picks.length] ?? 0) * this.waiting.length);
			await this.waiting.splice(pick, 1)[0]?.();
		}
	}
}
