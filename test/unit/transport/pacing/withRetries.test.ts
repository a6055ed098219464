import { ExecutionStopped } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/executionStopped';
import { inTurn } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/inTurn';
import { AdaptiveLimit } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/adaptiveLimit';
import { FIRST_RETRIES } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/retryRules';
import { RequestQueue } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/requestQueue';
import { withRetries } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/withRetries';
import type { AddressedRequest } from '../../../../nodes/ZohoCrmRelatedRecords/transport/request';
import type { HttpAnswer } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/exchange';
import { decodeRows } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/rows';
import type * as clock from '../../../support/engine/clock';
import { takeDelays } from '../../../support/engine/clock';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../../support/engine/clock').recordedSleep(),
);

type Answer = Partial<HttpAnswer>;

const REQUEST: AddressedRequest = {
	url: 'https://www.zohoapis.com/crm/v8/Leads/1/Notes',
	path: ['v8', 'Leads', '1', 'Notes'],
	subject: { module: 'Leads', recordId: '1', relatedList: 'Notes' },
	scope: 'ZohoCRM.modules.READ',
	kind: 'Leads/Notes',
};
const POST = { ...REQUEST, body: { get_related_records_count: [] } };
const ROWS: Answer = { status: 200, text: '{"data":[]}' };
const NOTHING: Answer = { status: 204 };
const BUSY: Answer = { status: 429, text: '{"code":"TOO_MANY_REQUESTS"}' };
const BROKEN: Answer = { status: 502, text: '<html>' };
const REFUSED: Answer = { status: 403, text: '{"code":"NO_PERMISSION"}' };

/** Zoho with these answers, of which the last one is repeated, and all that stands before it. */
function zoho(answers: readonly Answer[], { max = 10, isCancelled = false } = {}) {
	const asked: string[] = [];
	const limit = new AdaptiveLimit(max);
	const cancel = new AbortController();
	if (isCancelled) cancel.abort();
	const queue = new RequestQueue(
		limit,
		() => (isCancelled ? cancel.signal : undefined),
		() => 0,
	);
	const ask = inTurn(
		async (request, decode) => {
			const answer = answers[Math.min(asked.length, answers.length - 1)];
			asked.push(request.url);
			return await Promise.resolve(
				decode({ status: 0, text: '', headers: {}, ...answer }, request),
			);
		},
		queue,
		limit,
	);
	const askUntilAnswered = withRetries(ask, queue);
	const get = async (request: AddressedRequest = REQUEST, lane = queue.open(0)) =>
		await askUntilAnswered(request, decodeRows, lane);
	return { asked, get, limit, queue };
}

beforeEach(() => {
	takeDelays();
	jest.spyOn(Math, 'random').mockReturnValue(1);
});

describe('a request is asked until Zoho answers', () => {
	it.each<[string, Answer[], unknown, number[]]>([
		['rows at once', [ROWS], { data: [] }, []],
		['nothing at once', [NOTHING], undefined, []],
		['rows after one 502', [BROKEN, ROWS], { data: [] }, [1000]],
		['nothing after two 429', [BUSY, BUSY, NOTHING], undefined, [1000, 2000]],
		['429 and 502 are counted apart', [BUSY, BROKEN, BUSY, ROWS], { data: [] }, [1000, 1000, 2000]],
		[
			'as late as Zoho says',
			[{ ...BUSY, headers: { 'retry-after': '7' } }, ROWS],
			{ data: [] },
			[7000],
		],
	])('%s', async (_what, answers, body, delays) => {
		const { asked, get } = zoho(answers);
		expect(await get()).toEqual(body);
		expect(asked).toHaveLength(answers.length);
		expect(takeDelays()).toEqual(delays);
	});

	it.each<[string, Answer[], string, number]>([
		['a refusal', [REFUSED], 'NO_PERMISSION', 1],
		['502 for good', [BROKEN], 'INVALID_RESPONSE', 6],
		['429 for good', [BUSY], 'RATE_LIMITED', 20],
		[
			'spent credits',
			[{ ...BUSY, headers: { 'x-api-credits-remaining': '0' } }],
			'CREDITS_SPENT',
			1,
		],
		['a pause of an hour', [{ ...BUSY, headers: { 'retry-after': '3600' } }], 'RATE_LIMITED', 1],
	])('%s is an error about what was asked', async (_what, answers, code, requests) => {
		const { asked, get } = zoho(answers);
		await expect(get()).rejects.toMatchObject({ code, subject: REQUEST.subject });
		expect(asked).toHaveLength(requests);
	});

	it.each([
		['a POST is asked once', POST, 1],
		['a POST that only reads is repeated', { ...POST, isRead: true }, 6],
	])('%s', async (_what, request, requests) => {
		const { asked, get } = zoho([BROKEN]);
		await expect(get(request)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' });
		expect(asked).toHaveLength(requests);
	});

	it('all requests of a run share their retries; each answer earns one', async () => {
		const { asked, get } = zoho([ROWS, NOTHING, BROKEN]);
		await get();
		await get();
		const many = Array.from({ length: 40 }, async () => await get());
		const ends = await Promise.allSettled(many);
		expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
		expect(asked).toHaveLength(2 + 40 + FIRST_RETRIES + 2);
	});
});

describe('what others notice of a failure', () => {
	it('fewer requests at a time after a 429, as many as before after a 502', async () => {
		const busy = zoho([BUSY, ROWS]);
		// The first requests after a rest may only have been too close together.
		await busy.get();
		expect(busy.limit.slots).toBeLessThan(10);
		const broken = zoho([BROKEN, ROWS]);
		await broken.get();
		expect(broken.limit.slots).toBe(10);
	});

	it.each<[string, Answer, number, boolean]>([
		['a 502 is waited out by its request alone', BROKEN, 10, false],
		['a 429 where fewer requests are possible, too', BUSY, 10, false],
		['a 429 to a single request holds all', BUSY, 1, true],
		[
			'a pause that Zoho asks for holds all',
			{ ...BROKEN, headers: { 'retry-after': '3' } },
			10,
			true,
		],
	])('%s', async (_what, answer, max, holds) => {
		const { get, queue } = zoho([answer, ROWS], { max });
		const hold = jest.spyOn(queue, 'hold');
		await get();
		expect(hold.mock.calls).toHaveLength(holds ? 1 : 0);
	});

	it('nothing is asked in a lane that has ended, or in a cancelled execution', async () => {
		const ended = zoho([ROWS]);
		const lane = ended.queue.open(0);
		ended.queue.close(lane);
		await expect(ended.get(REQUEST, lane)).rejects.toBeInstanceOf(ExecutionStopped);
		const cancelled = zoho([ROWS], { isCancelled: true });
		await expect(cancelled.get()).rejects.toBeInstanceOf(ExecutionStopped);
		expect([...ended.asked, ...cancelled.asked]).toEqual([]);
	});
});
