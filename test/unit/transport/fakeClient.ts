import type { JsonObject, JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	ZohoClient,
	type ZohoRequest,
} from '../../../nodes/ZohoCrmRelatedRecords/transport/client';

/** What Zoho answers: a body, undefined for none (204), or a failure that is thrown. */
export type Answer = JsonObject | Error | undefined;

/** A client without n8n and network: it answers from memory, and keeps what was asked. */
export class FakeClient extends ZohoClient {
	readonly requests: ZohoRequest[] = [];

	constructor(private readonly answer: (request: ZohoRequest) => Answer) {
		super(Object.create(null));
	}

	override async get(request: ZohoRequest): Promise<JsonObject | undefined> {
		this.requests.push(request);
		const answer = this.answer(request);
		if (answer instanceof Error) throw answer;
		return answer;
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
