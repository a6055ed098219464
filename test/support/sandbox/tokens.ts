import { randomBytes } from 'node:crypto';
import { USERS } from './data/users';
import { DEFAULT_SCOPE } from './scopes';

const MINUTE = 60_000;
const CODE_LIFE = 3 * MINUTE;
const REFRESH_WINDOW = 10 * MINUTE;
const ACTIVE_ACCESS_TOKENS = 15;
const REFRESH_TOKENS_PER_USER = 20;

export interface Grant {
	readonly scope: string;
	readonly userId: string;
}

export interface IssuedTokens {
	access_token: string;
	refresh_token: string;
	api_domain: string;
	token_type: 'Bearer';
	expires_in: number;
	scope: string;
}

export interface CodeGrant extends Grant {
	readonly redirectUri: string;
	readonly offline: boolean;
}

interface RefreshEntry extends Grant {
	issued: number[];
	active: string[];
}

export interface TokenSettings {
	now: () => number;
	accessTokenSeconds: number;
	refreshLimit: number;
	apiDomain: () => string;
}

/** Keeps codes, access tokens and refresh tokens (Zoho: OAuth token validity v3). */
export class TokenStore {
	private readonly codes = new Map<string, CodeGrant & { until: number }>();
	private readonly access = new Map<string, Grant & { until: number }>();
	private readonly refresh = new Map<string, RefreshEntry>();
	/** Refresh tokens by user, oldest first. */
	private readonly consented = new Map<string, string[]>();

	constructor(private readonly settings: TokenSettings) {}

	/** A grant and its tokens, as if the user had just allowed access. */
	issue(options: { scope?: string; userId?: string } = {}): IssuedTokens {
		const { scope = DEFAULT_SCOPE, userId = USERS[0]?.id ?? '' } = options;
		const grant = { scope, userId };
		const refreshToken = this.newRefreshToken(grant);
		return { ...this.newAccess(grant, refreshToken), refresh_token: refreshToken };
	}

	expireAccessTokens(): void {
		this.access.clear();
	}

	revoke(refreshToken: string): void {
		for (const token of this.refresh.get(refreshToken)?.active ?? []) this.access.delete(token);
		this.refresh.delete(refreshToken);
	}

	/** The grant behind an access token; undefined if it is unknown or expired. */
	grantOf(accessToken: string): Grant | undefined {
		const found = this.access.get(accessToken);
		return found && found.until > this.settings.now() ? found : undefined;
	}

	newCode(grant: CodeGrant): string {
		const code = token();
		this.codes.set(code, { ...grant, until: this.settings.now() + CODE_LIFE });
		return code;
	}

	/** A code serves once, even where the exchange then fails. */
	takeCode(code: string): CodeGrant | undefined {
		const found = this.codes.get(code);
		this.codes.delete(code);
		return found && found.until > this.settings.now() ? found : undefined;
	}

	/** As newRefreshToken(); a user's twenty-first ends the oldest of those given by consent. */
	newConsentedRefreshToken(grant: Grant): string {
		const refreshToken = this.newRefreshToken(grant);
		const consented = this.consented.get(grant.userId) ?? [];
		this.consented.set(grant.userId, consented);
		consented.push(refreshToken);
		const oldest = consented.length > REFRESH_TOKENS_PER_USER ? consented.shift() : undefined;
		if (oldest !== undefined) this.revoke(oldest);
		return refreshToken;
	}

	private newRefreshToken(grant: Grant): string {
		const refreshToken = token();
		this.refresh.set(refreshToken, { ...grant, issued: [], active: [] });
		return refreshToken;
	}

	/** A new access token for a refresh token, or why there is none. */
	useRefreshToken(
		refreshToken: string,
	): Omit<IssuedTokens, 'refresh_token'> | 'unknown' | 'throttled' {
		const entry = this.refresh.get(refreshToken);
		if (!entry) return 'unknown';
		const { now, refreshLimit } = this.settings;
		entry.issued = entry.issued.filter((at) => at > now() - REFRESH_WINDOW);
		if (entry.issued.length >= refreshLimit) return 'throttled';
		entry.issued.push(now());
		return this.newAccess(entry, refreshToken);
	}

	newAccess(grant: Grant, refreshToken?: string): Omit<IssuedTokens, 'refresh_token'> {
		const { now, accessTokenSeconds, apiDomain } = this.settings;
		const accessToken = token();
		const { scope, userId } = grant;
		this.access.set(accessToken, { scope, userId, until: now() + accessTokenSeconds * 1000 });
		if (refreshToken !== undefined) this.limitActive(refreshToken, accessToken);
		return {
			access_token: accessToken,
			scope,
			api_domain: apiDomain(),
			token_type: 'Bearer',
			expires_in: accessTokenSeconds,
		};
	}

	private limitActive(refreshToken: string, accessToken: string): void {
		const active = this.refresh.get(refreshToken)?.active ?? [];
		active.push(accessToken);
		const oldest = active.length > ACTIVE_ACCESS_TOKENS ? active.shift() : undefined;
		if (oldest !== undefined) this.access.delete(oldest);
	}
}

function token(): string {
	return `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`;
}
