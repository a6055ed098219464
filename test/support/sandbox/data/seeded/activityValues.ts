import { Choices } from '../random';
import { DAY, HOUR, MINUTE, REFERENCE_TIME, dateAt, isoAt } from '../time';
import type { NewRow } from '../types';
import { userAt } from '../users';
import { callSubject, meetingTitle, noteText, taskSubject } from './phrases';

export type ActivityValues = (index: number, sequence: number) => NewRow;

const KIND_GAP = 5 * HOUR;

/**
 * When the n-th activity takes place, ms. Every fifth falls on the same moment as the one before,
 * and every fifth, two later, on the same moment in all three kinds: ties must have an order too.
 */
function activityTime(index: number, kind: number, open: boolean): number {
	const step = index % 5 === 4 ? index - 1 : index;
	const shift = index % 5 === 2 ? 0 : kind * KIND_GAP;
	const distance = step * 29 * HOUR + shift;
	return open ? REFERENCE_TIME - 2 * DAY + distance : REFERENCE_TIME - 3 * HOUR - distance;
}

const duration = (seconds: number): string =>
	`${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

/** Calls; some without a start time. */
export const callValues =
	(open: boolean): ActivityValues =>
	(index, sequence) => {
		const choices = new Choices(sequence);
		const start = isoAt(activityTime(index, 0, open), userAt(sequence).offset);
		const seconds = open ? 0 : choices.between(20, 3000);
		return {
			Subject: callSubject(choices),
			Call_Type: open ? 'Outbound' : choices.pick(['Inbound', 'Outbound', 'Missed']),
			Call_Start_Time: index % 9 === 6 ? null : start,
			Call_Duration: open ? null : duration(seconds),
			Call_Duration_in_seconds: open ? null : seconds,
			Call_Purpose: choices.pick(['Prospecting', 'Negotiation', 'Demo', null]),
			Call_Result: open ? null : choices.pick(['Interested', 'No response', null]),
			Outgoing_Call_Status: open ? 'Scheduled' : 'Completed',
			CTI_Entry: false,
			Description: choices.below(3) === 0 ? noteText(choices) : null,
		};
	};

/** Meetings; some have no dates, and some last all day: from midnight to its end in UTC, as recorded. */
export const eventValues =
	(open: boolean): ActivityValues =>
	(index, sequence) => {
		const choices = new Choices(sequence);
		const { offset } = userAt(sequence);
		const startMs = activityTime(index, 1, open);
		const allDay = index % 4 === 1;
		const day = dateAt(startMs, offset);
		const [start, end] = allDay
			? [`${day}T00:00:00+00:00`, `${day}T23:59:59+00:00`]
			: [isoAt(startMs, offset), isoAt(startMs + choices.between(1, 8) * 15 * MINUTE, offset)];
		const dated = index % 11 !== 7;
		return {
			Event_Title: meetingTitle(choices),
			Start_DateTime: dated ? start : null,
			End_DateTime: dated ? end : null,
			All_day: allDay,
			Venue: choices.pick(['Our office', 'Online', 'Customer site', null]),
			Participants: [],
			$event_cancelled: false,
			Description: choices.below(3) === 0 ? noteText(choices) : null,
		};
	};

/** Tasks; closed ones with and without Closed_Time, some without any date. */
export const taskValues =
	(open: boolean): ActivityValues =>
	(index, sequence) => {
		const choices = new Choices(sequence);
		const { offset } = userAt(sequence);
		const ms = activityTime(index, 2, open);
		const status = choices.pick(['Not Started', 'In Progress', 'Waiting for input', 'Deferred']);
		return {
			Subject: taskSubject(choices),
			Due_Date: index % 4 === 3 ? null : dateAt(ms + DAY, offset),
			Status: open ? status : 'Completed',
			Priority: choices.pick(['High', 'Highest', 'Low', 'Lowest', 'Normal']),
			Closed_Time: open || index % 3 === 1 ? null : isoAt(ms, offset),
			Description: choices.below(3) === 0 ? noteText(choices) : null,
		};
	};
