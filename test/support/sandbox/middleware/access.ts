import type { Credits } from '../contract';
import { errors } from '../errors';
import type { Handler } from '../exchange';
import type { TokenStore } from '../tokens';

const AUTHORIZATION = /^(?:Bearer|Zoho-oauthtoken) (\S+)$/i;

/** Finds the grant behind the access token. */
export function authenticated(tokens: TokenStore): Handler {
	return ({ headers: { authorization } }, { locals }, next) => {
		if (!authorization) throw errors.noAuthorization();
		const [, token = ''] = AUTHORIZATION.exec(authorization) ?? [];
		const grant = tokens.grantOf(token);
		if (!grant) throw errors.invalidToken();
		locals.grant = grant;
		next();
	};
}

/** Takes a credit for the request, and tells what is left once half of the credits are used. */
export function charged(credits: Credits | undefined): Handler {
	return (_request, response, next) => {
		if (credits) {
			const { total, used } = credits;
			credits.used = Math.min(used + 1, total);
			const left = total - credits.used;
			if (left <= credits.used) response.set('X-API-CREDITS-REMAINING', String(left));
			if (used >= total) throw errors.tooManyRequests();
		}
		next();
	};
}
