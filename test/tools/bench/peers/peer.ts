import type { OAuthClient, IssuedTokens } from '../../../support/sandbox';
import type { Job } from '../jobs';

/** What a client knows before the clock starts. */
export interface Task {
	/** Where Zoho is, at the near end of the link. */
	origin: string;
	client: OAuthClient;
	token: IssuedTokens;
	job: Job;
	/** IDs of the parent records. */
	parents: readonly string[];
	/** Folder with n8n's own nodes; for the peers that are such. */
	nodesBase?: string;
	/** Our node's option for requests at once; unset means its default. */
	maxConcurrentRequests?: number;
}

export interface Found {
	rows: readonly Readonly<Record<string, unknown>>[];
	/** One message for each input item, or request, that failed. */
	errors: readonly string[];
}

/** A client that is loaded and connected; reads on demand, as often as asked. */
export type Reader = (task: Task) => Promise<Found>;

/** Loads a client. */
export type OpenReader = (task: Task) => Promise<Reader>;

export const API = 'crm/v8';
/** Most rows that Zoho gives in one answer. */
export const PAGE_SIZE = 200;
/** Rows that page numbers reach; the others are reached by page tokens. */
export const PAGE_WINDOW = 2000;
/** Most fields that one request may name. */
const MAX_FIELDS = 50;

/** Fields in as few requests as possible. */
export function fieldGroups(fields: readonly string[]): string[] {
	const groups: string[] = [];
	for (let from = 0; from < fields.length; from += MAX_FIELDS) {
		groups.push(fields.slice(from, from + MAX_FIELDS).join(','));
	}
	return groups;
}
