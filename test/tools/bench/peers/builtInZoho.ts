import type { INodeParameters } from 'n8n-workflow';
import { fieldsOf } from '../dataset';
import type { Job } from '../jobs';
import { loadNode, loadCredential } from '../nodesBase/load';
import { EngineRun } from './engineRun';
import type { OpenReader } from './peer';

/**
 * n8n's own Zoho CRM node. It cannot read related lists, so it does the nearest it can: it lists a
 * module with as many records. It reads API version 2, where rows come whole.
 */
export const openBuiltInZoho: OpenReader = async ({ nodesBase, origin, client, token }) => {
	const engine = new EngineRun({
		type: 'n8n-nodes-base.zohoCrm',
		node: loadNode(nodesBase, 'nodes/Zoho/ZohoCrm.node.js', 'ZohoCrm'),
		credential: loadCredential(
			nodesBase,
			'credentials/ZohoOAuth2Api.credentials.js',
			'ZohoOAuth2Api',
		),
		credentialData: {
			accessTokenUrl: `${origin}/oauth/v2/token`,
			clientId: client.id,
			clientSecret: client.secret,
			oauthTokenData: { ...token, api_domain: origin },
		},
	});
	return await Promise.resolve(
		async ({ job }) => await engine.run({ parameters: parametersOf(job) }, (json) => [json]),
	);
};

function parametersOf(job: Job): INodeParameters {
	const fields = fieldsOf(job);
	return {
		resource: 'contact',
		operation: 'getAll',
		...(job.limit === undefined ? { returnAll: true } : { returnAll: false, limit: job.limit }),
		options: fields.length > 50 ? {} : { fields },
	};
}
