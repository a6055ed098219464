import {
	ATTACHMENTS,
	CHRONOLOGICAL_LISTS,
	EMAILS,
} from '../../ZohoCrmRelatedRecords/helpers/constants';
import type { ActivityModule } from '../../ZohoCrmRelatedRecords/helpers/types';
import { invalidParameter } from '../../ZohoCrmRelatedRecords/helpers/zohoError';
import type { TriggerEvent, WatchedModules, WatchedRecord } from './watching';

/** Modules of the lists that hold activities of one type, open or closed. */
const ACTIVITY_LISTS: ReadonlyMap<string, ActivityModule> = new Map<string, ActivityModule>([
	['Calls', 'Calls'],
	['Calls_History', 'Calls'],
	['Events', 'Events'],
	['Events_History', 'Events'],
	['Tasks', 'Tasks'],
	['Tasks_History', 'Tasks'],
]);

/** The module of a list of activities of one type; undefined for other lists. */
export function activityModuleOf(relatedList: string): ActivityModule | undefined {
	return ACTIVITY_LISTS.get(relatedList);
}

/** @throws ZohoError INVALID_PARAMETER where nothing could ever be seen */
export function refuseUnwatchable(
	event: TriggerEvent,
	watched: WatchedRecord | WatchedModules,
): void {
	if (watched.kind === 'module') {
		for (const module of watched.modules) refuseModule(module);
		return;
	}
	const { relatedList } = watched;
	if (relatedList === EMAILS) {
		throw invalidParameter(
			'relatedList',
			"is 'Emails', which cannot be watched: Zoho does not sort emails by time of change",
			"Read them with the operation 'Get Related Records' of the Zoho CRM Related Records node, on a schedule.",
		);
	}
	if (CHRONOLOGICAL_LISTS.includes(relatedList)) {
		throw invalidParameter(
			'relatedList',
			`is '${relatedList}', which cannot be watched: Zoho sorts it only by the time of the activities`,
			'Choose Tasks, Calls or Events, with a trigger for each, or watch a module.',
		);
	}
	if (event === 'activityClosed' && activityModuleOf(relatedList) === undefined) {
		throw invalidParameter(
			'relatedList',
			`is '${relatedList}', which holds no activities that could be closed`,
			`Choose one of ${[...ACTIVITY_LISTS.keys()].join(', ')}.`,
		);
	}
}

function refuseModule(module: string): void {
	if (module !== EMAILS && module !== ATTACHMENTS) return;
	throw invalidParameter(
		'childModule',
		`is '${module}', which cannot be watched for all records: Zoho lists it for one record at a time`,
		"Set 'Watch' to Record.",
	);
}
