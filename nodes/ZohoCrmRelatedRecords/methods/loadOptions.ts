import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { CHRONOLOGICAL_LISTS, DEFAULT_API_VERSION, EMAILS } from '../helpers/constants';
import { apiName } from '../actions/parameters/validate';
import { ZohoSession } from '../transport/client';
import { fieldsOfRows } from '../transport/crm/allFields';
import { Metadata, type FieldInfo } from '../transport/crm/metadata';
import { currentLocator, shownToUser } from './editor';
import { activityFields, chooseFirst, optionsOf } from './fieldOptions';

/** Keys of an email, which has no metadata (Zoho: Get Emails of a Record); the body where it is read. */
const EMAIL_FIELDS: readonly FieldInfo[] = [
	['attachments', 'Attachments'],
	['cc', 'CC'],
	['content', 'Content'],
	['content_text', 'Content (Plain Text)'],
	['from', 'From'],
	['has_attachment', 'Has Attachment'],
	['message_id', 'Message ID'],
	['owner', 'Owner'],
	['read', 'Read'],
	['sent', 'Sent'],
	['source', 'Source'],
	['status', 'Status'],
	['subject', 'Subject'],
	['time', 'Time'],
	['to', 'To'],
].map(([apiName = '', label = '']) => ({ apiName, label }));

/** The fields of the rows: of the related list's module, or of all activities for a timeline. */
export async function getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await shownToUser(this, async () => {
		const missing = missingChoice(this);
		if (missing !== undefined) return chooseFirst(missing);
		const metadata = new Metadata(new ZohoSession(this).client);
		return optionsOf(await offeredFields(this, metadata));
	});
}

/** The related lists of the chosen module that users see. */
export async function getRelatedLists(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await shownToUser(this, async () => {
		const chosen = currentLocator(this, 'module') ?? '';
		if (chosen === '') return chooseFirst('module');
		const metadata = new Metadata(new ZohoSession(this).client);
		const lists = await metadata.relatedLists(DEFAULT_API_VERSION, apiName(chosen, 'module'));
		return optionsOf(lists.filter(({ isVisible }) => isVisible));
	});
}

/**
 * What the fields depend on, as long as it is not chosen. The editor asks as soon as the node is
 * added, and would show a failure in place of options.
 */
function missingChoice(context: ILoadOptionsFunctions): string | undefined {
	const operation = context.getCurrentNodeParameter('operation');
	if (operation === 'getActivityTimeline') return undefined;
	if ((currentLocator(context, 'module') ?? '') === '') return 'module';
	if (operation === 'searchRecords') return undefined;
	return (currentLocator(context, 'relatedList') ?? '') === '' ? 'related list' : undefined;
}

async function offeredFields(
	context: ILoadOptionsFunctions,
	metadata: Metadata,
): Promise<readonly FieldInfo[]> {
	switch (context.getCurrentNodeParameter('operation')) {
		case 'getActivityTimeline':
			return await activityFields(metadata);
		case 'searchRecords':
			return await recordFields(context, metadata);
		default:
			return await relatedFields(context, metadata);
	}
}

async function recordFields(
	context: ILoadOptionsFunctions,
	metadata: Metadata,
): Promise<readonly FieldInfo[]> {
	const module = apiName(currentLocator(context, 'module'), 'module');
	return await metadata.fields(DEFAULT_API_VERSION, module);
}

async function relatedFields(
	context: ILoadOptionsFunctions,
	metadata: Metadata,
): Promise<readonly FieldInfo[]> {
	const module = apiName(currentLocator(context, 'module'), 'module');
	const relatedList = apiName(currentLocator(context, 'relatedList'), 'relatedList');
	if (relatedList === EMAILS) return EMAIL_FIELDS;
	if (CHRONOLOGICAL_LISTS.includes(relatedList)) return await activityFields(metadata);
	const lists = await metadata.relatedLists(DEFAULT_API_VERSION, module);
	const rows = lists.find((list) => list.apiName === relatedList)?.module;
	if (rows === undefined) return [];
	return await fieldsOfRows(metadata, { version: DEFAULT_API_VERSION, module, relatedList }, rows);
}
