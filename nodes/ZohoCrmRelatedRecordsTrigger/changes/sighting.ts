import type { Second } from './state';

/** What happened to a row. */
export type Change = 'created' | 'updated' | 'closed';

/** How far back calls are known that were completed: editing one later is no second completion. */
export const CALL_MEMORY: Second = 7 * 24 * 3600;

export interface Moment {
	key: string;
	at: Second;
	word: 'created' | 'closed';
	/** How much later it may show. Without it, the time itself has to be after the trigger's start. */
	delay?: Second;
}

/** A row as it was seen in a feed, and what there is to deliver of it. */
export interface Sighting {
	/** Where it stands in the feed. */
	position: Second;
	/** A change: each is delivered. */
	change?: { key: string; word: 'updated' | 'closed' };
	/** A creation or a closing, which has a time of its own and is delivered once. */
	moment?: Moment;
}

export interface TimedRow {
	id: string;
	position: Second;
	created: Second | undefined;
}

/** Created rows: a row is created once, when Zoho says so, however often it is changed. */
export function sightCreation({ id, position, created }: TimedRow): Sighting {
	return created === undefined
		? { position }
		: { position, moment: { key: id, at: created, word: 'created' } };
}

/** Created and changed rows: two changes within one second are one. */
export function sightChange(row: TimedRow): Sighting {
	return { ...sightCreation(row), change: { key: `${row.id}@${row.position}`, word: 'updated' } };
}

/** Closed tasks; one that is opened and closed again is closed twice. */
export function sightClosedTask(row: TimedRow, closed: Second | undefined): Sighting {
	const { id, position } = row;
	return closed === undefined
		? { position }
		: { position, moment: { key: `${id}@${closed}`, at: closed, word: 'closed' } };
}

/**
 * Completed calls. Zoho keeps no time of the completion, so it is taken for new if the call was not known
 * as completed; one that is completed long after it was to begin cannot be told from one that was before.
 * @param started when it began, or was to begin
 */
export function sightCompletedCall(row: TimedRow, started: Second | undefined): Sighting {
	const { id, position, created = position } = row;
	const at = Math.max(created, started ?? created);
	return { position, moment: { key: id, at, word: 'closed', delay: CALL_MEMORY } };
}

/** Meetings, which stand in their feed by their end: it has passed. One that is moved ends again. */
export function sightEndedMeeting({ id, position }: TimedRow): Sighting {
	return { position, change: { key: `${id}@${position}`, word: 'closed' } };
}
