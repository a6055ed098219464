import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node.js';
import { Engine } from '../../support/engine';
import type { ReadRequest, ReadResult } from './request';

const NODE_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords';
const CREDENTIAL_TYPE = 'zohoCrmOAuth2Api';

/** Reads one list in n8n's engine, in a process of its own, and tells what came. */
async function read({ credential, parameters }: ReadRequest): Promise<ReadResult> {
	const engine = new Engine({
		nodes: { [NODE_TYPE]: ZohoCrmRelatedRecords },
		credentialTypes: { [CREDENTIAL_TYPE]: ZohoCrmOAuth2Api },
	});
	const id = engine.addCredential(CREDENTIAL_TYPE, credential);
	const { output, error } = await engine.runNode({
		type: NODE_TYPE,
		parameters,
		credentials: { [CREDENTIAL_TYPE]: id },
		input: [{}],
	});
	let jsonBytes = 0;
	for (const { json } of output) jsonBytes += JSON.stringify(json).length;
	return { rows: output.length, jsonBytes, error: error?.message };
}

process.once('message', (request: ReadRequest) => {
	void read(request).then((result) => process.send?.(result, () => process.exit(0)));
});
