import type { Express } from 'express';
import express from 'express';
import { Accounts } from './accounts';
import type { Sandbox, SandboxOptions } from './contract';
import { changes } from './changes';
import { crmRouter } from './crm';
import { concurrencyCap } from './middleware/concurrency';
import { failures, notFound, strangePath } from './middleware/failures';
import { faulty, serverTime } from './middleware/faults';
import { bodyRead, bodyText, logged } from './middleware/log';
import { PageTokens } from './pageTokens';
import type { TokenStore } from './tokens';
import { OFFICIAL } from './unsettled';

/** Zoho Accounts and Zoho CRM as one Express application. */
export function sandboxApp(
	sandbox: Sandbox & { tokens: TokenStore },
	options: SandboxOptions,
	closing: AbortSignal,
): Express {
	const { client, tokens, data, credits, counters, log } = sandbox;
	const unsettled = { ...OFFICIAL, ...options.unsettled };
	const app = express();
	app.disable('x-powered-by');
	app.enable('strict routing');
	app.enable('case sensitive routing');
	// Without a query the text is null, which newer releases of Node take for a name.
	app.set('query parser', (text: string | null) =>
		Object.fromEntries(new URLSearchParams(text ?? '')),
	);

	app.use(logged(log, options.now ?? Date.now, closing));
	app.use('/crm', concurrencyCap(options.concurrencyCap ?? 10, counters));
	app.use(bodyText, bodyRead);
	app.use('/crm', serverTime(options.serverTimeMs ?? 0));
	app.use(faulty(sandbox));

	const accounts = new Accounts({
		client,
		tokens,
		dataCenter: options.dataCenter ?? 'us',
		origin: () => sandbox.origin,
	});
	const crm = crmRouter({
		data,
		tokens,
		credits,
		pageTokens: new PageTokens(options.now ?? Date.now),
		perPageAbove200: options.perPageAbove200 ?? 'reject',
		unknownRecordStatus: options.unknownRecordStatus ?? 400,
		isAdministrator: options.isAdministrator ?? false,
		unsettled,
	});
	app.use('/oauth', accounts.router());
	app.use('/crm', crm, notFound);
	app.post('/sandbox/changes', changes(sandbox));
	app.use(strangePath);
	app.use(failures(counters, options.retryAfterSeconds, unsettled.scopeRefusal));
	return app;
}
