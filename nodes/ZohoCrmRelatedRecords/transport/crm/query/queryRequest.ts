import type { ApiVersion } from '../../../helpers/types';
import type { RequestSubject, ZohoRequest } from '../../request';

/** A query in COQL (Zoho: Get Records through a COQL Query); its text goes with `client.query`. */
export function queryRequest(
	version: ApiVersion,
	about: Pick<RequestSubject, 'subject' | 'target'>,
): ZohoRequest {
	return {
		...about,
		path: [version, 'coql'],
		scope: 'ZohoCRM.coql.READ and ZohoCRM.modules.READ',
		kind: 'coql',
	};
}
