import { CHRONOLOGICAL_LISTS } from '../../helpers/constants';
import type { ApiVersion, Subject } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import { fieldsRequired } from '../responses/errors';
import type { FieldInfo, Metadata, RelatedListInfo } from './metadata';
import { fetchRelatedPage } from './relatedPage';

export interface RelatedListName {
	version: ApiVersion;
	module: string;
	recordId?: string;
	relatedList: string;
}

/** What Zoho's metadata tell of the rows in a related list. */
export interface RowsInfo {
	/** API name of the rows' module; unset where Zoho names none. */
	module?: string;
	/** API names of all fields; none where the module is unknown. */
	fields: string[];
}

/**
 * API names of all fields of the rows in a related list, from Zoho's metadata. None where Zoho does
 * not name the module of the rows: lists of other Zoho apps are read without fields.
 * @throws ZohoError FIELDS_REQUIRED when the fields cannot be looked up, or Zoho's own error when
 * there is no such list
 */
export async function allFields(
	metadata: Metadata,
	client: ZohoClient,
	name: Required<RelatedListName>,
): Promise<string[]> {
	return (await rowsInfo(metadata, client, name)).fields;
}

/**
 * The same with the module that the fields belong to.
 * @throws ZohoError
 */
export async function rowsInfo(
	metadata: Metadata,
	client: ZohoClient,
	name: Required<RelatedListName>,
): Promise<RowsInfo> {
	const { isGrouped, module } = await findList(metadata, client, name);
	if (isGrouped || CHRONOLOGICAL_LISTS.includes(name.relatedList)) {
		throw fieldsRequired(name, 'its rows come from several modules');
	}
	if (module === undefined) return { fields: [] };
	const fields = await fieldsOfRows(metadata, name, module);
	return { module, fields: fields.map(({ apiName }) => apiName) };
}

/**
 * The fields of the module that a list's rows belong to. The user never named that module, so a
 * refusal of it is a reason to choose the fields, not a mistake in a parameter.
 * @throws ZohoError FIELDS_REQUIRED with Zoho's refusal; the failures of the connection as they are
 */
export async function fieldsOfRows(
	metadata: Metadata,
	name: RelatedListName,
	module: string,
): Promise<FieldInfo[]> {
	const fields = await metadata.fields(name.version, module).catch((error: unknown) => {
		if (!isRefusal(error)) throw error;
		const reason = `Zoho refuses to report the fields of module '${module}' (${error.code})`;
		throw fieldsRequired(name, reason, error);
	});
	if (fields.length > 0) return fields;
	throw fieldsRequired(name, `Zoho reports no fields of module '${module}'`);
}

/** The failure of a list whose rows' module is unknown, when it cannot be read without fields. */
export function withoutFields(name: Subject, error: unknown): unknown {
	const isMissing = error instanceof ZohoError && error.code === 'REQUIRED_PARAM_MISSING';
	return isMissing ? fieldsRequired(name, 'Zoho does not report the module of its rows') : error;
}

/**
 * Zoho names what is wrong better than we can, an unknown list, a bad ID, or nothing at all: so where
 * its metadata do not help, the list itself is asked.
 */
async function findList(
	metadata: Metadata,
	client: ZohoClient,
	name: Required<RelatedListName>,
): Promise<RelatedListInfo> {
	const lists = await metadata.relatedLists(name.version, name.module).catch((error: unknown) => {
		if (isRefusal(error)) return error;
		throw error;
	});
	const refusal = lists instanceof ZohoError ? lists : undefined;
	const list = lists instanceof ZohoError ? undefined : lists.find(isCalled(name.relatedList));
	if (list !== undefined) return list;
	await fetchRelatedPage(client, { ...name, fields: ['id'] }, { page: 1, perPage: 1 });
	const reason =
		refusal === undefined
			? `Zoho does not list it for module '${name.module}'`
			: `Zoho refuses to report the related lists of module '${name.module}' (${refusal.code})`;
	throw fieldsRequired(name, reason, refusal);
}

function isCalled(name: string): (list: RelatedListInfo) => boolean {
	return ({ apiName }) => apiName === name;
}

/** Statuses that concern the connection or its scopes, and how much was asked. */
const NOT_REFUSALS: readonly number[] = [401, 429];

/** Whether an error is Zoho's no to what was asked; a proxy's page is none. */
export function isRefusal(error: unknown): error is ZohoError {
	if (!(error instanceof ZohoError) || error.code === 'INVALID_RESPONSE') return false;
	const status = error.httpStatusCode ?? 0;
	return status >= 400 && status < 500 && !NOT_REFUSALS.includes(status);
}
