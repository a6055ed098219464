import { isObject, textOf } from '../../helpers/guards';
import { isRecordId } from '../../helpers/ids';
import type { ApiVersion, JsonObject, RecordKey, Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import type { ZohoRequest } from '../request';
import { invalidResponse, refusalError } from '../responses/errors';

/** Zoho's code for a record that it does not have, or does not show. */
const UNKNOWN_RECORD = 'INVALID_DATA';

/** A record by its ID. */
export interface RecordName {
	version: ApiVersion;
	module: string;
	recordId: string;
}

/**
 * The ID of a record: known, or looked up by an external ID, with one request (Zoho: External ID).
 * @throws ZohoError INVALID_DATA where there is no such record
 */
export async function findRecordId(
	client: ZohoClient,
	{ version, module, record }: { version: ApiVersion; module: string; record: RecordKey },
): Promise<string> {
	const { text, external } = record;
	if (external === undefined) return text;
	const request: ZohoRequest = {
		...requestOf({ version, module, recordId: text }, []),
		path: [version, module, external.value],
		query: { fields: 'id' },
		headers: { 'X-EXTERNAL': `${module}.${external.field}` },
	};
	const body = await client.get(request);
	if (body === undefined) throw unknownRecord(request);
	const rows = Array.isArray(body.data) ? body.data.filter(isObject) : [];
	const id = textOf(rows[0]?.id);
	if (rows.length === 1 && isRecordId(id)) return id;
	throw invalidResponse('does not contain the one record asked for', 200, request.subject);
}

/**
 * Reads all fields of one record (Zoho: Get Records, Specific Record).
 * @throws ZohoError INVALID_DATA where there is none
 */
export async function readRecord(client: ZohoClient, name: RecordName): Promise<Row> {
	const request = requestOf(name, []);
	const record = recordIn(await client.get(request), request);
	if (record !== undefined) return record;
	throw unknownRecord(request);
}

/**
 * Reads the rich texts of one record whole: elsewhere Zoho cuts them at 500 characters (Zoho: Rich
 * Text Fields, `fetch_full_data`).
 * @returns only those fields; none where Zoho has nothing more
 * @throws ZohoError
 */
export async function readFullTexts(client: ZohoClient, name: RecordName): Promise<JsonObject> {
	const request = requestOf(name, ['actions', 'fetch_full_data']);
	return recordIn(await client.get(request), request) ?? {};
}

/** Zoho has no words of its own here, unlike for the record's lists. */
function unknownRecord(request: ZohoRequest) {
	const details = { resource_path_index: 1 };
	return refusalError({ status: 204, code: UNKNOWN_RECORD, details }, request);
}

function requestOf(
	{ version, module, recordId }: RecordName,
	rest: readonly string[],
): ZohoRequest {
	return {
		path: [version, module, recordId, ...rest],
		subject: { module, recordId },
		target: `record ${recordId} in module '${module}'`,
		scope: 'ZohoCRM.modules.READ',
		kind: [module, ...rest].join('/'),
	};
}

function recordIn(body: JsonObject | undefined, { subject }: ZohoRequest): Row | undefined {
	if (body === undefined) return undefined;
	const [record, ...others] = Array.isArray(body.data) ? body.data.filter(isObject) : [];
	const id = textOf(record?.id);
	if (record === undefined || others.length > 0 || id !== subject.recordId) {
		throw invalidResponse('does not contain the one record asked for', 200, subject);
	}
	return { ...record, id };
}
