import type { CrmAnswer, CrmRequest } from '../../helpers/crmRequest';

/** Zoho CRM as scripts reach it. */
export interface Crm {
	/** @throws ZohoError when Zoho cannot be reached or refuses the connection */
	read(request: CrmRequest): Promise<CrmAnswer>;
	/** Whether an address is at an API host of Zoho, or at the credential's own. */
	isApi(url: URL): Promise<boolean>;
	/** Host that all requests go to. */
	ownHost(): Promise<string>;
}
