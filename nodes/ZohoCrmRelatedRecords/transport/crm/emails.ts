import { EMAILS } from '../../helpers/constants';
import { isObject, textOf } from '../../helpers/guards';
import { htmlToText } from '../../helpers/htmlToText';
import type { ApiVersion, EmailType, JsonObject, Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { readChained, type ChainedRows, type Page } from '../pagination';
import type { ZohoRequest } from '../request';
import { invalidResponse } from '../responses/errors';
import { scopeOf } from './relatedPage';

/** The emails of one record, and what to read of them. */
export interface EmailsRead {
	version: ApiVersion;
	module: string;
	recordId: string;
	/** Unset: all emails of users and from Zoho CRM. */
	type?: EmailType;
	/** Whether to read the body of each, which takes a request more. */
	includeContent: boolean;
	/** Emails wanted at most; Infinity for all. */
	limit: number;
}

/**
 * Reads the related list Emails, ten a request (Zoho: Get Emails of a Record).
 * @returns rows as Zoho gives them, with the message ID as `id`; bodies also as text, under
 * `content_text`
 * @throws ZohoError
 */
export async function readEmails(client: ZohoClient, read: EmailsRead): Promise<ChainedRows> {
	const fetch = async (index?: string) => await fetchPage(client, read, index);
	const { rows, hasMore } = await readChained(fetch, read.limit);
	if (!read.includeContent) return { rows, hasMore };
	const whole = rows.map(async (row) => await withContent(client, read, row));
	return { rows: await Promise.all(whole), hasMore };
}

async function fetchPage(client: ZohoClient, read: EmailsRead, index?: string): Promise<Page> {
	const query = {
		...(read.type === undefined ? {} : { type: read.type }),
		...(index === undefined ? {} : { index }),
	};
	const request = requestOf(read, query);
	const body = await client.get(request);
	if (body === undefined) return { rows: [], moreRecords: false };
	const { more_records: more, next_index: next } = isObject(body.info) ? body.info : {};
	if (typeof more !== 'boolean') {
		throw invalidResponse('does not say whether there are more rows', 200, request.subject);
	}
	const token = textOf(next);
	return {
		rows: emailsIn(body, request).map((email) => rowOf(email, request)),
		moreRecords: more,
		nextPageToken: token === '' ? undefined : token,
	};
}

/** The body and the files of an email come only where it is read by itself. */
async function withContent(client: ZohoClient, read: EmailsRead, row: Row): Promise<Row> {
	const request = requestOf(read, {}, row.id);
	const body = await client.get(request);
	// Deleted since the list was read.
	if (body === undefined) return { ...row, content: null, content_text: null };
	const [email, ...others] = emailsIn(body, request);
	if (email === undefined || others.length > 0) {
		throw invalidResponse('does not contain the one email asked for', 200, request.subject);
	}
	return { ...row, ...email, content_text: plainContent(email), id: row.id };
}

/** @returns the body without HTML, or null where Zoho gives no body */
function plainContent({ content, mail_format: format }: JsonObject): string | null {
	if (typeof content !== 'string') return null;
	return format === 'text' ? content : htmlToText(content);
}

function emailsIn({ Emails: emails }: JsonObject, { subject }: ZohoRequest): JsonObject[] {
	if (!Array.isArray(emails)) throw invalidResponse('contains no emails', 200, subject);
	const found = emails.filter(isObject);
	if (found.length === emails.length) return found;
	throw invalidResponse('contains something else than emails', 200, subject);
}

function rowOf(email: JsonObject, { subject }: ZohoRequest): Row {
	const id = textOf(email.id) || textOf(email.message_id);
	if (id === '') throw invalidResponse('contains an email without a message ID', 200, subject);
	return { ...email, id };
}

function requestOf(
	{ version, module, recordId }: EmailsRead,
	query: Record<string, string>,
	messageId?: string,
): ZohoRequest {
	const path = [version, module, recordId, EMAILS];
	return {
		path: messageId === undefined ? path : [...path, messageId],
		query,
		subject: { module, recordId, relatedList: EMAILS },
		scope: scopeOf(EMAILS),
		kind: `${module}/${EMAILS}`,
	};
}
