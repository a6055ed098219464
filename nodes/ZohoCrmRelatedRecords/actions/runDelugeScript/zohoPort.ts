import type { CrmAnswer, CrmRequest } from '../../helpers/crmRequest';
import type { Crm } from '../../deluge';
import { isRecordId } from '../../helpers/ids';
import type { Subject } from '../../helpers/types';
import { apiBase, isZohoApi, type ZohoCredential } from '../../transport/auth/apiHost';
import type { ZohoClient } from '../../transport/client';
import { scopeOf } from '../../transport/crm/relatedPage';

const OTHER_SCOPES: ReadonlyMap<string, string> = new Map([
	['settings', 'ZohoCRM.settings.READ'],
	['settings/variables', 'ZohoCRM.settings.variables.READ'],
	['users', 'ZohoCRM.users.READ'],
]);

/** Zoho CRM as Deluge scripts reach it: all of its API, by reading only. */
export class ScriptAccess implements Crm {
	constructor(
		private readonly client: ZohoClient,
		private readonly readCredential: () => Promise<ZohoCredential>,
	) {}

	/**
	 * @returns the answer, also where Zoho refuses what was asked
	 * @throws ZohoError, ExecutionStopped
	 */
	async read(request: CrmRequest): Promise<CrmAnswer> {
		const { path, body } = request;
		if (body !== undefined) return await this.query(request, body.select_query);
		const list = path[3] ?? '';
		return await this.client.ask({
			...request,
			subject: subjectOf(path),
			scope:
				OTHER_SCOPES.get(path.slice(1, 3).join('/')) ??
				OTHER_SCOPES.get(path[1] ?? '') ??
				scopeOf(list),
			kind: path
				.slice(1)
				.filter((segment) => !isRecordId(segment))
				.join('/'),
		});
	}

	/** Refused for a missing scope, a query of the same module is not sent again. */
	private async query(request: CrmRequest, text: string): Promise<CrmAnswer> {
		const [, module = ''] = /\bfrom\s+(\w+)/i.exec(text) ?? [];
		return await this.client.ask({
			...request,
			subject: {},
			target: 'a COQL query',
			scope: 'ZohoCRM.coql.READ and ZohoCRM.modules.READ',
			kind: `coql/${module}`,
			isRead: true,
		});
	}

	/** Whether an address is at one of Zoho's API hosts, or at the credential's own. */
	async isApi(url: URL): Promise<boolean> {
		return isZohoApi(url) || url.origin === (await this.origin());
	}

	/** Host that all requests go to, whatever host a script names. */
	async ownHost(): Promise<string> {
		return new URL(await this.origin()).host;
	}

	private async origin(): Promise<string> {
		return apiBase(await this.readCredential());
	}
}

function subjectOf([, module, recordId, relatedList]: readonly string[]): Subject {
	if (module === undefined || recordId === undefined || !isRecordId(recordId)) return {};
	return { module, recordId, relatedList };
}
