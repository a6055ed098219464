/** Where an account is, and the keys to it. */
export interface ProbedAccount {
	/** Zoho's accounts server, without a path. */
	accountsUrl: string;
	/** API host for a custom data centre; else the host that Zoho names. */
	apiUrl?: string;
	clientId: string;
	clientSecret: string;
	refreshToken: string;
}

export interface Reply {
	status: number;
	/** Zoho's code of a refusal; empty for an answer. */
	code: string;
	rows: Record<string, unknown>[];
	info: Record<string, unknown>;
	/** API credits left, where Zoho reports them. */
	credits?: number;
}

type Json = Record<string, unknown>;

/** Reads from one account: GETs and queries, nothing else. */
export class ProbedZoho {
	private constructor(
		private readonly origin: string,
		private readonly token: string,
	) {}

	/** @throws Error when Zoho gives no access token */
	static async connect(account: ProbedAccount): Promise<ProbedZoho> {
		const form = new URLSearchParams({
			grant_type: 'refresh_token',
			client_id: account.clientId,
			client_secret: account.clientSecret,
			refresh_token: account.refreshToken,
		});
		const response = await fetch(`${account.accountsUrl}/oauth/v2/token`, {
			method: 'POST',
			body: form,
		});
		const answer = (await response.json()) as Json;
		const { access_token: token, api_domain: domain, error } = answer;
		if (typeof token !== 'string') {
			throw new Error(`Zoho gives no access token: ${String(error ?? response.status)}`);
		}
		return new ProbedZoho(account.apiUrl ?? apiHost(domain), token);
	}

	async get(path: string, query: Record<string, string>): Promise<Reply> {
		return await this.ask(`${path}?${new URLSearchParams(query).toString()}`, { method: 'GET' });
	}

	async query(text: string): Promise<Reply> {
		const body = JSON.stringify({ select_query: text });
		const headers = { 'Content-Type': 'application/json' };
		return await this.ask('coql', { method: 'POST', body, headers });
	}

	private async ask(path: string, init: RequestInit): Promise<Reply> {
		const response = await fetch(`${this.origin}/crm/v8/${path}`, {
			...init,
			redirect: 'error',
			headers: { ...init.headers, Authorization: `Zoho-oauthtoken ${this.token}` },
		});
		const text = await response.text();
		const body = (text === '' ? {} : JSON.parse(text)) as Json;
		const credits = response.headers.get('x-api-credits-remaining');
		return {
			status: response.status,
			code: typeof body.code === 'string' ? body.code : '',
			rows: Array.isArray(body.data) ? (body.data as Json[]) : [],
			info: (body.info ?? {}) as Json,
			...(credits === null ? {} : { credits: Number(credits) }),
		};
	}
}

/** The token goes to Zoho's own hosts only. */
function apiHost(domain: unknown): string {
	const { protocol, hostname, origin } = new URL(String(domain));
	const isZoho = /(^|\.)zohoapis\.(com|eu|in|com\.au|jp|com\.cn|ca|sa|uk|ae|sg)$/.test(hostname);
	if (protocol === 'https:' && isZoho) return origin;
	throw new Error(`${hostname} is not an API host of Zoho`);
}
