import type { RequestHandler, Response } from 'express';
import type { Fault } from './faults';
import type { Incoming, LoggedRequest } from './requestLog';
import type { Grant } from './tokens';

/** What the middlewares of one request leave for those that follow, as `response.locals`. */
export interface Exchange {
	entry: LoggedRequest;
	/** Aborted when the sandbox closes. */
	closing: AbortSignal;
	/** The sandbox's clock, ms. */
	now: () => number;
	request: Incoming;
	fault: Fault | undefined;
	/** Behind the access token of a CRM request. */
	grant: Grant;
}

export type PathParams = Record<string, string>;
type QueryParams = Record<string, string>;

export type Handler = RequestHandler<PathParams, unknown, unknown, QueryParams, Exchange>;
export type Answering = Response<unknown, Exchange>;
