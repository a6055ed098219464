import { fetchModulePage } from '../../ZohoCrmRelatedRecords/transport/crm/modulePage';
import { fetchRelatedPage } from '../../ZohoCrmRelatedRecords/transport/crm/relatedPage';
import type { ZohoClient } from '../../ZohoCrmRelatedRecords/transport/client';
import type { ActivityModule } from '../../ZohoCrmRelatedRecords/helpers/types';
import { fieldsToRead } from '../parameters/fields';
import type { Watching, WatchedRecord } from '../parameters/watching';
import { activityModuleOf } from '../parameters/watchable';
import { meetingFeed } from './meetingFeed';
import type { View } from './watchedRow';
import { sortedFeed, type ZohoFeed } from './zohoFeed';

/**
 * What has to be read to see what is watched: one list, or three for closed activities of a module.
 * @param parentField lookup that names the parent, where the rows have one
 */
export function feedsOf(
	client: ZohoClient,
	watching: Watching,
	parentField: string | undefined,
): ZohoFeed[] {
	const { watched } = watching;
	if (watched.kind === 'record') return [recordFeed(client, watching, watched)];
	return watched.modules.map((module) => moduleFeed(client, watching, module, parentField));
}

function recordFeed(client: ZohoClient, watching: Watching, watched: WatchedRecord): ZohoFeed {
	const { event, version, fields: chosen } = watching;
	const { module, recordId, relatedList: chosenList } = watched;
	const activities = activityModuleOf(chosenList);
	const rowModule = activities ?? chosenList;
	const isClosing = event === 'activityClosed';
	const fields = fieldsToRead(rowModule, chosen);
	if (isClosing && activities === 'Events') {
		return meetingFeed(client, { version, fields, record: { module, id: recordId } });
	}
	// What is closed moves to another list.
	const relatedList = isClosing ? `${rowModule}_History` : chosenList;
	const view: View = { event, ...(isClosing ? { module: activities, isClosedList: true } : {}) };
	return sortedFeed({
		client,
		name: relatedList,
		...(activities === undefined ? {} : { module: activities }),
		subject: { module, recordId, relatedList },
		view,
		fetchPage: async (query, page) =>
			await fetchRelatedPage(
				client,
				{ version, module, recordId, relatedList, fields, ...query },
				page,
			),
	});
}

function moduleFeed(
	client: ZohoClient,
	{ event, version, fields: chosen }: Watching,
	module: string,
	parentField: string | undefined,
): ZohoFeed {
	const more = parentField === undefined ? [] : [parentField, '$se_module'];
	const fields = fieldsToRead(module, chosen, more);
	const isClosing = event === 'activityClosed';
	if (isClosing && module === 'Events') return meetingFeed(client, { version, fields });
	return sortedFeed({
		client,
		name: module,
		module,
		subject: { module },
		view: { event, ...(isClosing ? { module: module as ActivityModule } : {}) },
		fetchPage: async (query, page) =>
			await fetchModulePage(client, { version, module, fields, ...query }, page),
	});
}
