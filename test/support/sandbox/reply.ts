import { stringifyJson } from './data/rawInteger';
import type { ZohoError } from './errors';

/** An answer on its way out. An empty body is sent as no body at all. */
export interface Reply {
	readonly status: number;
	readonly body: string | Buffer;
	readonly headers: Record<string, string>;
	/** Zoho code or OAuth error word, for the log. */
	readonly code?: string;
}

const JSON_TYPE = 'application/json;charset=UTF-8';

export function jsonReply(status: number, body: unknown, code?: string): Reply {
	return {
		status,
		body: stringifyJson(body),
		headers: { 'Content-Type': JSON_TYPE },
		...(code !== undefined && { code }),
	};
}

/** A file to download . */
export function fileReply(name: string, content: Buffer): Reply {
	return {
		status: 200,
		body: content,
		headers: {
			'Content-Type': 'application/x-download;charset=UTF-8',
			'Content-Disposition': `attachment;filename*=UTF-8''${encodeURIComponent(name)}`,
		},
	};
}

/** 204 or 304: headers only. */
export function emptyReply(status: 204 | 304): Reply {
	return { status, body: '', headers: { 'Content-Type': JSON_TYPE } };
}

export function htmlReply(status: number, html: string, code?: string): Reply {
	return {
		status,
		body: html,
		headers: { 'Content-Type': 'text/html;charset=UTF-8' },
		...(code !== undefined && { code }),
	};
}

export function redirectReply(location: string, code?: string): Reply {
	return { status: 302, body: '', headers: { Location: location }, ...(code && { code }) };
}

export function errorReply(error: ZohoError): Reply {
	return jsonReply(error.status, error.body(), error.code);
}
