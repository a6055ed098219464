import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node.js';
import { Engine, storeFilesOnDisk } from '../../support/engine';
import type { DownloadRequest, DownloadResult } from './contract';

const NODE_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords';
const CREDENTIAL_TYPE = 'zohoCrmOAuth2Api';

/** Downloads the files of one record in n8n's engine, in a process of its own. */
async function download(request: DownloadRequest): Promise<DownloadResult> {
	if (request.isOnDisk) await storeFilesOnDisk();
	const engine = new Engine({
		nodes: { [NODE_TYPE]: ZohoCrmRelatedRecords },
		credentialTypes: { [CREDENTIAL_TYPE]: ZohoCrmOAuth2Api },
	});
	const id = engine.addCredential(CREDENTIAL_TYPE, request.credential);
	const before = mostMemory();
	const { output, error } = await engine.runNode({
		type: NODE_TYPE,
		parameters: request.parameters,
		credentials: { [CREDENTIAL_TYPE]: id },
		input: [{}],
	});
	return {
		bytes: Number(output[0]?.binary?.data?.bytes ?? 0),
		memory: { before, peak: mostMemory() },
		error: error?.message,
	};
}

/** Most memory that the process has had so far (resident set), bytes. */
function mostMemory(): number {
	return process.resourceUsage().maxRSS * 1024;
}

process.once('message', (request: DownloadRequest) => {
	void download(request).then((result) => process.send?.(result, () => process.exit(0)));
});
