import type { IncomingMessage } from 'node:http';

/** A request, read whole and taken apart. */
export interface Incoming {
	readonly method: string;
	/** Without the query string, still percent-encoded. */
	readonly path: string;
	readonly query: Record<string, string>;
	readonly headers: Record<string, string>;
	readonly body: string;
	/** Parameters of an urlencoded body; empty for any other kind of body. */
	readonly form: Record<string, string>;
}

/** What is known of a request before its body has arrived. */
export function requestHead(message: IncomingMessage): Omit<Incoming, 'body' | 'form'> {
	const url = new URL(message.url ?? '/', 'http://sandbox');
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(message.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return {
		method: message.method ?? 'GET',
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers,
	};
}

/** The body as text; empty if the client gave up. */
export async function readBody(message: IncomingMessage): Promise<string> {
	if (message.method === 'GET' || message.method === 'HEAD') return '';
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of message) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
	} catch {
		return '';
	}
	return Buffer.concat(chunks).toString('utf8');
}

export function formOf(headers: Record<string, string>, body: string): Record<string, string> {
	const type = headers['content-type'] ?? '';
	if (!type.startsWith('application/x-www-form-urlencoded')) return {};
	return Object.fromEntries(new URLSearchParams(body));
}
