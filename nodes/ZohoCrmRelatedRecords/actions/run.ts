import type { IExecuteFunctions } from 'n8n-workflow';
import { ZohoClient } from '../transport/client';
import { Metadata } from '../transport/metadata';
import { Notes } from './notes';

/** What all input items of one execution share. */
export interface Run {
	context: IExecuteFunctions;
	client: ZohoClient;
	metadata: Metadata;
	notes: Notes;
}

export function openRun(context: IExecuteFunctions): Run {
	const client = new ZohoClient(context);
	return { context, client, metadata: new Metadata(client), notes: new Notes() };
}
