import { emptyDataset, type Sandbox } from '../../support/sandbox';
import { isoAt } from '../../support/sandbox/data/time';
import type { Change } from '../../unit/transport/pagination/model';
import { SIZES } from './schedules';

export const LIST = 'Vehicles5';
export const COUNT_PATH = '/get_related_records_count';
const MODULE = 'Vehicles';
/** Room between two ids. */
const STEP = 10;
const START = Date.UTC(2026, 4, 14, 10);
const BEFORE = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;

const builder = emptyDataset({ idStep: STEP });
const parents = new Map(
	SIZES.map((size) => [
		size,
		builder.withRelated('Accounts', LIST, size, {
			// Neither in the order of the ids, nor each of its own.
			row: (index) => timesAt((index * 7919) % (size - (size % 3) + 1)),
		}),
	]),
);
export const dataset = builder.build();
export const parentOf = (rows: number): string => parents.get(rows) ?? '';

function timesAt(hours: number) {
	const time = isoAt(BEFORE + hours * HOUR);
	return { Created_Time: time, Modified_Time: time };
}

/** The list of one record in a sandbox, which changes before each answer as a schedule says. */
export class ChangingList {
	/** Answers so far. */
	answers = 0;
	/** Rows there ever were, and those that were there before the first answer. */
	readonly ever: Set<string>;
	private readonly first: readonly string[];
	private readonly left = new Set<string>();
	private readonly counts: number[] = [];
	private readonly applied: { before: number; kind: Change['kind'] }[] = [];
	private ids: string[];

	constructor(
		private readonly sandbox: Sandbox,
		private readonly parent: string,
		private readonly changes: readonly (readonly Change[])[],
	) {
		const rows = sandbox.data.relatedRows('Accounts', parent, LIST);
		this.ids = rows.map(({ id }) => id).sort();
		this.first = this.ids;
		this.ever = new Set(this.ids);
	}

	/** Zoho's clock, ms: 0.4 s from one answer to the next. */
	static timeAt(answers: number): number {
		return START + answers * 400;
	}

	/** Lets happen what comes before the next answer. */
	proceed(path: string): void {
		const before = this.answers;
		for (const change of this.changes[before] ?? []) this.apply(change, before);
		if (path.endsWith(COUNT_PATH)) this.counts.push(before);
		this.answers += 1;
	}

	/** Rows that were there from the first answer to the last. */
	get stayed(): string[] {
		return this.first.filter((id) => !this.left.has(id));
	}

	/** Whether a row left meanwhile. */
	hasLeft(id: string): boolean {
		return this.left.has(id);
	}

	/** Whether between two counts as many rows left as came, and existing ones among these. */
	get isTraceless(): boolean {
		return this.counts.some((from, index) =>
			this.counts.slice(index + 1).some((to) => {
				const kinds = this.applied.filter(({ before }) => before > from && before <= to);
				const number = (kind: Change['kind']) => kinds.filter((one) => one.kind === kind).length;
				const linked = number('link');
				return linked > 0 && linked + number('create') === number('remove');
			}),
		);
	}

	/** When a row that stayed was created, ms. */
	createdAt(id: string): number {
		return Date.parse(String(this.sandbox.data.record(MODULE, id)?.Created_Time));
	}

	private apply({ kind, at }: Change, before: number): void {
		const { data } = this.sandbox;
		const id = this.ids[Math.floor(at * this.ids.length)];
		if (kind === 'create' || kind === 'link') this.add(at, kind);
		else if (id === undefined) return;
		else if (kind === 'edit') data.updateRecord(MODULE, id, {});
		else {
			if (Math.floor(at * 10_000) % 2 === 0) data.removeRecord(MODULE, id);
			else data.removeRelated('Accounts', this.parent, LIST, id);
			this.ids = this.ids.filter((one) => one !== id);
			this.left.add(id);
		}
		this.applied.push({ before, kind });
	}

	/** A record that is linked was created and edited long before. */
	private add(at: number, kind: 'create' | 'link'): void {
		const id = this.freeId(at);
		const times = kind === 'link' ? timesAt(Math.floor(at * 5000)) : {};
		this.sandbox.data.addRecord(MODULE, { id, ...times });
		this.sandbox.data.addRelated('Accounts', this.parent, LIST, { id });
		this.ids = [...this.ids, id].sort();
		this.ever.add(id);
	}

	/** An id that was never used, near a place: the last digit of those at the beginning is the same. */
	private freeId(at: number): string {
		const near = BigInt(this.first[Math.floor(at * this.first.length)] ?? this.parent);
		let id = near + 1n + BigInt(Math.floor(at * 10_000) % (STEP - 1));
		while (this.sandbox.data.record(MODULE, String(id)) || this.ever.has(String(id))) id += 1n;
		return String(id);
	}
}
