import { compareIds } from '../../../nodes/ZohoCrmRelatedRecords/helpers/ids';
import {
	sightChange,
	sightClosedTask,
	sightCompletedCall,
	sightCreation,
	sightEndedMeeting,
	type Sighting,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import type { NamedFeed } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/pollFeeds';
import type { FeedPage } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/readFeed';
import { CALL_MEMORY } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import type { Second } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';

/** What a feed holds. */
export type Kind = 'created' | 'createdOrUpdated' | 'tasks' | 'calls' | 'meetings';

/** What a trigger watches: one feed, or three. */
export type Watch = Kind | 'activities';

const ACTIVITIES: readonly Kind[] = ['tasks', 'calls', 'meetings'];

/** A row as it stands after a change. */
export interface Version {
	id: string;
	kind: Kind;
	created: Second;
	modified: Second;
	/** Time of the closing of a task, or the end of a meeting; whether a call is completed. */
	closed?: Second;
	isCompleted?: boolean;
	started?: Second;
	isDeleted?: boolean;
}

interface Stamped {
	version: Version;
	/** Zoho's time from which it can be read, with parts of a second. */
	visible: number;
}

/** Rows and their history, as Zoho would have them. Times are seconds by Zoho's clock. */
export class World {
	/** With parts of a second. */
	now: number;
	requests = 0;
	readonly histories = new Map<string, Stamped[]>();
	/** Runs while a request is under way. */
	meanwhile: (until: number) => void = () => undefined;
	/** Throws where the request fails. */
	fault: () => void = () => undefined;

	/** Whether the header means the second itself as well is not documented. */
	private readonly before: Second;
	/** Seconds by which the clocks of Zoho's servers differ from the one that stamps rows. */
	private readonly skew: number;

	constructor(
		readonly watch: Watch,
		readonly random: () => number,
		start: number,
		private readonly pageSize: number,
	) {
		this.now = start;
		this.before = random() < 0.5 ? 1 : 0;
		this.skew = random() < 0.5 ? 3 : 0;
	}

	/** @param lag seconds until it can be read */
	put(version: Version, lag = 0): void {
		const history = this.histories.get(version.id) ?? [];
		history.push({ version, visible: this.now + lag });
		this.histories.set(version.id, history);
	}

	latest(id: string): Version | undefined {
		return this.histories.get(id)?.at(-1)?.version;
	}

	/** What can be read of a row now: of the changes that are visible, the last. */
	visible(id: string): Version | undefined {
		const history = this.histories.get(id) ?? [];
		let at = history.length - 1;
		while (at >= 0 && (history[at]?.visible ?? 0) > this.now) at -= 1;
		const version = history[at]?.version;
		return version?.isDeleted === true ? undefined : version;
	}

	get kinds(): readonly Kind[] {
		return this.watch === 'activities' ? ACTIVITIES : [this.watch];
	}

	/** The feeds as the node would read them. */
	feeds(): NamedFeed<Version>[] {
		return this.kinds.map((kind) => ({
			name: kind,
			...(kind === 'calls' ? { memory: CALL_MEMORY } : {}),
			fetch: async (since, page) => {
				await Promise.resolve();
				return this.answer(kind, since, page);
			},
		}));
	}

	private answer(kind: Kind, since: Second, page: number): FeedPage<Version> {
		this.requests += 1;
		const { random } = this;
		this.advance(this.now + random() * 1.5);
		this.fault();
		const first = since - this.before;
		const wanted = this.idsSince(kind, first)
			.map((id) => this.visible(id))
			.filter((version) => version !== undefined)
			.filter((version) => positionOf(version) >= first)
			.sort((a, b) => positionOf(a) - positionOf(b) || compareIds(a.id, b.id));
		const from = (page - 1) * this.pageSize;
		const rows = wanted.slice(from, from + this.pageSize);
		// The header is made a little after the rows were read.
		this.advance(this.now + random());
		return {
			rows: rows.map((row) => ({ row, sighting: sight(row) })),
			hasMore: wanted.length > from + this.pageSize,
			zohoTime: Math.floor(this.now + (random() * 2 - 1) * this.skew),
		};
	}

	/** IDs of rows that can be in the feed from a second on: a row never moves back, but meetings do. */
	private idsSince(kind: Kind, first: Second): string[] {
		return [...this.histories.keys()].filter((id) => {
			const latest = this.latest(id);
			if (latest?.kind !== kind) return false;
			return kind === 'meetings' || latest.modified >= first;
		});
	}

	advance(until: number): void {
		this.meanwhile(until);
		this.now = Math.max(this.now, until);
	}
}

function positionOf({ kind, closed, modified }: Version): Second {
	return kind === 'meetings' ? (closed ?? 0) : modified;
}

function sight(version: Version): Sighting {
	const { id, kind, created, closed, started } = version;
	const row = { id, position: positionOf(version), created };
	switch (kind) {
		case 'created':
			return sightCreation(row);
		case 'createdOrUpdated':
			return sightChange(row);
		case 'tasks':
			return sightClosedTask(row, closed);
		case 'calls':
			return version.isCompleted === true
				? sightCompletedCall(row, started)
				: { position: row.position };
		case 'meetings':
			return sightEndedMeeting(row);
	}
}
