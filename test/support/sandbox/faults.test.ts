import { connect } from 'node:net';
import type { Fault, Sandbox } from './index';
import { known } from './index';
import type { Client } from './testClient';
import { clientOf, holdAnswers, sandboxesPerTest } from './testClient';

const NOTES = `v6/Leads/${known.lead.id}/Notes`;
const fields = 'Note_Title';

const open = sandboxesPerTest();
let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
	sandbox = await open();
	client = clientOf(sandbox);
});

const fault = (rest: Omit<Fault, 'match'>, match: Fault['match'] = {}): void =>
	sandbox.faults.add({ match, ...rest });
const read = async (): ReturnType<Client['get']> => await client.get(NOTES, { fields });
const logged = (): unknown => sandbox.log.crm().at(-1)?.status;

describe('an answer that a fault prescribes', () => {
	it('is JSON, with its code in the log', async () => {
		fault({ reply: { status: 503, body: { code: 'DOWN' }, headers: { 'Retry-After': '7' } } });
		const { status, headers, body } = await read();
		expect(status).toBe(503);
		expect(headers.get('retry-after')).toBe('7');
		expect(body).toEqual({ code: 'DOWN' });
		expect(sandbox.log.crm().at(-1)).toMatchObject({ status: 503, code: 'DOWN' });
	});

	it.each([
		['<html>busy</html>', 'text/html;charset=UTF-8'],
		['{"data":[', 'application/json;charset=UTF-8'],
	])('is %s as it stands', async (text, type) => {
		fault({ reply: { status: 200, body: text } });
		const url = `${sandbox.origin}/crm/${NOTES}`;
		const response = await fetch(url);
		expect(response.headers.get('content-type')).toBe(type);
		expect(await response.text()).toBe(text);
	});

	it('is the own one of the CRM, changed', async () => {
		fault({ alter: (reply, { method }) => ({ ...reply, status: 203, body: `"${method}"` }) });
		expect(await read()).toMatchObject({ status: 203, body: 'GET' });
	});

	it('may be empty', async () => {
		fault({ reply: { status: 200 } });
		expect(await read()).toMatchObject({ status: 200, text: '' });
	});
});

describe('a broken connection', () => {
	it('comes before the answer', async () => {
		fault({ reset: 'before' });
		await expect(read()).rejects.toThrow();
		expect(logged()).toBe('reset');
		expect((await read()).status).toBe(200);
	});

	it.each(['headers', 'body'] as const)('comes after the %s', async (reset) => {
		fault({ reset });
		const { access_token: token } = sandbox.tokens.issue();
		const headers = { authorization: `Bearer ${token}` };
		const response = await fetch(`${sandbox.origin}/crm/${NOTES}?fields=${fields}`, { headers });
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow();
		expect(logged()).toBe('reset');
	});
});

describe('a body', () => {
	it('is cut in half, in well-formed HTTP', async () => {
		const url = `${sandbox.origin}/crm/${NOTES}?fields=${fields}`;
		const headers = { authorization: `Bearer ${sandbox.tokens.issue().access_token}` };
		const whole = await (await fetch(url, { headers })).text();
		fault({ truncate: true });
		const half = await (await fetch(url, { headers })).text();
		expect(Buffer.from(half)).toEqual(Buffer.from(whole).subarray(0, half.length));
		expect(half.length).toBe(Math.floor(Buffer.from(whole).length / 2));
	});

	it('drips and is whole all the same', async () => {
		const { body } = await read();
		fault({ dripMs: 1 });
		expect((await read()).body).toEqual(body);
	});
});

describe('an answer that keeps its client waiting', () => {
	it('never comes if it hangs', async () => {
		const arrived = new Promise<void>((resolve) => fault({ hang: true, then: () => resolve() }));
		const pending = expect(read()).rejects.toThrow();
		await arrived;
		await sandbox.close();
		await pending;
	});

	it('comes after its delay', async () => {
		fault({ delayMs: 5 });
		expect((await read()).status).toBe(200);
	});

	it('does no harm when the client has gone', async () => {
		const { arrived, release } = holdAnswers(sandbox, 1);
		const leaving = new AbortController();
		const url = `${sandbox.origin}/crm/${NOTES}`;
		const pending = expect(fetch(url, { signal: leaving.signal })).rejects.toThrow();
		await arrived;
		leaving.abort();
		await pending;
		release();
		expect((await read()).status).toBe(200);
	});
});

it('lets a client go that breaks off in its own body', async () => {
	const socket = connect(Number(new URL(sandbox.origin).port), '127.0.0.1');
	const closed = new Promise((resolve) => socket.once('close', resolve));
	socket.write('POST /oauth/v2/token HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nhalf');
	await expect(read()).resolves.toMatchObject({ status: 200 });
	socket.destroy();
	await closed;
	expect((await read()).status).toBe(200);
});

describe('a fault hits', () => {
	const statuses = async (count: number): Promise<number[]> => {
		const seen: number[] = [];
		for (let index = 0; index < count; index++) seen.push((await read()).status);
		return seen;
	};
	const reply = { status: 500, body: { code: 'INTERNAL_ERROR' } };

	it('as often as it says, after those it skips', async () => {
		fault({ reply, skip: 1, times: 2 });
		expect(await statuses(4)).toEqual([200, 500, 500, 200]);
	});

	it('until it is cleared', async () => {
		fault({ reply, times: Infinity });
		expect(await statuses(3)).toEqual([500, 500, 500]);
		sandbox.faults.clear();
		expect(await statuses(1)).toEqual([200]);
	});

	it.each<[Fault['match'], number]>([
		[{ path: '/Notes' }, 500],
		[{ path: /Leads\/\d+\/Notes$/ }, 500],
		[{ path: '/Tasks' }, 200],
		[{ method: 'POST' }, 200],
		[{ query: { fields: 'Note_Title' } }, 500],
		[{ query: { fields: /^Note/ } }, 500],
		[{ query: { page_token: /./ } }, 200],
	])('what it matches: %j gives %i', async (match, status) => {
		fault({ reply }, match);
		expect(await statuses(1)).toEqual([status]);
	});

	it('the token endpoint by the parameters of its form', async () => {
		fault({ reply }, { path: '/oauth/v2/token', query: { grant_type: 'refresh_token' } });
		const token = async (grant: string): Promise<number> => {
			const body = new URLSearchParams({ grant_type: grant });
			return (await fetch(`${sandbox.origin}/oauth/v2/token`, { method: 'POST', body })).status;
		};
		expect([await token('authorization_code'), await token('refresh_token')]).toEqual([200, 500]);
	});

	it('and may change the data first', async () => {
		const change = (): string => sandbox.data.addRelated('Leads', known.lead.id, 'Notes');
		fault({ then: change, skip: 1 });
		const [before, after] = [(await read()).body, (await read()).body];
		expect(after.data).toHaveLength(before.data.length + 1);
	});
});
