import type { JsonObject, JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type { CrmAnswer } from '../../../nodes/ZohoCrmRelatedRecords/helpers/crmRequest';
import type { StoredFile, ZohoClient } from '../../../nodes/ZohoCrmRelatedRecords/transport/client';
import type { ZohoRequest } from '../../../nodes/ZohoCrmRelatedRecords/transport/request';

const REQUESTS_AT_ONCE = 10;

/** What Zoho answers: a body, undefined for none (204), or a failure that is thrown. */
export type Answer = JsonObject | Error | undefined;

/** A client without n8n and network: it answers from memory, and keeps what was asked. */
export class FakeClient implements ZohoClient {
	free = REQUESTS_AT_ONCE;
	zohoTime: number | undefined = Date.UTC(2026, 0, 31, 9);
	readonly requests: ZohoRequest[] = [];

	/** @param answerTo what is answered to a request */
	constructor(readonly answerTo: (request: ZohoRequest) => Answer) {}

	/** Leaves that many requests fewer free. */
	reserve(requests: number): void {
		this.free = REQUESTS_AT_ONCE - requests;
	}

	async get(request: ZohoRequest): Promise<JsonObject | undefined> {
		this.requests.push(request);
		const answer = this.answerTo(request);
		if (answer instanceof Error) throw answer;
		return answer;
	}

	async ask(request: ZohoRequest): Promise<CrmAnswer> {
		const answer = await this.get(request);
		if (answer === undefined) return { kind: 'empty', status: 204 };
		return { kind: 'json', status: 200, body: answer, text: JSON.stringify(answer), headers: {} };
	}

	async post(request: ZohoRequest, body: JsonObject): Promise<JsonObject | undefined> {
		return await this.get({ ...request, body });
	}

	async download(request: ZohoRequest): Promise<StoredFile | undefined> {
		const answer = await this.get(request);
		return answer && { data: JSON.stringify(answer), mimeType: 'application/json' };
	}

	async query(request: ZohoRequest, text: string): Promise<JsonObject | undefined> {
		return await this.get({ ...request, body: { select_query: text } });
	}

	async postEntries(
		request: ZohoRequest,
		key: string,
		entries: JsonObject[],
	): Promise<JsonObject[]> {
		const answer = await this.post(request, { [key]: entries });
		const found = answer?.[key];
		return Array.isArray(found) ? (found as JsonObject[]) : [];
	}

	/** The text of each query. */
	get queries(): JsonValue[] {
		return this.requests.map(({ body: sent }) => sent?.select_query ?? null);
	}

	/** One line for each request, such as `v8/Leads/1/Notes?fields=id`. */
	get log(): string[] {
		return this.requests.map(({ path, query = {} }) => {
			const entries = Object.entries(query).map(([name, value]) => `${name}=${value}`);
			return [path.join('/'), entries.sort().join('&')].filter(Boolean).join('?');
		});
	}
}

/** The body of an answer with rows. */
export function body(data: JsonValue[], info: JsonObject = { more_records: false }): JsonObject {
	return { data, info };
}
