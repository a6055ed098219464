import { refuseUnwatchable } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/watchable';
import type {
	TriggerEvent,
	WatchedModules,
	WatchedRecord,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/watching';
import { caught } from '../../support/caught';

const list = (relatedList: string): WatchedRecord => ({
	kind: 'record',
	module: 'Leads',
	recordId: '1',
	name: null,
	relatedList,
});
const modules = (...names: string[]): WatchedModules => ({ kind: 'module', modules: names });

it.each<[string, TriggerEvent, WatchedRecord | WatchedModules]>([
	["'Emails', which cannot be watched", 'created', list('Emails')],
	["'Emails', which cannot be watched", 'activityClosed', list('Emails')],
	['cannot be watched', 'createdOrUpdated', list('Activities_Chronological_View')],
	['cannot be watched', 'created', list('Activities_Chronological_View_History')],
	['no activities that could be closed', 'activityClosed', list('Notes')],
	["'Emails', which cannot be watched for all records", 'created', modules('Emails')],
	["'Attachments', which cannot be watched for all records", 'created', modules('Attachments')],
])('refuses what is %s (%s)', (said, event, watched) => {
	expect(caught(() => refuseUnwatchable(event, watched))).toMatchObject({
		code: 'INVALID_PARAMETER',
		message: expect.stringContaining(said),
		resolution: expect.stringMatching(/\w\.$/),
	});
});

it.each<[TriggerEvent, WatchedRecord | WatchedModules]>([
	['created', list('Notes')],
	['created', list('Attachments')],
	['activityClosed', list('Tasks')],
	['activityClosed', list('Events_History')],
	['created', modules('Notes')],
	['activityClosed', modules('Calls', 'Events', 'Tasks')],
])('takes %s of %j', (event, watched) => {
	expect(() => refuseUnwatchable(event, watched)).not.toThrow();
});
