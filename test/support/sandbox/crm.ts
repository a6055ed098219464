import { Router } from 'express';
import type { Call } from './call';
import type { Credits } from './contract';
import { send } from './delivery';
import { errors } from './errors';
import type { Handler } from './exchange';
import { authenticated, charged } from './middleware/access';
import { notFound } from './middleware/failures';
import type { Reply } from './reply';
import { attachment } from './routes/attachments';
import { coql } from './routes/coql';
import { relatedCounts } from './routes/counts';
import { email, emails } from './routes/emails';
import { history } from './routes/history';
import { fullTexts, record, recordCount, records, search } from './routes/records';
import { relatedRecord, relatedRecords, relatedRecordsOfDeleted } from './routes/related';
import { users, variables } from './routes/organization';
import { fields, module, modules, relatedLists } from './routes/settings';
import { Scopes } from './scopes';
import type { TokenStore } from './tokens';

const VERSIONS = ['v2', 'v2.1', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'];
/** The first version that counts related records. */
const COUNTS_SINCE = 8;
/** The first version whose page describes a record's timeline. */
const HISTORY_SINCE = 7;
const EXACT = { strict: true, caseSensitive: true };

export interface CrmSettings extends Pick<
	Call,
	| 'data'
	| 'pageTokens'
	| 'perPageAbove200'
	| 'unknownRecordStatus'
	| 'isAdministrator'
	| 'unsettled'
> {
	readonly tokens: TokenStore;
	readonly credits: Credits | undefined;
}

/** Zoho CRM: the paths below /crm, all versions side by side. */
export function crmRouter(settings: CrmSettings): Router {
	const router = Router(EXACT);
	for (const name of VERSIONS) {
		router.use(`/${name}`, new CrmVersion(Number(name.slice(1)), settings).records());
	}
	return router;
}

class CrmVersion {
	constructor(
		private readonly version: number,
		private readonly settings: CrmSettings,
	) {}

	/** The first path that fits counts, so special ones come before those that fit nearly all. */
	records(): Router {
		const router = Router(EXACT);
		router.use('/settings', this.metadata());
		this.serve(router, 'post', '/coql', coql);
		this.serve(router, 'get', '/users', users);
		this.serve(router, 'get', '/:module/search', search);
		this.serve(router, 'get', '/:module/actions/count', recordCount);
		router.use('/:module/:id/actions', this.actions());
		this.serve(router, 'get', '/:module/deleted/:id/:list', relatedRecordsOfDeleted);
		this.serve(router, 'get', '/:module/:id/Attachments/:relatedId', attachment);
		if (this.version >= HISTORY_SINCE) {
			this.serve(router, 'get', '/:module/:id/__timeline', history);
		}
		this.serve(router, 'get', '/:module/:id/Emails', emails);
		this.serve(router, 'get', '/:module/:id/Emails/:relatedId', email);
		this.serve(router, 'get', '/:module/:id/:list/:relatedId', relatedRecord);
		this.serve(router, 'get', '/:module/:id/:list', relatedRecords);
		this.serve(router, 'get', '/:module/:id', record);
		this.serve(router, 'get', '/:module', records);
		return router;
	}

	private metadata(): Router {
		const router = Router(EXACT);
		this.serve(router, 'get', '/modules', modules);
		this.serve(router, 'get', '/modules/:name', module);
		this.serve(router, 'get', '/related_lists', relatedLists);
		this.serve(router, 'get', '/related_lists/:id', relatedLists);
		this.serve(router, 'get', '/variables', variables);
		this.serve(router, 'get', '/fields', fields);
		this.serve(router, 'get', '/fields/:id', fields);
		return router.use(notFound);
	}

	private actions(): Router {
		const router = Router({ ...EXACT, mergeParams: true });
		this.serve(router, 'get', '/fetch_full_data', fullTexts);
		if (this.version >= COUNTS_SINCE) {
			this.serve(router, 'post', '/get_related_records_count', relatedCounts);
		}
		return router.use(notFound);
	}

	/** Who asks comes before what it costs, and both before the method, since the path is right. */
	private serve(
		router: Router,
		method: 'get' | 'post',
		path: string,
		answer: (call: Call) => Reply,
	): void {
		const { tokens, credits } = this.settings;
		const answering: Handler = async ({ params }, response) => {
			const { request, grant } = response.locals;
			const { version, settings } = this;
			const caller = { userId: grant.userId, scopes: new Scopes(grant.scope) };
			await send(response, answer({ ...settings, ...caller, request, params, version }));
		};
		const route = router.route(path);
		route.all(authenticated(tokens), charged(credits));
		route[method](answering);
		route.all(methodRefused);
	}
}

const methodRefused: Handler = () => {
	throw errors.invalidMethod();
};
