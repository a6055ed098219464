import type { ApiVersion } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { fieldsRequired } from '../responses/errors';
import type { Metadata } from './metadata';
import { fetchRelatedPage } from './relatedPage';

interface RelatedListName {
	version: ApiVersion;
	module: string;
	recordId: string;
	relatedList: string;
}

/**
 * API names of all fields of the rows in a related list, from Zoho's metadata.
 * @throws ZohoError FIELDS_REQUIRED when the rows have no one module, or Zoho's own error when
 * there is no such list
 */
export async function allFields(
	metadata: Metadata,
	client: ZohoClient,
	name: RelatedListName,
): Promise<string[]> {
	const lists = await metadata.relatedLists(name.version, name.module);
	const list = lists.find(({ apiName }) => apiName === name.relatedList);
	if (list === undefined) {
		// Zoho names what is wrong better than we can: an unknown list, a bad id, or nothing at all.
		await fetchRelatedPage(client, { ...name, fields: ['id'] }, { page: 1, perPage: 1 });
		throw fieldsRequired(name, `Zoho does not list it for module '${name.module}'`);
	}
	if (list.module === undefined) {
		throw fieldsRequired(name, 'its rows come from several modules');
	}
	const fields = await metadata.fields(name.version, list.module);
	if (fields.length > 0) return fields.map(({ apiName }) => apiName);
	throw fieldsRequired(name, `Zoho tells no fields of module '${list.module}'`);
}
