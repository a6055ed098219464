import type { Row, SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type {
	Changes,
	Page,
	PageRequest,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';

const WINDOW = 2000;
const TOKEN_ROWS = 100_000;
/** More answers than any read of up to 200,000 rows takes. */
const MOST_ANSWERS = 2500;
/** Steps between the ids of rows that are there from the beginning. */
const STEP = 10;

/**
 * A change of the list, at a place from 0 to 1: a record is created there, one that existed is
 * linked, a row leaves, or it is edited.
 */
export interface Change {
	kind: 'create' | 'link' | 'remove' | 'edit';
	at: number;
}

export interface ModelOptions {
	/** What happens before the first answer, the second ... */
	changes?: readonly (readonly Change[])[];
	/** Whether a page token goes on after a row, or counts positions. Nobody knows. */
	tokens?: 'row' | 'position';
	/** Rows come by the time of their last edit, in the direction given, whatever is asked for. */
	byEdit?: SortOrder;
	/** A list that has one direction of its own. */
	ignoresOrder?: SortOrder;
	/** Ids of rows that the user may not see; they count, but do not show. */
	hidden?: ReadonlySet<string>;
	/** Whether rows show when they were created. */
	isTimed?: boolean;
}

interface Entry {
	id: number;
	/** Number of the answer before which it was edited last; below 0 for before the first one. */
	edited: number;
}

/**
 * A related list as Zoho pages it. Before each answer it can change, at any place: ids come from
 * several blocks, so that a new one can be smaller than old ones.
 */
export class ListModel {
	readonly log: string[] = [];
	/** Rows there ever were. */
	readonly ever: Set<string>;
	/** Rows that were there all the time, by their order at the end. */
	private readonly left = new Set<number>();
	private readonly created = new Map<number, number>();
	private readonly applied: { before: number; kind: Change['kind'] }[] = [];
	private entries: Entry[];
	private since = 0;

	/** @param count rows with ids 10, 20, 30 ... of different numbers of digits */
	constructor(
		private readonly count0: number,
		private readonly options: ModelOptions = {},
	) {
		this.entries = Array.from({ length: count0 }, (_, index) => ({
			id: (index + 1) * STEP,
			edited: index - count0,
		}));
		this.ever = new Set(this.entries.map(({ id }) => String(id)));
	}

	/** Ids in an order, as they are now. */
	ids(order: SortOrder): string[] {
		const ids = this.entries.map(({ id }) => id).sort((a, b) => a - b);
		return (order === 'asc' ? ids : ids.reverse()).map(String);
	}

	/** Ids of the rows that were there from the first answer to the last, in ascending order. */
	get stayed(): string[] {
		const now = new Set(this.entries.map(({ id }) => id));
		const first = Array.from({ length: this.count0 }, (_, index) => (index + 1) * STEP);
		return first.filter((id) => now.has(id) && !this.left.has(id)).map(String);
	}

	async fetchPage(request: PageRequest): Promise<Page> {
		this.proceed(lineOf(request));
		const { perPage } = request;
		const { sortOrder } = request;
		const all = this.sorted(sortOrder);
		const { start, walked } = this.startOf(request, all);
		const rows = all.slice(start, start + perPage);
		const moreRecords = start + rows.length < all.length && rows.length > 0;
		const last = rows.at(-1);
		const token = `${sortOrder}/${perPage}/${last?.id}/${last?.edited}/${walked + rows.length}`;
		const visible = rows.filter(({ id }) => this.options.hidden?.has(String(id)) !== true);
		return {
			rows: visible.map(({ id }): Row => ({ id: String(id) })),
			moreRecords,
			nextPageToken: moreRecords ? token : undefined,
		};
	}

	/** How many rows Zoho counts. */
	async count(): Promise<number> {
		this.proceed('count');
		return this.entries.length;
	}

	/** Watches for changes from now on. */
	restart(): void {
		this.since = this.log.length;
	}

	/** What was edited and created since the first answer, or since it was begun anew. */
	async changes(): Promise<Changes> {
		this.proceed('changes');
		const ids = this.entries
			.filter(({ edited }) => edited >= this.since)
			.map(({ id }) => String(id));
		return {
			ids,
			hasCreated: ids.some((id) => (this.created.get(Number(id)) ?? -1) >= this.since),
		};
	}

	/** What rows show of their times: whether one of them was created since. */
	hasCreated(rows: readonly Row[]): boolean | undefined {
		if (this.options.isTimed !== true) return undefined;
		return rows.some(({ id }) => (this.created.get(Number(id)) ?? -1) >= this.since);
	}

	/**
	 * Whether between the last two counts as many rows left as came, and old ones among them. Where no
	 * row shows when it was created, none of them is new.
	 */
	get isTraceless(): boolean {
		const [to = 0, from = 0] = this.log
			.flatMap((line, index) => (line === 'count' ? [index] : []))
			.reverse();
		const kinds = this.applied.filter(({ before }) => before > from && before <= to);
		const number = (kind: Change['kind']) => kinds.filter((one) => one.kind === kind).length;
		const [created, linked] = [number('create'), number('link')];
		if (created > 0 && this.options.isTimed !== true) return false;
		return linked > 0 && created + linked === number('remove');
	}

	/** Changes the list now. */
	change(change: Change): void {
		this.apply(change, this.log.length);
	}

	private sorted(asked: SortOrder = 'desc'): Entry[] {
		const { byEdit, ignoresOrder } = this.options;
		const order = byEdit ?? ignoresOrder ?? asked;
		return order === 'asc' ? this.ascending() : [...this.ascending()].reverse();
	}

	private ascending(): Entry[] {
		if (this.options.byEdit === undefined) return this.entries;
		return [...this.entries].sort((a, b) => a.edited - b.edited || a.id - b.id);
	}

	private startOf(request: PageRequest, all: readonly Entry[]): { start: number; walked: number } {
		const { perPage, sortOrder } = request;
		if (perPage < 1 || perPage > 200) throw new Error('INVALID_DATA: per_page');
		if ('page' in request) {
			if ('pageToken' in request) throw new Error('AMBIGUITY_DURING_PROCESSING');
			if (request.page * perPage > WINDOW) throw new Error('DISCRETE_PAGINATION_LIMIT_EXCEEDED');
			const start = (request.page - 1) * perPage;
			return { start, walked: start };
		}
		const [order, size, id, edited, walked] = request.pageToken.split('/');
		if (order !== String(sortOrder) || Number(size) !== perPage) {
			throw new Error('TOKEN_BOUND_DATA_MISMATCH');
		}
		if (Number(walked) >= TOKEN_ROWS) throw new Error('PAGINATION_LIMIT_EXCEEDED');
		if (this.options.tokens === 'position')
			return { start: Number(walked), walked: Number(walked) };
		const after = { id: Number(id), edited: Number(edited) };
		const isAfter = this.isAfter(after, sortOrder);
		const start = all.findIndex(isAfter);
		return { start: start === -1 ? all.length : start, walked: Number(walked) };
	}

	private isAfter(place: Entry, asked: SortOrder = 'desc') {
		const { byEdit, ignoresOrder } = this.options;
		const sign = (byEdit ?? ignoresOrder ?? asked) === 'asc' ? 1 : -1;
		return ({ id, edited }: Entry) => {
			const byTime = byEdit === undefined ? 0 : edited - place.edited;
			return sign * (byTime || id - place.id) > 0;
		};
	}

	private proceed(line: string): void {
		const now = this.log.length;
		if (now > MOST_ANSWERS) throw new Error(`No end after ${now} answers`);
		for (const change of this.options.changes?.[now] ?? []) this.apply(change, now);
		this.log.push(line);
	}

	private apply({ kind, at }: Change, now: number): void {
		const index = Math.floor(at * this.entries.length);
		const entry = this.entries[index];
		if (kind === 'create' || kind === 'link') {
			const id = this.freeId(at);
			// What was there before the first answer was not edited since.
			const edited = kind === 'create' && now > 0 ? now : -Math.floor(at * this.count0) - 1;
			this.entries.push({ id, edited });
			this.entries.sort((a, b) => a.id - b.id);
			this.ever.add(String(id));
			if (kind === 'create' && now > 0) this.created.set(id, now);
		} else if (entry === undefined) return;
		else if (kind === 'remove') {
			this.entries.splice(index, 1);
			this.left.add(entry.id);
		} else entry.edited = Math.max(now, 1);
		if (now > 0) this.applied.push({ before: now, kind });
	}

	/** An id that was never used, near a place. */
	private freeId(at: number): number {
		let id = Math.floor(at * (this.count0 + 2) * STEP) + 1;
		while (this.ever.has(String(id))) id += 1;
		return id;
	}
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
