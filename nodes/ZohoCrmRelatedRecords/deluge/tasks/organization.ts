import type { CrmAnswer, CrmRequest } from '../../helpers/crmRequest';
import { isObject } from '../../helpers/guards';
import { compareIds } from '../../helpers/ids';
import { shown } from '../../helpers/shown';
import type { JsonObject, JsonValue } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';

/** What Zoho knows beside records, each read once for a script. */
export class Organization {
	private user?: Promise<readonly JsonObject[]>;
	private administrators?: Promise<readonly JsonObject[]>;
	private variables?: Promise<readonly JsonObject[]>;

	/**
	 * @param read sends one request, and counts it
	 * @param hint tells users what was chosen
	 */
	constructor(
		private readonly read: (request: CrmRequest) => Promise<CrmAnswer>,
		private readonly hint: (text: string) => void,
	) {}

	/** The user behind the credential; an empty map where the credential may not read users. */
	async currentUser(): Promise<JsonObject> {
		this.user ??= this.users('CurrentUser');
		const [user = {}] = await this.user;
		return user;
	}

	/**
	 * The administrator of the organization; an empty map where the credential may not read users.
	 * The API has the same profile for all administrators, so of several it is the one who was there
	 * first, as IDs grow with time.
	 * @param name what the script asks for
	 */
	async administrator(name: string): Promise<JsonObject> {
		this.administrators ??= this.users('ActiveConfirmedAdmins');
		const [first = {}, ...others] = [...(await this.administrators)].sort((a, b) =>
			compareIds(String(a.id), String(b.id)),
		);
		if (others.length > 0) {
			this.hint(
				`'${name}' is that of the first of ${others.length + 1} administrators, ${shown(String(first.email))}. If Zoho means another, add a variable with the name ${name} under 'Variables'.`,
			);
		}
		return first;
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

	/** Users of a kind (Zoho: Get Users). */
	private async users(type: string): Promise<readonly JsonObject[]> {
		return await this.rows({ path: ['v8', 'users'], query: { type } }, 'users');
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
