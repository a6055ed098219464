import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

/** What the reading process is told. */
export interface ReadRequest {
	credential: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
}

/** What it tells. */
export interface ReadResult {
	rows: number;
	/** Size of all rows as JSON, bytes. */
	jsonBytes: number;
	error: string | undefined;
}
