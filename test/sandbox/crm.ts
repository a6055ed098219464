import type { Call } from './call';
import type { Credits } from './contract';
import { ZohoError, errors } from './errors';
import type { Incoming } from './incoming';
import type { Reply } from './reply';
import { errorReply } from './reply';
import { answered, destination } from './router';
import { Scopes } from './scopes';
import type { TokenStore } from './tokens';

const AUTHORIZATION = /^(?:Bearer|Zoho-oauthtoken) (\S+)$/i;
const CREDITS_HEADER = 'X-API-CREDITS-REMAINING';

type Settings = Pick<Call, 'data' | 'pageTokens' | 'perPageAbove200' | 'unknownRecordStatus'>;

/** The CRM's part of the server: who asks, what for, and what it costs. */
export class Crm {
	constructor(
		private readonly settings: Settings,
		private readonly tokens: TokenStore,
		private readonly credits: Credits | undefined,
	) {}

	handle(request: Incoming): Reply {
		const outcome = answered(() => this.answer(request));
		const reply = outcome instanceof ZohoError ? errorReply(outcome) : outcome;
		return { ...reply, headers: { ...reply.headers, ...this.creditHeaders() } };
	}

	private answer(request: Incoming): Reply {
		const { route, version, path } = destination(request.path);
		const grant = this.tokens.grantOf(bearer(request.headers.authorization));
		if (!grant) throw errors.invalidToken();
		this.charge();
		if (route.method !== request.method) throw errors.invalidMethod();
		const scopes = new Scopes(grant.scope);
		return route.handle({
			...this.settings,
			request,
			version,
			path,
			userId: grant.userId,
			scopes,
		});
	}

	private charge(): void {
		if (!this.credits) return;
		if (this.credits.used >= this.credits.total) throw errors.tooManyRequests();
		this.credits.used++;
	}

	private creditHeaders(): Record<string, string> {
		if (!this.credits) return {};
		const { total, used } = this.credits;
		return used * 2 < total ? {} : { [CREDITS_HEADER]: String(Math.max(0, total - used)) };
	}
}

function bearer(authorization: string | undefined): string {
	if (!authorization) throw errors.noAuthorization();
	const [, token] = AUTHORIZATION.exec(authorization) ?? [];
	if (token === undefined) throw errors.invalidToken();
	return token;
}
