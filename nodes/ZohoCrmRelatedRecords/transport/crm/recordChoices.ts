import { DEFAULT_API_VERSION } from '../../helpers/constants';
import { isObject, textOf } from '../../helpers/guards';
import { DEFAULT_NAME_FIELD, NAME_FIELDS } from '../../helpers/recordNames';
import type { JsonObject, Row } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import { isRefusal } from './allFields';
import { hasNextPage, pageOf } from './page';

export interface RecordChoice {
	id: string;
	name: string;
	/** Tells records of one name apart: a company or an address, or the end of the ID. */
	detail: string;
}

export interface RecordChoices {
	records: RecordChoice[];
	/** Number of the next page, when there is one within Zoho's first 2,000 rows. */
	nextPage?: number;
}

const PAGE_SIZE = 100;
const LAST_PAGE = 20;
const SHORTEST_WORD = 2;

/** Field that tells records of one name apart, in the modules that have one. */
const DETAIL_FIELDS: ReadonlyMap<string, string> = new Map([
	['Leads', 'Company'],
	['Contacts', 'Email'],
	['Accounts', 'Website'],
	['Deals', 'Account_Name'],
	['Vendors', 'Email'],
	['Products', 'Product_Code'],
	['Cases', 'Account_Name'],
	['Quotes', 'Account_Name'],
	['Sales_Orders', 'Account_Name'],
	['Invoices', 'Account_Name'],
	['Purchase_Orders', 'Vendor_Name'],
]);
/** Digits of an ID that are shown where a record has no such value. */
const DIGITS = 6;

/** Which records to read, and where. */
interface RecordsQuery {
	module: string;
	/** Field that names a record. */
	nameField: string;
	/** What the user typed. */
	word: string;
	/** 1-based */
	page: number;
}

/**
 * Records of a module to choose from: those with the word, or the ones changed last. Without the
 * scope to search, the ones changed last that hold the text.
 * @param page 1-based
 * @throws ZohoError
 */
export async function findRecords(
	client: ZohoClient,
	module: string,
	word: string,
	page: number,
): Promise<RecordChoices> {
	const nameField = NAME_FIELDS.get(module) ?? (await displayField(client, module));
	const query = { module, nameField, word, page };
	const found = word.length < SHORTEST_WORD ? undefined : await search(client, query);
	return found ?? (await latest(client, query));
}

/**
 * Field that Zoho itself shows as the name of a module's records (Zoho: Modules Metadata,
 * `display_field`). Where it does not tell, the one that custom modules have.
 */
async function displayField(client: ZohoClient, module: string): Promise<string> {
	const description = client.get({
		path: [DEFAULT_API_VERSION, 'settings', 'modules', module],
		subject: { module },
		target: `the description of module '${module}'`,
		scope: 'ZohoCRM.settings.modules.READ',
		kind: 'settings/modules',
	});
	const body = await unlessScopeIsMissing(description).catch((error: unknown) => {
		if (isRefusal(error)) return undefined;
		throw error;
	});
	const [described] = Array.isArray(body?.modules) ? body.modules : [];
	const field = isObject(described) ? described.display_field : undefined;
	return textOf(isObject(field) ? field.api_name : field) || DEFAULT_NAME_FIELD;
}

/** @returns undefined when the credential may not search */
async function search(client: ZohoClient, query: RecordsQuery): Promise<RecordChoices | undefined> {
	const { word } = query;
	return await unlessScopeIsMissing(read(client, query, { word }, ['search']));
}

/** @returns undefined when the credential lacks the scope */
async function unlessScopeIsMissing<T>(answer: Promise<T>): Promise<T | undefined> {
	return await answer.catch((error: unknown) => {
		if (error instanceof ZohoError && error.code === 'OAUTH_SCOPE_MISMATCH') return undefined;
		throw error;
	});
}

async function latest(client: ZohoClient, query: RecordsQuery): Promise<RecordChoices> {
	const order = { sort_by: 'Modified_Time', sort_order: 'desc' };
	const { records, nextPage } = await read(client, query, order, []);
	const wanted = query.word.toLowerCase();
	return {
		records: records.filter(
			({ id, name, detail }) =>
				`${name}\n${detail}`.toLowerCase().includes(wanted) || id === query.word,
		),
		nextPage,
	};
}

async function read(
	client: ZohoClient,
	{ module, nameField, page }: RecordsQuery,
	query: Record<string, string>,
	path: readonly string[],
): Promise<RecordChoices> {
	const subject = { module };
	const fields = [nameField, DETAIL_FIELDS.get(module) ?? []].flat().join(',');
	const body = await client.get({
		path: [DEFAULT_API_VERSION, module, ...path],
		query: { fields, page: String(page), per_page: String(PAGE_SIZE), ...query },
		subject,
		scope: path.length > 0 ? 'ZohoSearch.securesearch.READ' : 'ZohoCRM.modules.READ',
		kind: [module, ...path].join('/'),
	});
	const found = pageOf(body, subject, PAGE_SIZE);
	return {
		records: found.rows.map((row) => ({
			id: row.id,
			name: nameOf(row, nameField),
			detail: detailOf(row, module),
		})),
		nextPage: hasNextPage(found) && page < LAST_PAGE ? page + 1 : undefined,
	};
}

function detailOf(row: Row, module: string): string {
	const detail = valueOf(row, DETAIL_FIELDS.get(module) ?? '');
	return detail === '' ? `…${row.id.slice(-DIGITS)}` : detail;
}

function valueOf(row: JsonObject, field: string): string {
	const value = row[field];
	return isObject(value) ? textOf(value.name) : textOf(value);
}

function nameOf(row: JsonObject, field: string): string {
	const name = valueOf(row, field);
	return name === '' ? `Record ${textOf(row.id)}` : name;
}
