import { ExecutionStopped } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/executionStopped';
import type { SendOutcome } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/exchange';
import { decodeRows } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/rows';
import { withDecoding } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/withDecoding';
import {
	withUsage,
	type Usage,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/withUsage';

const HTTP = {
	method: 'GET',
	url: 'https://www.zohoapis.com/crm/v8/Leads',
	timeout: 60_000,
} as const;
const ASKED = { subject: { module: 'Leads' }, scope: 'ZohoCRM.modules.READ' };
const DATE = 'Sat, 31 Jan 2026 09:00:00 GMT';
const answer = (headers: Record<string, unknown>): SendOutcome => ({
	kind: 'answer',
	status: 200,
	text: '{"data":[]}',
	headers,
});

async function usageAfter(...outcomes: SendOutcome[]): Promise<Usage> {
	const usage: Usage = { calls: 0 };
	for (const outcome of outcomes) {
		const send = withUsage(async () => await Promise.resolve(outcome), usage);
		expect(await send(HTTP)).toBe(outcome);
	}
	return usage;
}

it.each<[string, SendOutcome[], Usage]>([
	['an answer', [answer({})], { calls: 1 }],
	['a request without an answer', [{ kind: 'timeout' }, { kind: 'broken' }], { calls: 2 }],
	['a cancelled request is none', [{ kind: 'cancelled' }], { calls: 0 }],
	[
		'credits, as told last',
		[
			answer({ 'x-api-credits-remaining': '9' }),
			answer({ 'x-api-credits-remaining': '8' }),
			answer({}),
		],
		{ calls: 3, creditsRemaining: 8 },
	],
	["Zoho's clock", [answer({ date: DATE }), answer({})], { calls: 2, zohoTime: Date.parse(DATE) }],
	['a clock that cannot be read', [answer({ date: 'soon' }), answer({ date: 1 })], { calls: 2 }],
])('usage counts %s', async (_what, outcomes, usage) => {
	expect(await usageAfter(...outcomes)).toEqual(usage);
});

describe('an outcome of sending', () => {
	const decoded = async (outcome: SendOutcome) =>
		await withDecoding(async () => await Promise.resolve(outcome))(HTTP, ASKED, decodeRows);

	it('is decoded when it is an answer', async () => {
		expect(await decoded(answer({}))).toEqual({ kind: 'body', body: { data: [] } });
	});

	it.each<[SendOutcome, object]>([
		[{ kind: 'timeout' }, { code: 'TIMEOUT', message: expect.stringContaining('60 seconds') }],
		[
			{ kind: 'broken', reason: 'ECONNRESET' },
			{ code: 'NETWORK_ERROR', details: { reason: 'ECONNRESET' } },
		],
		[{ kind: 'broken' }, { code: 'NETWORK_ERROR', details: {} }],
	])('is a failure that may be repeated: %j', async (outcome, error) => {
		expect(await decoded(outcome)).toMatchObject({
			kind: 'failure',
			error: { ...error, subject: ASKED.subject },
			failed: {},
		});
	});

	it('stops the execution when it was cancelled', async () => {
		await expect(decoded({ kind: 'cancelled' })).rejects.toBeInstanceOf(ExecutionStopped);
	});
});
