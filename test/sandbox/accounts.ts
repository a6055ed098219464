import { consentPage, errorPage } from './consent-page';
import type { Incoming } from './incoming';
import type { Reply } from './reply';
import { htmlReply, jsonReply, redirectReply } from './reply';
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

/** Zoho Accounts: consent, codes and tokens. Errors of the token endpoint are HTTP 200 bodies. */
export class Accounts {
	constructor(private readonly settings: AccountsSettings) {}

	handle(request: Incoming): Reply {
		switch (`${request.method} ${request.path}`) {
			case 'GET /oauth/v2/auth':
				return this.ask(request.query);
			case 'POST /oauth/v2/auth':
				return this.decide(request.form);
			case 'POST /oauth/v2/token':
				return this.token({ ...request.query, ...request.form });
			case 'POST /oauth/v2/token/revoke':
				this.settings.tokens.revoke({ ...request.query, ...request.form }.token ?? '');
				return jsonReply(200, { status: 'success' });
			case 'GET /oauth/serverinfo':
				return jsonReply(200, {
					result: 'success',
					locations: { [this.settings.dataCenter]: this.settings.origin() },
				});
			default:
				return errorPage(404, 'not_found');
		}
	}

	private ask(params: Record<string, string>): Reply {
		const refusal = this.refusal(params);
		return refusal ? errorPage(200, refusal) : htmlReply(200, consentPage(params));
	}

	private decide(params: Record<string, string>): Reply {
		const refusal = this.refusal(params);
		if (refusal) return errorPage(200, refusal);
		const { redirect_uri: redirectUri = '', state } = params;
		const target = new URL(redirectUri);
		if (params.decision === 'allow') {
			target.searchParams.set('code', this.newCode(params, redirectUri));
			target.searchParams.set('location', this.settings.dataCenter);
			target.searchParams.set('accounts-server', this.settings.origin());
		} else {
			target.searchParams.set('error', 'access_denied');
		}
		if (state !== undefined) target.searchParams.set('state', state);
		return redirectReply(target.href);
	}

	private newCode(params: Record<string, string>, redirectUri: string): string {
		return this.settings.tokens.newCode({
			scope: params.scope ?? '',
			userId: USERS[0]?.id ?? '',
			redirectUri,
			offline: params.access_type === 'offline' && params.prompt === 'consent',
		});
	}

	private refusal(params: Record<string, string>): string | undefined {
		if (params.client_id !== this.settings.client.id) return 'invalid_client';
		if (!isLoopback(params.redirect_uri)) return 'invalid_redirect_uri';
		if (params.response_type !== 'code') return 'invalid_response_type';
		return isScopeList(params.scope ?? '') ? undefined : 'invalid_scope';
	}

	private token(params: Record<string, string>): Reply {
		if (params.client_id !== this.settings.client.id) return refused('invalid_client');
		if (params.client_secret !== this.settings.client.secret) {
			return refused('invalid_client_secret');
		}
		if (params.grant_type === 'authorization_code') return this.exchange(params);
		if (params.grant_type === 'refresh_token') return this.refresh(params.refresh_token ?? '');
		return refused('unsupported_grant_type');
	}

	private exchange(params: Record<string, string>): Reply {
		const { tokens } = this.settings;
		const grant = tokens.takeCode(params.code ?? '');
		if (!grant) return refused('invalid_code');
		if (grant.redirectUri !== params.redirect_uri) return refused('invalid_redirect_uri');
		if (!grant.offline) return jsonReply(200, tokens.newAccess(grant));
		const refreshToken = tokens.newRefreshToken(grant);
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

function refused(error: string): Reply {
	return jsonReply(200, { error }, error);
}

function isLoopback(uri: string | undefined): boolean {
	if (uri === undefined || !URL.canParse(uri)) return false;
	const { protocol, hostname } = new URL(uri);
	return /^https?:$/.test(protocol) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
