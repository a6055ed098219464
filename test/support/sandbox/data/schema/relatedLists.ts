import type { RelatedListDef } from '../types';

export const OPEN_VIEW = 'Activities_Chronological_View';
export const CLOSED_VIEW = 'Activities_Chronological_View_History';

/** A list with the name of its rows' module unless told otherwise. */
export function list(
	apiName: string,
	rowModule: string = apiName,
	extras: Partial<RelatedListDef> = {},
): RelatedListDef {
	return { apiName, label: apiName.replace(/_/g, ' '), rowModule, type: 'default', ...extras };
}

export const noteLists: RelatedListDef[] = [list('Notes'), list('Attachments')];

export const emailList: RelatedListDef = list('Emails');

const grouped = (apiName: string, label: string, suffix: string): RelatedListDef => ({
	apiName,
	label,
	rowModule: null,
	type: 'grouped',
	parts: [`Calls${suffix}`, `Events${suffix}`, `Tasks${suffix}`],
});

/** Activities of a record, together and by kind (Zoho: Related Lists Metadata v7). */
export const activityLists: RelatedListDef[] = [
	grouped(OPEN_VIEW, 'ChronologicalView', ''),
	grouped(CLOSED_VIEW, 'ChronologicalView History', '_History'),
	list('Tasks', 'Tasks', { label: 'Open Tasks' }),
	list('Events', 'Events', { label: 'Open Meetings' }),
	list('Calls', 'Calls', { label: 'Open Calls' }),
	list('Tasks_History', 'Tasks', { label: 'Closed Tasks', name: 'Tasks History' }),
	list('Events_History', 'Events', { label: 'Closed Meetings', name: 'Events History' }),
	list('Calls_History', 'Calls', { label: 'Closed Calls', name: 'Calls History' }),
];
