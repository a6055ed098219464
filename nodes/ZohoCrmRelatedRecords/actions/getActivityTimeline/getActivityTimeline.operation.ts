import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { ACTIVITY_MODULES } from '../../helpers/constants';
import { LABELS } from '../../helpers/labels';
import { ActivityLists, CHRONOLOGICAL } from './activityLists';
import { activityRemarks } from './activityRemarks';
import { shortTimeline } from './shortTimeline';
import {
	activitiesOf,
	compareActivities,
	DEFAULT_TIMELINE_FIELDS,
	matches,
	REQUIRED_TIMELINE_FIELDS,
	type Activity,
	type ActivityStatus,
} from './timeline';
import type { Row, SortOrder } from '../../helpers/types';
import type { RecordName } from '../../transport/crm/record';
import { oneOf, someOf } from '../parameters/validate';
import { outputOf, outputRow, withOwnKey } from '../output/items';
import type { Run } from '../execution';
import { forRecord } from '../forRecord';
import {
	commonOptions,
	fieldsParameter,
	limitParameters,
	moduleLocator,
	optionsParameter,
	recordLocator,
} from '../parameters/descriptions';

const READ_STATUSES: Record<'all' | ActivityStatus, readonly ActivityStatus[]> = {
	all: ['open', 'closed'],
	open: ['open'],
	closed: ['closed'],
};
const STATUSES = ['all', 'open', 'closed'] as const;
const ORDERS: readonly SortOrder[] = ['asc', 'desc'];

const ownParameters: INodeProperties[] = [
	{
		displayName: LABELS.activityStatus,
		name: 'activityStatus',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{ name: 'Closed', value: 'closed' },
			{ name: 'Open', value: 'open' },
		],
		default: 'all',
		description: 'Whether to read planned activities, finished ones, or both',
	},
	{
		displayName: LABELS.activityTypes,
		name: 'activityTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Calls', value: 'Calls' },
			{ name: 'Meetings', value: 'Events' },
			{ name: 'Tasks', value: 'Tasks' },
		],
		default: ['Calls', 'Events', 'Tasks'],
		description: 'Activity types to return. Leave empty for all.',
	},
	{
		displayName: LABELS.order,
		name: 'order',
		type: 'options',
		options: [
			{ name: 'Newest First', value: 'desc' },
			{ name: 'Oldest First', value: 'asc' },
		],
		default: 'asc',
		description: 'Sort by the time of the activity. Activities without a time come last.',
	},
];

const ownOptions: INodeProperties[] = [
	{
		displayName: LABELS.endTime,
		name: 'endTime',
		type: 'dateTime',
		default: '',
		description: 'Only return activities before this time',
	},
	{
		displayName: LABELS.startTime,
		name: 'startTime',
		type: 'dateTime',
		default: '',
		description: 'Only return activities at or after this time',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['getActivityTimeline'] } }, [
	moduleLocator,
	recordLocator,
	...ownParameters,
	fieldsParameter,
	...limitParameters,
	optionsParameter([...commonOptions, ...ownOptions]),
]);

/**
 * Reads the open and closed activities of one record and merges them in time order.
 * @returns the JSON of the output items
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	return await forRecord(run, itemIndex, ({ parameters, subject }) => {
		const status = oneOf(parameters.raw('activityStatus') ?? 'all', STATUSES, 'activityStatus');
		const statuses = READ_STATUSES[status];
		subject.relatedList = statuses.map((name) => CHRONOLOGICAL[name]).join(',');
		const order = oneOf(parameters.raw('order') ?? 'asc', ORDERS, 'order');
		const filter = {
			types: someOf(parameters.raw('activityTypes'), ACTIVITY_MODULES, 'activityTypes'),
			start: parameters.instant('startTime'),
			end: parameters.instant('endTime'),
		};
		const limit = parameters.limit();
		const chosen = parameters.fields();
		const wanted = {
			fields: fieldsToRead(chosen),
			version: parameters.apiVersion(),
			pageSize: parameters.pageSize(),
			modifiedSince: parameters.modifiedSince(),
			limit: Infinity,
		};
		const output = parameters.output();
		const read = async (record: RecordName) => {
			const { module, recordId } = record;
			const request = { ...wanted, ...record };
			const lists = new ActivityLists(run.client, request, filter.types);
			const found = await readActivities(run, lists, statuses);
			const matching = found.filter((activity) => matches(activity, filter));
			const activities = matching.sort(compareActivities(order)).slice(0, limit);
			const hasMore = matching.length > activities.length;
			run.hints.addLimit(limit, hasMore);
			run.hints.addRows(
				activities.map(({ row }): Row => row),
				chosen,
				found.length > 0 || statuses.length === 1 || request.modifiedSince !== undefined,
			);
			const relatedList = statuses.flatMap((name) => lists.names(name)).join(',');
			const parent = { module, recordId, relatedList };
			const rows = activities.map(asOutput);
			if (!parameters.isForAgent()) return outputOf(rows, parent, output, hasMore);
			const { rows: short, note } = shortTimeline(rows, {
				isNewestFirst: order === 'desc',
				hasFields: chosen.length > 0,
				shown: (row) => outputRow(row, parent, output),
			});
			const items = outputOf(short, parent, output, hasMore || note !== undefined);
			return note === undefined ? items : [...items, note];
		};
		return { version: wanted.version, read };
	});
}

/** Each activity once: one that is found with both statuses has the one that was read later. */
async function readActivities(
	{ context, hints }: Run,
	lists: ActivityLists,
	statuses: readonly ActivityStatus[],
): Promise<Activity[]> {
	const zone = context.getTimezone();
	const found = new Map<string, Activity>();
	const read = await lists.read(statuses);
	for (const { rows, ...source } of read) {
		for (const activity of activitiesOf({ ...source, zone }, rows)) {
			found.set(`${activity.entry.type}/${activity.row.id}`, activity);
		}
	}
	const confidences = new Set(read.map(({ confidence }) => confidence));
	for (const confidence of confidences) hints.addConfidence(confidence);
	for (const remark of activityRemarks('timeline', read, lists)) hints.addRemark(remark);
	return [...found.values()];
}

function fieldsToRead(chosen: readonly string[]): readonly string[] {
	if (chosen.length === 0) return DEFAULT_TIMELINE_FIELDS;
	return [...new Set([...REQUIRED_TIMELINE_FIELDS, ...chosen])];
}

function asOutput({ row, relatedList, entry }: Activity) {
	return { json: withOwnKey(row, 'timeline', { ...entry }), relatedList };
}
