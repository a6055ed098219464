import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { passDeadlines } from './deadlines';
import type { Handle } from './hostileServer';

/** Rows that come out, or the code of the error. */
type Expected = readonly unknown[] | string;

export type Answer = readonly [name: string, expected: Expected, handle: Handle];

const MEGABYTE = 1024 * 1024;
const BAD = 'INVALID_RESPONSE';
const BROKEN = 'NETWORK_ERROR';
const ROW = { id: '7', Note_Title: 'Call back' };
const ROWS = [ROW];
const TYPE = 'application/json;charset=UTF-8';

type Body = string | Buffer;

function sends(status: number, body: Body, headers: Record<string, string> = {}): Handle {
	return (_request, response) => {
		response.writeHead(status, { 'Content-Type': TYPE, ...headers }).end(body);
	};
}

/** A page whose only row has these values, as JSON text. */
const pageOf = (row: string, info = '{"more_records":false}') => `{"data":[${row}],"info":${info}}`;
const page = (row: string, info?: string): Handle => sends(200, pageOf(row, info));
const whole = pageOf(JSON.stringify(ROW));
const withStatus = (status: number): Handle => sends(status, whole);
const withHeaders = (headers: Record<string, string>): Handle => sends(200, whole, headers);
const packed = (encoding: string, body: Body): Handle =>
	sends(200, body, { 'Content-Encoding': encoding });
const redirect = (status: number, to = 'http://127.0.0.1:9/crm'): Handle =>
	sends(status, '', { Location: to });
const refusal = (body: unknown): Handle => sends(400, JSON.stringify(body));
const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

/** Bytes as they stand, then the end of the connection. */
const raw =
	(text: string): Handle =>
	(request) =>
		request.socket.end(text);

/** Writes for as long as somebody reads. */
const endless =
	(status: number): Handle =>
	(_request, response) => {
		const more = () => {
			while (!response.destroyed && response.write(' '.repeat(MEGABYTE)));
		};
		response.writeHead(status, { 'Content-Type': TYPE }).on('drain', more);
		more();
	};

/** Node's client says nothing of a connection that is given to another protocol. */
const switching: Handle = ({ socket }) => {
	socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
	socket.on('close', passDeadlines);
};

const informed = (inform: (response: ServerResponse) => void): Handle => {
	return (_request, response) => {
		inform(response);
		response.writeHead(200, { 'Content-Type': TYPE }).end(whole);
	};
};

/** At the best quality, which is Node's default, a bomb takes seconds to make. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A gigabyte of spaces, packed into about a megabyte. */
const bomb = Buffer.concat(new Array<Buffer>(1024).fill(gzipSync(Buffer.alloc(MEGABYTE, ' '))));

export const ANSWERS: readonly Answer[] = [
	['a redirect 301', BAD, redirect(301)],
	['a redirect 302', BAD, redirect(302)],
	['a redirect 303', BAD, redirect(303)],
	['a redirect 307', BAD, redirect(307)],
	['a redirect 308', BAD, redirect(308)],
	['a redirect to a path', BAD, redirect(302, '/crm/v8/Contacts')],
	['a redirect to a file', BAD, redirect(302, 'file:///etc/passwd')],
	['a redirect nowhere', BAD, sends(302, '')],
	['300 with rows', BAD, withStatus(300)],
	['304, though nothing was asked to be newer', BAD, sends(304, '')],
	['another address on 200', ROWS, withHeaders({ Location: 'http://127.0.0.1:9/crm' })],
	['100 first', ROWS, informed((response) => response.writeContinue())],
	['102 first', ROWS, informed((response) => response.writeProcessing())],
	[
		'103 first',
		ROWS,
		informed((response) => response.writeEarlyHints({ link: '</x>; rel=preload' })),
	],
	['101 without being asked', 'TIMEOUT', switching],
	['201', BAD, withStatus(201)],
	['202', BAD, withStatus(202)],
	['203', BAD, withStatus(203)],
	['205', BAD, withStatus(205)],
	['206', BAD, withStatus(206)],
	['207', BAD, withStatus(207)],
	['999', BAD, withStatus(999)],
	['no HTTP', BROKEN, raw('SSH-2.0-OpenSSH_9.6\r\n')],
	['a header that is none', BROKEN, raw('HTTP/1.1 200 OK\r\nno header\r\n\r\n')],
	['a header of 100 kB', BROKEN, raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)],
	[
		'two lengths',
		BROKEN,
		raw(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n${whole}`),
	],
	[
		'a length and chunks',
		BROKEN,
		raw(`HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n${whole}`),
	],
	['a length too large', BROKEN, raw(`HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${whole}`)],
	['a length too small', BAD, raw(`HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n${whole}`)],
	[
		'a chunk cut off',
		BROKEN,
		raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n{'),
	],
	[
		'lines in a header',
		ROWS,
		raw(`HTTP/1.1 200 OK\r\nX: a\r\nSet-Cookie: b\r\nConnection: close\r\n\r\n${whole}`),
	],
	['50 MB of spaces', BAD, sends(200, ' '.repeat(50 * MEGABYTE))],
	['a page of 50 MB', BAD, page(`{"id":"7","text":"${'x'.repeat(50 * MEGABYTE)}"}`)],
	['a body without end', BAD, endless(200)],
	['a refusal without end', BAD, endless(400)],
	['gzip', ROWS, packed('gzip', gzipSync(whole))],
	['a gzip bomb', BAD, packed('gzip', bomb)],
	['a brotli bomb', BAD, packed('br', brotliCompressSync(Buffer.alloc(256 * MEGABYTE), FAST))],
	[
		'a deflate bomb',
		BAD,
		packed('deflate', deflateSync(Buffer.alloc(256 * MEGABYTE), { level: 1 })),
	],
	['gzip that is none', BROKEN, packed('gzip', whole)],
	['gzip cut off', BAD, packed('gzip', gzipSync(whole).subarray(0, 40))],
	['a packing nobody knows', ROWS, packed('x-evil', whole)],
	['100,000 levels in a row', BAD, page(`{"id":"7","a":${nested(100_000)}}`)],
	['100,000 levels in info', BAD, page('{"id":"7"}', nested(100_000))],
	[
		'100,000 levels of objects',
		BAD,
		page(`{"id":"7","a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`),
	],
	[
		'brackets in a text',
		[{ id: '7', a: '['.repeat(1000) }],
		page(`{"id":"7","a":"${'['.repeat(1000)}"}`),
	],
	['20 levels', [{ id: '7', a: JSON.parse(nested(20)) }], page(`{"id":"7","a":${nested(20)}}`)],
	['levels never closed', BAD, sends(200, '['.repeat(1_000_000))],
	['__proto__ in a row', [{ id: '7' }], page('{"id":"7","__proto__":{"polluted":1}}')],
	[
		'__proto__ in a row, escaped',
		[{ id: '7' }],
		page('{"id":"7","\\u005f_proto\\u005f_":{"polluted":1}}'),
	],
	[
		'__proto__ within a value',
		[{ id: '7', a: { b: 1 } }],
		page('{"id":"7","a":{"b":1,"__proto__":{"polluted":1}}}'),
	],
	[
		'__proto__ in info',
		[{ id: '7' }],
		page('{"id":"7"}', '{"more_records":false,"__proto__":{"polluted":1}}'),
	],
	['__proto__ with the rows', BAD, sends(200, `{"__proto__":${whole}}`)],
	['a prototype for all rows', BAD, sends(200, '{"data":{"__proto__":[{"id":"7"}]}}')],
	[
		'constructor in a row',
		[{ id: '7', constructor: { prototype: { polluted: 1 } } }],
		page('{"id":"7","constructor":{"prototype":{"polluted":1}}}'),
	],
	[
		'toString in a row',
		[{ id: '7', toString: 'x', valueOf: 'y', hasOwnProperty: 1 }],
		page('{"id":"7","toString":"x","valueOf":"y","hasOwnProperty":1}'),
	],
	[
		'constructor in info',
		[{ id: '7' }],
		page(
			'{"id":"7"}',
			'{"more_records":false,"constructor":{"prototype":{"polluted":1}},"toString":1}',
		),
	],
	['a number as ID', BAD, page('{"id":7}')],
	['a huge number as ID', [{ id: '4876876000000376008' }], page('{"id":4876876000000376008}')],
	['an object as ID', BAD, page('{"id":{"id":"7"}}')],
	['an empty ID', BAD, page('{"id":""}')],
	['no ID', BAD, page('{"Note_Title":"x"}')],
	['a prototype as ID', [{ id: '__proto__' }], page('{"id":"__proto__"}')],
	['null for a row', BAD, page('null')],
	['an array for a row', BAD, page('["id","7"]')],
	['the same ID twice', [{ id: '7', a: 1 }], page('{"id":"7","a":1},{"id":"7","a":2}')],
	['the same key twice', [{ id: '7', a: 2 }], page('{"id":"7","a":1,"a":2}')],
	['not a number', BAD, page('{"id":"7","a":NaN}')],
	['a number beyond all numbers', [{ id: '7', a: '1e999' }], page('{"id":"7","a":1e999}')],
	[
		'a number of 100 kB',
		[{ id: '7', a: '9'.repeat(100_000) }],
		page(`{"id":"7","a":${'9'.repeat(100_000)}}`),
	],
	['a lone surrogate', [{ id: '7', a: '\ud800' }], page('{"id":"7","a":"\\ud800"}')],
	['a null character', [{ id: '7', a: '\0' }], page('{"id":"7","a":"\\u0000"}')],
	[
		'bytes that are no UTF-8',
		[{ id: '7', a: '\ufffd' }],
		sends(200, Buffer.from(pageOf('{"id":"7","a":"\xff"}'), 'latin1')),
	],
	['a mark before the JSON', ROWS, sends(200, `\ufeff${whole}`)],
	['something after the JSON', BAD, sends(200, `${whole}x`)],
	['no number of credits', ROWS, withHeaders({ 'X-API-CREDITS-REMAINING': '-1e9' })],
	['a code that is a prototype', '__proto__', refusal({ code: '__proto__', status: 'error' })],
	['a code that is an object', BAD, refusal({ code: { a: 1 }, status: 'error' })],
	['a code of 100 kB', 'INVALID_RESPONSE', refusal({ code: 'X'.repeat(100_000), status: 'error' })],
	['a message of 100 kB', 'SOME', refusal({ code: 'SOME', message: 'x'.repeat(100_000) })],
	['a message that is an object', 'SOME', refusal({ code: 'SOME', message: { toString: 1 } })],
	[
		'details with a prototype',
		'SOME',
		sends(400, '{"code":"SOME","details":{"__proto__":{"polluted":1}}}'),
	],
	[
		'a refusal 100,000 levels deep',
		BAD,
		sends(400, `{"code":"SOME","details":${nested(100_000)}}`),
	],
];
