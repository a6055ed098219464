import {
	ACTIVITY_MODULES,
	ATTACHMENTS,
	CLOSED_ACTIVITIES,
	EMAILS,
	MAX_FIELDS,
	MODULES_WITHOUT_EMAILS,
	NOTES,
	OPEN_ACTIVITIES,
} from '../../helpers/constants';
import { textOf } from '../../helpers/guards';
import { recordTitle } from '../../helpers/recordNames';
import { instantOf } from '../../helpers/time';
import type { Row } from '../../helpers/types';
import { allFields } from '../../transport/crm/allFields';
import { readEmails } from '../../transport/crm/emails';
import { listFiles } from '../../transport/crm/files';
import type { RecordName } from '../../transport/crm/record';
import { readRelatedList } from '../../transport/crm/relatedList';
import type { Run } from '../execution';
import { ActivityLists } from '../getActivityTimeline/activityLists';
import {
	activitiesOf,
	compareActivities,
	DEFAULT_TIMELINE_FIELDS,
} from '../getActivityTimeline/timeline';

const NOTE_FIELDS = ['Note_Title', 'Note_Content', 'Owner', 'Created_Time', 'Modified_Time'];

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
		case EMAILS: {
			const { rows, hasMore } = await readEmails(run.client, {
				...record,
				includeContent: false,
				limit,
			});
			const mails = rows.map((row) => placed(row, 'email', row.time, row.subject));
			return { rows: mails, more: hasMore };
		}
		case ATTACHMENTS: {
			const read = { ...record, includeNoteFiles: false, limit };
			const { files, hasMore } = await listFiles(run.client, read);
			const rows = files.map(({ row }) =>
				placed(row, 'attachment', row.Created_Time, row.File_Name),
			);
			return { rows, more: hasMore };
		}
		default:
			return await readSorted(run, record, relatedList, limit);
	}
}

async function readSorted(
	run: Run,
	record: RecordName,
	relatedList: string,
	limit: number,
): Promise<DigestList> {
	const fields =
		relatedList === NOTES
			? NOTE_FIELDS
			: (await allFields(run.metadata, run.client, { ...record, relatedList })).slice(
					0,
					MAX_FIELDS,
				);
	const { rows, hasMore = false } = await readRelatedList(run.client, {
		...record,
		relatedList,
		fields,
		sortBy: 'Created_Time',
		sortOrder: 'desc',
		limit,
		pageSize: 200,
	});
	const type = relatedList === NOTES ? 'note' : relatedList;
	return {
		rows: rows.map((row) => placed(row, type, row.Created_Time, recordTitle(row, relatedList))),
		more: hasMore,
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
	const lists = await new ActivityLists(run.client, query, ACTIVITY_MODULES).read([status]);
	const activities = lists
		.flatMap(({ rows, ...source }) => activitiesOf({ ...source, zone }, rows))
		.sort(compareActivities('desc'));
	const isIncomplete = lists.some(({ rows }) => rows.length >= MAX_UNSORTED);
	const rows = activities.slice(0, limit).map(({ row, entry, instant }) => ({
		row,
		time: entry.time,
		instant,
		type: entry.type,
		title: entry.title,
		module: textOf(row.$module),
	}));
	return { rows, more: activities.length > limit || isIncomplete, isIncomplete };
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
