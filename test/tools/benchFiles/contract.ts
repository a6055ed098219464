import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

/** What the downloading process is told. */
export interface DownloadRequest {
	credential: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
	/** Whether n8n stores files in its file system, or else holds them in memory. */
	isOnDisk: boolean;
}

/** What it tells. */
export interface DownloadResult {
	/** Bytes of the file that n8n has stored. */
	bytes: number;
	/** Most memory of the process before the download and at its end, bytes. */
	memory: { before: number; peak: number };
	error?: string;
}
