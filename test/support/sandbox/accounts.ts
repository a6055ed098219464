import { Router } from 'express';
import { consentPage, errorPage } from './consentPage';
import { send } from './delivery';
import type { Handler } from './exchange';
import type { Reply } from './reply';
import { htmlReply, jsonReply, redirectReply } from './reply';
import type { Incoming } from './requestLog';
import { isScopeList } from './scopes';
import type { TokenStore } from './tokens';
import { USERS } from './data/users';

export interface OAuthClient {
	readonly id: string;
	readonly secret: string;
}

export interface AccountsSettings {
	client: OAuthClient;
	tokens: TokenStore;
	dataCenter: string;
	origin: () => string;
}

const THROTTLED = {
	error_description:
		'You have made too many requests continuously. Please try again after some time.',
	error: 'Access Denied',
	status: 'failure',
};

type Params = Record<string, string>;
type Answer = (request: Incoming) => Reply;

/** Zoho Accounts: consent, codes and tokens. Errors of the token endpoint are HTTP 200 bodies. */
export class Accounts {
	constructor(private readonly settings: AccountsSettings) {}

	/** The paths below /oauth. */
	router(): Router {
		const router = Router({ strict: true, caseSensitive: true });
		router.get('/v2/auth', answering(this.ask));
		router.post('/v2/auth', answering(this.decide));
		router.post('/v2/token', answering(this.token));
		router.post('/v2/token/revoke', answering(this.revoke));
		router.get('/serverinfo', answering(this.serverInfo));
		return router;
	}

	private readonly ask: Answer = ({ query }) => {
		const refusal = this.refusal(query);
		return refusal ? errorPage(200, refusal) : htmlReply(200, consentPage(query));
	};

	private readonly decide: Answer = ({ form }) => {
		const refusal = this.refusal(form);
		if (refusal) return errorPage(200, refusal);
		const { redirect_uri: redirectUri = '', state } = form;
		const target = new URL(redirectUri);
		if (form.decision === 'allow') {
			target.searchParams.set('code', this.newCode(form, redirectUri));
			target.searchParams.set('location', this.settings.dataCenter);
			target.searchParams.set('accounts-server', this.settings.origin());
		} else {
			target.searchParams.set('error', 'access_denied');
		}
		if (state !== undefined) target.searchParams.set('state', state);
		return redirectReply(target.href);
	};

	private readonly token: Answer = ({ query, form }) => {
		const params: Params = { ...query, ...form };
		if (params.client_id !== this.settings.client.id) return refused('invalid_client');
		if (params.client_secret !== this.settings.client.secret) {
			return refused('invalid_client_secret');
		}
		if (params.grant_type === 'authorization_code') return this.exchange(params);
		if (params.grant_type === 'refresh_token') return this.refresh(params.refresh_token ?? '');
		return refused('unsupported_grant_type');
	};

	private readonly revoke: Answer = ({ query, form }) => {
		this.settings.tokens.revoke(form.token ?? query.token ?? '');
		return jsonReply(200, { status: 'success' });
	};

	private readonly serverInfo: Answer = () => {
		const { dataCenter, origin } = this.settings;
		return jsonReply(200, { result: 'success', locations: { [dataCenter]: origin() } });
	};

	private newCode(params: Params, redirectUri: string): string {
		return this.settings.tokens.newCode({
			scope: params.scope ?? '',
			userId: USERS[0]?.id ?? '',
			redirectUri,
			offline: params.access_type === 'offline' && params.prompt === 'consent',
		});
	}

	private refusal(params: Params): string | undefined {
		if (params.client_id !== this.settings.client.id) return 'invalid_client';
		if (!isLoopback(params.redirect_uri)) return 'invalid_redirect_uri';
		if (params.response_type !== 'code') return 'invalid_response_type';
		return isScopeList(params.scope ?? '') ? undefined : 'invalid_scope';
	}

	private exchange(params: Params): Reply {
		const { tokens } = this.settings;
		const grant = tokens.takeCode(params.code ?? '');
		if (!grant) return refused('invalid_code');
		if (grant.redirectUri !== params.redirect_uri) return refused('invalid_redirect_uri');
		if (!grant.offline) return jsonReply(200, tokens.newAccess(grant));
		const refreshToken = tokens.newConsentedRefreshToken(grant);
		const access = tokens.newAccess(grant, refreshToken);
		return jsonReply(200, { ...access, refresh_token: refreshToken });
	}

	private refresh(refreshToken: string): Reply {
		const outcome = this.settings.tokens.useRefreshToken(refreshToken);
		if (outcome === 'unknown') return refused('invalid_code');
		if (outcome === 'throttled') return jsonReply(400, THROTTLED, THROTTLED.error);
		return jsonReply(200, outcome);
	}
}

function answering(answer: Answer): Handler {
	return async (_request, response) => await send(response, answer(response.locals.request));
}

function refused(error: string): Reply {
	return jsonReply(200, { error }, error);
}

function isLoopback(uri: string | undefined): boolean {
	if (uri === undefined || !URL.canParse(uri)) return false;
	const { protocol, hostname } = new URL(uri);
	return /^https?:$/.test(protocol) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
