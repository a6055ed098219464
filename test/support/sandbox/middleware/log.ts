import { text } from 'express';
import type { Handler } from '../exchange';
import type { RequestLog } from '../requestLog';

/** Notes a request on arrival. */
export function logged(log: RequestLog, now: () => number, closing: AbortSignal): Handler {
	return ({ method, path, query, headers: given }, { locals }, next) => {
		const headers = Object.entries(given).map(([name, value]) => [name, String(value)]);
		locals.closing = closing;
		locals.now = now;
		locals.entry = log.begin({ method, path, query, headers: Object.fromEntries(headers) });
		next();
	};
}

/** Reads every kind of body as text, since the log shows it as it came. */
export const bodyText = text({ type: () => true, limit: '10mb' });

/** Completes the log entry with the body, and the request with its form. */
export const bodyRead: Handler = async ({ body }, { locals }, next) => {
	const { entry } = locals;
	entry.body = typeof body === 'string' ? body : '';
	locals.request = { ...entry, form: await formOf(entry.headers['content-type'], entry.body) };
	next();
};

/** Parameters in a body: Zoho Accounts takes both encodings of forms. */
async function formOf(type = '', body: string): Promise<Record<string, string>> {
	if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return {};
	const response = new Response(body, { headers: { 'content-type': type } });
	const parts = await response.formData().catch(() => new FormData());
	return Object.fromEntries([...parts].map(([name, value]) => [name, String(value)]));
}
