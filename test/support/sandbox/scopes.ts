/** Everything the node asks for when it connects. */
export const DEFAULT_SCOPE = [
	'ZohoCRM.modules.READ',
	'ZohoCRM.modules.notes.READ',
	'ZohoCRM.modules.attachments.READ',
	'ZohoCRM.modules.emails.READ',
	'ZohoCRM.settings.modules.READ',
	'ZohoCRM.settings.fields.READ',
	'ZohoCRM.settings.related_lists.READ',
	'ZohoSearch.securesearch.READ',
].join(',');

/** What scripts may want besides. */
export const SCRIPT_SCOPE = `${DEFAULT_SCOPE},ZohoCRM.coql.READ`;

const SCOPE = /^[a-z]+(\.[a-z_]+){1,3}$/i;
const ACTIVITIES = ['tasks', 'events', 'calls'];
/** Lists that want a scope of their own, which is not always their name. */
const OWN_SCOPE: ReadonlyMap<string, string> = new Map([
	['notes', 'notes'],
	['attachments', 'attachments'],
	['emails', 'emails'],
	['entity_scores__s', 'entity_scores'],
	['social', 'social'],
]);

/** Whether an authorization request names its scopes as Zoho wants: with commas between. */
export function isScopeList(scope: string): boolean {
	return scope.split(',').every((part) => SCOPE.test(part));
}

/** What a token may do. Names compare without regard to case. */
export class Scopes {
	private readonly granted: ReadonlySet<string>;

	constructor(readonly text: string) {
		this.granted = new Set(text.toLowerCase().split(/[\s,]+/));
	}

	/** Reading records of a module, by the module's name in scopes. */
	readsModule(scope: string): boolean {
		if (this.any('zohocrm.modules')) return true;
		if (ACTIVITIES.includes(scope) && this.any('zohocrm.modules.activities')) return true;
		return this.any(`zohocrm.modules.${scope}`);
	}

	/** Reading a related list; Notes, Attachments and Emails want a scope of their own. */
	readsList(parentScope: string, list: string): boolean {
		if (!this.readsModule(parentScope)) return false;
		const name = list.toLowerCase();
		if (name === 'contact_roles') return this.readsModule('contacts');
		const own = OWN_SCOPE.get(name);
		if (own === undefined) return true;
		return this.granted.has('zohocrm.modules.all') || this.any(`zohocrm.modules.${own}`);
	}

	readsUsers(): boolean {
		return this.any('zohocrm.users');
	}

	readsSettings(kind: 'modules' | 'fields' | 'related_lists' | 'layouts' | 'variables'): boolean {
		return this.granted.has('zohocrm.settings.all') || this.any(`zohocrm.settings.${kind}`);
	}

	searches(moduleScope: string): boolean {
		return this.readsModule(moduleScope) && this.any('zohosearch.securesearch');
	}

	/** Queries, beside reading their module. */
	queries(): boolean {
		return this.any('zohocrm.coql');
	}

	private any(prefix: string): boolean {
		return this.granted.has(`${prefix}.read`) || this.granted.has(`${prefix}.all`);
	}
}
