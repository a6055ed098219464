import {
	CLOSED_ACTIVITIES,
	OPEN_ACTIVITIES,
} from '../../../../nodes/ZohoCrmRelatedRecords/helpers/constants';
import { DEFAULT_TIMELINE_FIELDS } from '../../../../nodes/ZohoCrmRelatedRecords/actions/getActivityTimeline/timeline';
import { fieldsOf, LIST, PARENT_MODULE } from '../dataset';
import type { Task } from './peer';

export interface ListToRead {
	/** Path behind the API version. */
	path: string;
	fields: readonly string[];
	/** How many rows there are to read. */
	rows: number;
}

/** The lists of a job, for clients that have to be told. */
export function listsToRead({ job, parents }: Task): ListToRead[] {
	return parents.flatMap((parent, index) => {
		const rows = Math.min(job.parents[index] ?? 0, job.limit ?? Infinity);
		const pathTo = (list: string) => `${PARENT_MODULE}/${parent}/${list}`;
		if (job.kind === 'list') return [{ path: pathTo(LIST), fields: fieldsOf(job), rows }];
		return [OPEN_ACTIVITIES, CLOSED_ACTIVITIES].map((list) => ({
			path: pathTo(list),
			fields: DEFAULT_TIMELINE_FIELDS,
			rows: rows / 2,
		}));
	});
}
