import type { CrmAnswer, CrmRequest } from '../../helpers/crmRequest';
import { isObject } from '../../helpers/guards';
import type { JsonObject, JsonValue } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';

/** What Zoho knows beside records, each read once for a script. */
export class Organization {
	private user?: Promise<readonly JsonObject[]>;
	private variables?: Promise<readonly JsonObject[]>;

	/** @param read sends one request, and counts it */
	constructor(private readonly read: (request: CrmRequest) => Promise<CrmAnswer>) {}

	/** The user behind the credential; an empty map where the credential may not read users. */
	async currentUser(): Promise<JsonObject> {
		const query = { type: 'CurrentUser' };
		this.user ??= this.rows({ path: ['v8', 'users'], query }, 'users');
		const [user = {}] = await this.user;
		return user;
	}

	/**
	 * The value of one of the organization's variables (Zoho: Get Variables).
	 * @param name its API name
	 * @returns undefined where it does not exist, or the credential may not read variables
	 */
	async variable(name: string): Promise<JsonValue | undefined> {
		this.variables ??= this.rows({ path: ['v8', 'settings', 'variables'], query: {} }, 'variables');
		return (await this.variables).find(({ api_name: apiName }) => apiName === name)?.value;
	}

	/** The maps of an answer's list; none where a scope is missing. */
	private async rows(request: CrmRequest, key: string): Promise<readonly JsonObject[]> {
		const answer = await this.read(request).catch((error: unknown) => {
			if (error instanceof ZohoError && error.code === 'OAUTH_SCOPE_MISMATCH') return undefined;
			throw error;
		});
		const body = answer?.kind === 'json' ? answer.body : null;
		const list = isObject(body) ? body[key] : undefined;
		return Array.isArray(list) ? list.filter(isObject) : [];
	}
}
