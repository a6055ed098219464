import {
	ACTIVITY_MODULES,
	ATTACHMENTS,
	CLOSED_ACTIVITIES,
	EMAILS,
	MODULES_WITHOUT_EMAILS,
	NOTES,
	OPEN_ACTIVITIES,
} from '../../helpers/constants';
import { textOf } from '../../helpers/guards';
import { recordTitle } from '../../helpers/recordNames';
import { instantOf } from '../../helpers/time';
import type { Row } from '../../helpers/types';
import { readEmails } from '../../transport/crm/emails';
import { worst } from '../../transport/crm/fieldGroups';
import { listFiles } from '../../transport/crm/files';
import type { RecordName } from '../../transport/crm/record';
import { readRelatedList } from '../../transport/crm/relatedList';
import type { Run } from '../execution';
import { ActivityLists } from '../getActivityTimeline/activityLists';
import { activityRemarks } from '../getActivityTimeline/activityRemarks';
import { activitiesOf, DEFAULT_TIMELINE_FIELDS } from '../getActivityTimeline/timeline';
import { shownFields } from './shownFields';

/** Rows that are read where Zoho does not sort them. */
const MAX_UNSORTED = 2000;

/** A row of a list with its place in time. */
export interface DigestRow {
	row: Row;
	/** As Zoho writes it; null where there is none. */
	time: string | null;
	/** ms since 1970 */
	instant?: number;
	type: string;
	title: string | null;
	/** API name of the row's module, where it is known. */
	module?: string;
}

/** The newest rows of one list. */
export interface DigestList {
	rows: DigestRow[];
	/** Whether there are others. */
	more: boolean;
	/** How many rows the list has; unset where it was not read to its end. */
	total?: number;
	/** Whether some of these may not be the newest: the list was too long to be read whole. */
	isIncomplete?: boolean;
}

/** What a digest shows of a module's records unless other lists are chosen. */
export function defaultLists(module: string): string[] {
	const hasEmails = !MODULES_WITHOUT_EMAILS.includes(module);
	return [NOTES, OPEN_ACTIVITIES, CLOSED_ACTIVITIES, ...(hasEmails ? [EMAILS] : []), ATTACHMENTS];
}

/**
 * Reads the newest rows of one list of a record.
 * @throws ZohoError
 */
export async function readNewest(
	run: Run,
	record: RecordName,
	relatedList: string,
	limit: number,
): Promise<DigestList> {
	switch (relatedList) {
		case OPEN_ACTIVITIES:
			return await readActivities(run, record, 'open', limit);
		case CLOSED_ACTIVITIES:
			return await readActivities(run, record, 'closed', limit);
		case EMAILS:
			return await readMails(run, record, limit);
		case ATTACHMENTS:
			return await readFiles(run, record, limit);
		default:
			return await readSorted(run, record, relatedList, limit);
	}
}

/** Zoho documents no order of emails, and no parameter for one (Zoho: Get Emails of a Record). */
async function readMails({ client }: Run, record: RecordName, limit: number): Promise<DigestList> {
	const read = { ...record, includeContent: false, limit: MAX_UNSORTED };
	const { rows, hasMore } = await readEmails(client, read);
	return newestOf(
		rows.map((row) => placed(row, 'email', row.time, row.subject)),
		limit,
		hasMore,
	);
}

/** Zoho documents no order of attachments, and no parameter for one (Zoho: Get list of Attachments). */
async function readFiles({ client, hints }: Run, record: RecordName, limit: number) {
	const read = { ...record, includeNoteFiles: false, limit: MAX_UNSORTED };
	const { files, hasMore, confidence } = await listFiles(client, read);
	hints.addConfidence(confidence);
	return newestOf(
		files.map(({ row }) => placed(row, 'attachment', row.Created_Time, row.File_Name)),
		limit,
		hasMore,
	);
}

async function readSorted(
	run: Run,
	record: RecordName,
	relatedList: string,
	limit: number,
): Promise<DigestList> {
	const { module, fields } = await shownFields(run, { ...record, relatedList });
	const {
		rows,
		hasMore = false,
		confidence,
	} = await readRelatedList(run.client, {
		...record,
		relatedList,
		fields,
		sortBy: 'Created_Time',
		sortOrder: 'desc',
		limit,
		pageSize: 200,
	});
	run.hints.addConfidence(confidence);
	const type = relatedList === NOTES ? 'note' : relatedList;
	const title = (row: Row) => recordTitle(row, module ?? relatedList);
	return {
		rows: rows.map((row) => ({ ...placed(row, type, row.Created_Time, title(row)), module })),
		more: hasMore,
		...(hasMore ? {} : { total: rows.length }),
	};
}

/** Zoho does not sort its lists of all activities, so they are read whole, and sorted by their time. */
async function readActivities(
	run: Run,
	record: RecordName,
	status: 'open' | 'closed',
	limit: number,
): Promise<DigestList> {
	const query = {
		...record,
		fields: DEFAULT_TIMELINE_FIELDS,
		limit: MAX_UNSORTED,
		pageSize: 200,
	};
	const zone = run.context.getTimezone();
	const lists = new ActivityLists(run.client, query, ACTIVITY_MODULES);
	const read = await lists.read([status]);
	run.hints.addConfidence(worst(...read.map(({ confidence }) => confidence)));
	for (const remark of activityRemarks('digest', read, lists)) run.hints.addRemark(remark);
	const activities = read
		.flatMap(({ rows, ...source }) => activitiesOf({ ...source, zone }, rows))
		.map(({ row, entry, instant }) => ({
			row,
			time: entry.time,
			instant,
			type: entry.type,
			title: entry.title,
			module: textOf(row.$module),
		}));
	const isIncomplete = read.some(({ hasMore }) => hasMore === true);
	return newestOf(activities, limit, isIncomplete);
}

/**
 * The newest rows of a list that was read as far as it is.
 * @param hasMore whether there are rows beyond
 */
function newestOf(rows: readonly DigestRow[], limit: number, hasMore: boolean): DigestList {
	const newest = [...rows].sort(byTime).slice(0, limit);
	return hasMore
		? { rows: newest, more: true, isIncomplete: true }
		: { rows: newest, more: rows.length > limit, total: rows.length };
}

/** Newest first; rows without a time last, and those of one time as they were. */
export function byTime({ instant: a }: DigestRow, { instant: b }: DigestRow): number {
	if (a === b) return 0;
	return (b ?? -Infinity) - (a ?? -Infinity);
}

function placed(row: Row, type: string, time: Row[string] | undefined, title: unknown): DigestRow {
	const text = textOf(time) || null;
	return {
		row,
		type,
		time: text,
		instant: instantOf(text),
		title: typeof title === 'string' && title !== '' ? title : null,
	};
}
