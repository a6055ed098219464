import { MAX_PAGE_SIZE } from '../../helpers/constants';
import { rowKey } from '../../helpers/ids';
import type { ReadWatch } from '../../transport/crm/fieldGroups';
import type { Changes, RelatedChanges } from '../../transport/crm/relatedChanges';
import type { ActivityRows } from './timeline';

/** The reads that are tied together. */
export interface OverlappedReads {
	/** Reads the list of closed activities. */
	closed: (watch: ReadWatch) => Promise<ActivityRows>;
	/** Begins to watch the list of closed activities; undefined where Zoho does not tell its time. */
	watchClosed: () => RelatedChanges | undefined;
	/** Reads the open activities that changed since reading began; undefined where Zoho cannot tell. */
	changedOpen: () => Promise<{ read: ActivityRows[]; changes: Changes } | undefined>;
}

/**
 * Reads the closed activities beside the further pages of the open ones, and asks what changed in
 * either list once both were read. Where an activity moved between them meanwhile, that counts for
 * nothing: they have to be read one after the other.
 */
export class Overlap {
	private readonly openPages = new Moment();
	private readonly closedPages = new Moment();
	private closed: Promise<ActivityRows | undefined> | undefined;
	private changed: ActivityRows[] | undefined;
	/** How often the open list was read to its end. */
	private openReads = 0;

	constructor(private readonly reads: OverlappedReads) {}

	/** Of the read of the open list. */
	readonly watch: ReadWatch = {
		onNextPage: () => {
			this.closed ??= this.readClosed();
		},
		changes: async () => {
			this.openReads += 1;
			this.openPages.come();
			await this.closedPages.reached;
			const found = await this.reads.changedOpen();
			this.changed = found?.read;
			return found?.changes;
		},
	};

	/**
	 * What follows the open activities, once those were read.
	 * @returns undefined where the closed ones have to be read, or read again
	 */
	async following(open: readonly ActivityRows[]): Promise<ActivityRows[] | undefined> {
		this.stopWaiting();
		const closed = await this.closed;
		if (closed === undefined || this.changed === undefined || this.openReads !== 1)
			return undefined;
		if (open.some(({ confidence }) => confidence === 'changed')) return undefined;
		const keys = new Set(open.flatMap(({ rows }) => rows.map(rowKey)));
		const isInBoth = closed.rows.some((row) => keys.has(rowKey(row)));
		return isInBoth ? undefined : [closed, ...this.changed];
	}

	/** The open list was read, or failed. */
	stopWaiting(): void {
		this.openPages.come();
	}

	/** @returns undefined where reading it again is the only way to be sure */
	private async readClosed(): Promise<ActivityRows | undefined> {
		const list = this.reads.watchClosed();
		try {
			if (list === undefined) return undefined;
			const asked: (Changes | undefined)[] = [];
			const changes = async () => {
				this.closedPages.come();
				await this.openPages.reached;
				asked.push(await list.ask());
				return asked.at(-1);
			};
			const closed = await this.reads.closed({ onNextPage: () => undefined, changes });
			if (asked.length === 0) await changes();
			return asked.length === 1 && isWhole(closed, asked[0]) ? closed : undefined;
		} catch {
			// It is read again after the open one, and fails again if it has to.
			return undefined;
		} finally {
			this.closedPages.come();
		}
	}
}

/** Whether a list has all that changed in it. */
function isWhole({ rows, confidence }: ActivityRows, changes: Changes | undefined): boolean {
	if (confidence === 'changed' || changes === undefined) return false;
	const ids = new Set(rows.map(({ id }) => id));
	return changes.ids.length < MAX_PAGE_SIZE && changes.ids.every((id) => ids.has(id));
}

/** Something that comes once. */
class Moment {
	come: () => void = () => undefined;
	readonly reached = new Promise<void>((resolve) => (this.come = resolve));
}
