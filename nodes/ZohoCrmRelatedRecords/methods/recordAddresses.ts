import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { tabOf } from '../actions/parameters/recordUrl';
import { CREDENTIAL } from '../helpers/constants';
import { dataCenterOf, DEFAULT_DATA_CENTER } from '../helpers/dataCenters';

/**
 * The addresses of a module's records in Zoho CRM.
 * @returns a function that gives undefined where they are not known: in custom modules, whose tabs
 * have numbers, and for custom data centers
 */
export async function recordAddresses(
	context: ILoadOptionsFunctions,
	module: string,
): Promise<(id: string) => string | undefined> {
	const { dataCenter, environment } = await context.getCredentials(CREDENTIAL);
	const [domain] = dataCenterOf(String(dataCenter ?? DEFAULT_DATA_CENTER))?.crmDomains ?? [];
	const tab = tabOf(module);
	const hasOtherHost = environment === 'sandbox' || environment === 'developer';
	if (domain === undefined || tab === undefined || hasOtherHost) return () => undefined;
	return (id) => `https://crm.${domain}/crm/tab/${tab}/${id}`;
}
