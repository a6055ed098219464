import type { OAuthClient } from './accounts';
import type { ChangeCommand, ChangeTimer } from './data/changeCommand';
import type { CrmData } from './data/crmData';
import type { Dataset } from './data/types';
import type { FaultPlan } from './faults';
import type { RequestLog } from './requestLog';
import type { IssuedTokens } from './tokens';
import type { Unsettled } from './unsettled';

export interface SandboxOptions {
	/** Default 0: any free port. The host is always 127.0.0.1. */
	port?: number;
	tls?: { key: string; cert: string };
	/** Default: the seeded dataset. */
	dataset?: Dataset;
	/** More requests to /crm at once are answered with 429; default 10. */
	concurrencyCap?: number;
	/** Retry-After of refusals, in seconds; Zoho documents none, so the default is none. */
	retryAfterSeconds?: number;
	/** API credits; from half of them on, X-API-CREDITS-REMAINING tells what is left. */
	credits?: Credits;
	/** Zoho names 200 as the maximum and leaves open what happens above; default reject. */
	perPageAbove200?: 'reject' | 'clamp';
	/** Both are documented; default 400. */
	unknownRecordStatus?: 400 | 404;
	/** Whether the user is an administrator, who may list the notes of all records; default false. */
	isAdministrator?: boolean;
	/** What sources say differently; default as the official files have it. */
	unsettled?: Partial<Unsettled>;
	/** New access tokens per refresh token in 10 minutes; default 10. */
	refreshLimit?: number;
	/** Default 3600. */
	accessTokenSeconds?: number;
	/** Changes that are made by themselves while the sandbox runs; default none. */
	timer?: ChangeTimer;
	/** Clock in ms; default Date.now. */
	now?: () => number;
	/** Processing time of each /crm request, ms; default 0. */
	serverTimeMs?: number;
	/** What token responses say as api_domain; default the sandbox's own origin. */
	apiDomain?: string;
	/** `location` on the callback; default us. */
	dataCenter?: string;
}

export interface Credits {
	total: number;
	used: number;
}

export interface TokenDesk {
	/** Tokens as if a user had given consent. */
	issue(options?: { scope?: string; userId?: string }): IssuedTokens;
	/** All current access tokens become invalid. */
	expireAccessTokens(): void;
	/** The refresh token and its access tokens become invalid. */
	revoke(refreshToken: string): void;
}

export interface Counters {
	/** Most /crm requests that were ever in flight together, refused ones included. */
	peakConcurrency: number;
	/** TCP connections accepted. */
	connections: number;
	/** Requests refused for too many at once or for used-up credits. */
	rejected429: number;
}

/** A running Zoho Accounts and Zoho CRM in one. */
export interface Sandbox {
	/** http(s)://127.0.0.1:port */
	origin: string;
	client: OAuthClient;
	log: RequestLog;
	faults: FaultPlan;
	tokens: TokenDesk;
	data: CrmData;
	counters: Counters;
	/** Does what a user does in Zoho CRM; by POST to /sandbox/changes, too. @returns ID of the row */
	change(command: ChangeCommand): string;
	/** Live, if credits were given. */
	credits: Credits | undefined;
	/** Stops, and destroys the sockets that are still open. */
	close(): Promise<void>;
}
