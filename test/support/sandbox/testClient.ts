import type { Sandbox, SandboxOptions } from './index';
import { startSandbox } from './index';

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** Parsed body; undefined if there is none. */
	body: Body;
}

interface Body {
	data: Record<string, unknown>[];
	info: Record<string, unknown>;
	code: string;
	details: Record<string, unknown>;
	[key: string]: unknown;
}

export type Query = Record<string, string | number | undefined>;

export interface Client {
	get(path: string, query?: Query, headers?: Record<string, string>): Promise<Answer>;
	post(path: string, body: unknown): Promise<Answer>;
	/** All rows of a list, by page tokens. */
	walk(path: string, query: Query): Promise<Record<string, unknown>[]>;
}

/** A client with a token of its own; paths stand without /crm. */
export function clientOf(
	sandbox: Sandbox,
	grant: { scope?: string; userId?: string } = {},
	prefix = 'Zoho-oauthtoken',
): Client {
	const authorization = `${prefix} ${sandbox.tokens.issue(grant).access_token}`;
	const get: Client['get'] = (path, query = {}, headers = {}) => {
		const params = new URLSearchParams();
		for (const [name, value] of Object.entries(query)) {
			if (value !== undefined) params.set(name, String(value));
		}
		const url = `${sandbox.origin}/crm/${path}?${params.toString()}`;
		return answerOf(fetch(url, { headers: { authorization, ...headers } }));
	};
	return {
		get,
		post: (path, body) =>
			answerOf(
				fetch(`${sandbox.origin}/crm/${path}`, {
					method: 'POST',
					headers: { authorization, 'content-type': 'application/json' },
					body: typeof body === 'string' ? body : JSON.stringify(body),
				}),
			),
		walk: async (path, query) => {
			const rows: Record<string, unknown>[] = [];
			let token: string | undefined;
			do {
				const { body } = await get(path, { ...query, page_token: token });
				rows.push(...body.data);
				const { next_page_token: next } = body.info;
				token = typeof next === 'string' ? next : undefined;
			} while (token !== undefined);
			return rows;
		},
	};
}

/** Starts sandboxes for single tests; each is closed after its test, passed or failed. */
export function sandboxesPerTest(): (options?: SandboxOptions) => Promise<Sandbox> {
	const open: Sandbox[] = [];
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (sandbox) => await sandbox.close()));
	});
	return async (options) => {
		const sandbox = await startSandbox(options);
		open.push(sandbox);
		return sandbox;
	};
}

/** Keeps the next answers back: `arrived` resolves when all their requests are in. */
export function holdAnswers(
	sandbox: Sandbox,
	count: number,
): { arrived: Promise<void>; release: () => void } {
	const arrived = gate();
	const held = gate();
	let missing = count;
	sandbox.faults.add({
		match: {},
		times: count,
		hold: held.opened,
		then: () => {
			missing--;
			if (missing === 0) arrived.open();
		},
	});
	return { arrived: arrived.opened, release: held.open };
}

function gate(): { opened: Promise<void>; open: () => void } {
	let open = (): void => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { opened, open };
}

/** Status, headers and body of a response. */
export async function answerOf(pending: Promise<Response>): Promise<Answer> {
	const response = await pending;
	const text = await response.text();
	const json = response.headers.get('content-type')?.includes('json') && text !== '';
	return {
		status: response.status,
		headers: response.headers,
		text,
		body: json ? JSON.parse(text) : undefined,
	};
}
