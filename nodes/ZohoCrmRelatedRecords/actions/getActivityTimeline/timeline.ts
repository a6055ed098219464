import { compareIds } from '../../helpers/ids';
import { dayOf, instantOf } from '../../helpers/time';
import { textOf } from '../../helpers/guards';
import type { ActivityModule, Confidence, JsonValue, Row, SortOrder } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';

/** What the timeline needs to know of a row, besides its id; always asked for. */
export const REQUIRED_TIMELINE_FIELDS: readonly string[] = [
	'Subject',
	'Event_Title',
	'Status',
	'Due_Date',
	'Closed_Time',
	'Start_DateTime',
	'End_DateTime',
	'All_day',
	'Call_Start_Time',
];

/** Read when no fields are chosen; all three modules together, in one request. */
export const DEFAULT_TIMELINE_FIELDS: readonly string[] = [
	...REQUIRED_TIMELINE_FIELDS,
	'Owner',
	'Who_Id',
	'What_Id',
	'Description',
	'Priority',
	'Venue',
	'Participants',
	'Call_Type',
	'Call_Duration',
	'Call_Purpose',
	'Call_Result',
	'Created_Time',
	'Modified_Time',
];

const TYPES = { Calls: 'call', Events: 'meeting', Tasks: 'task' } as const;

export type ActivityStatus = 'open' | 'closed';

export interface TimelineEntry {
	/**
	 * Zoho's own text with its own offset, a bare date for what has no time of day, or null.
	 */
	time: string | null;
	status: ActivityStatus;
	type: 'call' | 'meeting' | 'task';
	title: string | null;
}

/** A row of a list of activities with its place in the timeline. */
export interface Activity {
	row: Row;
	relatedList: string;
	entry: TimelineEntry;
	/** ms since 1970; undefined sorts last. */
	instant: number | undefined;
}

export interface TimelineFilter {
	types: readonly ActivityModule[];
	/** Keep activities at or after this instant, in ms since 1970. */
	start?: number;
	/** Keep activities before this instant, in ms since 1970. */
	end?: number;
}

/** Rows of one list, each with the module it belongs to under `$module`. */
export interface ActivityRows {
	relatedList: string;
	status: ActivityStatus;
	rows: readonly Row[];
	confidence: Confidence;
	/** Whether the limit left out rows. */
	hasMore?: boolean;
}

/** Where activities come from. */
export interface ActivitySource {
	relatedList: string;
	status: ActivityStatus;
	/** Time zone of days without a time: such a day begins at midnight there. */
	zone: string;
}

/**
 * Gives the rows of one list of activities their time, status, type and title.
 * @returns only rows of the modules a timeline shows; `otherModules` names the others
 * @throws ZohoError INVALID_RESPONSE when a row does not tell its module
 */
export function activitiesOf(source: ActivitySource, rows: readonly Row[]): Activity[] {
	const { relatedList, status, zone } = source;
	const activities: Activity[] = [];
	for (const row of rows) {
		const type = typeOf(row);
		if (type === undefined) continue;
		const time = timeOf(row, type, status);
		const title = text(row[type === 'meeting' ? 'Event_Title' : 'Subject']);
		activities.push({
			row,
			relatedList,
			entry: { time, status, type, title },
			instant: instantOf(time, zone),
		});
	}
	return activities;
}

/** Modules of rows that a timeline does not show, each once. */
export function otherModules(rows: readonly Row[]): string[] {
	const others = rows.filter((row) => typeOf(row) === undefined);
	return [...new Set(others.map(({ $module }) => textOf($module)))];
}

/** Whether an activity is wanted; with a time range, one without a time is not. */
export function matches(activity: Activity, filter: TimelineFilter): boolean {
	if (!filter.types.some((module) => TYPES[module] === activity.entry.type)) return false;
	if (filter.start === undefined && filter.end === undefined) return true;
	if (activity.instant === undefined) return false;
	return (
		activity.instant >= (filter.start ?? -Infinity) && activity.instant < (filter.end ?? Infinity)
	);
}

/** Orders activities by time; those without one last and ties by ascending id, in both orders. */
export function compareActivities(order: SortOrder): (a: Activity, b: Activity) => number {
	const sign = order === 'asc' ? 1 : -1;
	return (a, b) => {
		if (a.instant === b.instant) return compareIds(a.row.id, b.row.id);
		if (a.instant === undefined) return 1;
		if (b.instant === undefined) return -1;
		return sign * (a.instant - b.instant);
	};
}

function typeOf(row: Row): TimelineEntry['type'] | undefined {
	if (!isText(row.$module)) throw withoutModule();
	switch (row.$module) {
		case 'Calls':
			return 'call';
		case 'Events':
			return 'meeting';
		case 'Tasks':
			return 'task';
		default:
			return undefined;
	}
}

function timeOf(row: Row, type: TimelineEntry['type'], status: ActivityStatus): string | null {
	if (type === 'call') return text(row.Call_Start_Time);
	if (type === 'meeting')
		return isAllDay(row) ? dayOf(row.Start_DateTime) : text(row.Start_DateTime);
	return text((status === 'closed' && row.Closed_Time) || row.Due_Date);
}

/**
 * An all-day meeting is a day of the calendar, not an instant: Zoho sends it from midnight to the
 * last second in UTC, whatever the zone of the organization (recorded answers).
 */
function isAllDay({ All_day: allDay, Start_DateTime: start, End_DateTime: end }: Row): boolean {
	if (typeof allDay === 'boolean') return allDay;
	return textOf(start).endsWith('T00:00:00+00:00') && textOf(end).endsWith('T23:59:59+00:00');
}

function text(value: JsonValue | undefined): string | null {
	return isText(value) ? value : null;
}

function isText(value: JsonValue | undefined): value is string {
	return typeof value === 'string' && value !== '';
}

function withoutModule(): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message: 'Zoho returned an activity without $module, so its type is unknown',
		resolution:
			'Try another API Version under Options, and report this to the maintainers of this node.',
		httpStatusCode: 200,
	});
}
