import { textOf } from '../../ZohoCrmRelatedRecords/helpers/guards';
import { instantOf } from '../../ZohoCrmRelatedRecords/helpers/time';
import type { ActivityModule, JsonValue, Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import {
	sightChange,
	sightClosedTask,
	sightCompletedCall,
	sightCreation,
	type Sighting,
	type TimedRow,
} from '../changes/sighting';
import type { Second } from '../changes/state';
import type { TriggerEvent } from '../parameters/watching';

/** How rows are seen: by what happened to them, and where they come from. */
export interface View {
	event: TriggerEvent;
	/** Of closed activities, the type. */
	module?: ActivityModule;
	/** Whether all rows are closed, as in Zoho's lists of closed activities. */
	isClosedList?: boolean;
}

/** How a row is seen, or the API name of the field without which it never could be. */
export type Seen = { sighting: Sighting } | { missing: string };

/** How a row is seen in a feed that is sorted by `Modified_Time`. */
export function sightRow(row: Row, view: View): Seen {
	const position = secondOf(row.Modified_Time);
	if (position === undefined) return { missing: 'Modified_Time' };
	const missing = missingField(row, view);
	if (missing !== undefined) return { missing };
	const timed = { id: row.id, position, created: secondOf(row.Created_Time) };
	return { sighting: sightTimed(row, timed, view) };
}

function sightTimed(row: Row, timed: TimedRow, view: View): Sighting {
	switch (view.event) {
		case 'created':
			return sightCreation(timed);
		case 'createdOrUpdated':
			return sightChange(timed);
		case 'activityClosed':
			if (view.module === 'Tasks') return sightClosedTask(timed, secondOf(row.Closed_Time));
			return view.isClosedList === true || isCompletedCall(row)
				? sightCompletedCall(timed, secondOf(row.Call_Start_Time))
				: { position: timed.position };
	}
}

/**
 * Zoho leaves out fields that a module does not have, or that the user may not see; those that are
 * empty are null (Zoho: Get Related Records, samples).
 */
function missingField(row: Row, { event, module, isClosedList }: View): string | undefined {
	if (event !== 'activityClosed') return 'Created_Time' in row ? undefined : 'Created_Time';
	if (module === 'Tasks') return 'Closed_Time' in row ? undefined : 'Closed_Time';
	const isKnown = isClosedList === true || 'Outgoing_Call_Status' in row || isCompletedCall(row);
	return isKnown ? undefined : 'Outgoing_Call_Status';
}

/**
 * Whether a call is over. `Outgoing_Call_Status` says so of outbound calls; those that came in are
 * entered when they are over, and may have no status (Zoho: fields of module Calls).
 */
function isCompletedCall({ Outgoing_Call_Status: status, Call_Type: type }: Row): boolean {
	if (textOf(status) !== '') return status === 'Completed';
	return type === 'Inbound' || type === 'Missed';
}

/** The second of a time as Zoho sends it. */
export function secondOf(time: JsonValue | undefined): Second | undefined {
	const instant = instantOf(textOf(time));
	return instant === undefined ? undefined : Math.floor(instant / 1000);
}
