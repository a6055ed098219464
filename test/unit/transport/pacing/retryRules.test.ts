import fc from 'fast-check';
import {
	FIRST_RETRIES,
	MAX_ATTEMPTS,
	MAX_BUSY_ATTEMPTS,
	MAX_RETRY_AFTER_MS,
	RetryBudget,
	retryDelay,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/retryRules';
import {
	isBusy,
	isOutOfCredits,
	type FailedAttempt,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/failedAttempt';

const NOW = Date.parse('2026-01-31T09:00:00Z');
const httpDate = (ms: number) => new Date(NOW + ms).toUTCString();
const delay = (failed: FailedAttempt, attempt = 1, random = 0.5) =>
	retryDelay(failed, attempt, random, NOW);

describe('which failures are repeated', () => {
	it.each([429, 500, 502, 503, 504, undefined])('status %p is', (status) => {
		expect(delay({ status })).toBeGreaterThan(0);
	});

	it.each([200, 301, 302, 400, 401, 403, 404, 405, 408, 409, 412, 413, 415])(
		'status %p is not',
		(status) => {
			expect(delay({ status })).toBeUndefined();
			expect(delay({ status, retryAfter: '1' })).toBeUndefined();
		},
	);

	it('a 429 without credits is not, even where Zoho says when', () => {
		expect(delay({ status: 429, creditsRemaining: 0 })).toBeUndefined();
		expect(delay({ status: 429, creditsRemaining: 0, retryAfter: '1' })).toBeUndefined();
	});

	it('a 429 with credits is', () => {
		expect(delay({ status: 429, creditsRemaining: 1 })).toBeGreaterThan(0);
	});

	it.each<[FailedAttempt, boolean]>([
		[{ status: 429, creditsRemaining: 0 }, true],
		[{ status: 429, creditsRemaining: 1 }, false],
		[{ status: 429 }, false],
		[{ status: 503, creditsRemaining: 0 }, false],
		[{}, false],
	])('%p is out of credits: %p', (failed, expected) => {
		expect(isOutOfCredits(failed)).toBe(expected);
	});

	it.each<[FailedAttempt, number]>([
		[{ status: 429 }, MAX_BUSY_ATTEMPTS],
		[{ status: 429, retryAfter: '1' }, MAX_BUSY_ATTEMPTS],
		[{ status: 503 }, MAX_ATTEMPTS],
		[{ status: 503, retryAfter: '1' }, MAX_ATTEMPTS],
		[{}, MAX_ATTEMPTS],
	])('gives up after the last attempt: %p', (failed, attempts) => {
		expect(delay(failed, attempts - 1)).toBeDefined();
		expect(delay(failed, attempts)).toBeUndefined();
		expect(delay(failed, attempts + 1)).toBeUndefined();
	});
});

describe('Retry-After', () => {
	it.each([
		['seconds', '7', 7000],
		['spaces around', ' 7 ', 7000],
		['a date', httpDate(42_000), 42_000],
		['the longest wait', String(MAX_RETRY_AFTER_MS / 1000), MAX_RETRY_AFTER_MS],
		['the latest date', httpDate(MAX_RETRY_AFTER_MS), MAX_RETRY_AFTER_MS],
	])('is honoured: %s', (_what, retryAfter, expected) => {
		for (const status of [429, 503]) {
			for (const random of [0, 1]) {
				expect(delay({ status, retryAfter }, 2, random)).toBe(expected);
			}
		}
	});

	it.each([
		['seconds', String(MAX_RETRY_AFTER_MS / 1000 + 1)],
		['a date', httpDate(MAX_RETRY_AFTER_MS + 1000)],
		['a day', '86400'],
		['more than any clock holds', '9'.repeat(400)],
	])('beyond the bound ends the request: %s', (_what, retryAfter) => {
		expect(delay({ status: 429, retryAfter })).toBeUndefined();
	});

	it.each([
		...['soon', '', '60s', 'NaN', 'Infinity'],
		...['-5', '1e9', '2026-01-31', '0', httpDate(-5000)],
	])('%p is as none', (retryAfter) => {
		expect(delay({ status: 429, retryAfter })).toBe(delay({ status: 429 }));
	});
});

describe('which failures only say that Zoho is busy', () => {
	it.each<[FailedAttempt, boolean]>([
		[{ status: 429 }, true],
		[{ status: 429, creditsRemaining: 1 }, true],
		[{ status: 429, creditsRemaining: 0 }, false],
		[{ status: 503 }, false],
		[{}, false],
	])('%p: %p', (failed, expected) => expect(isBusy(failed)).toBe(expected));
});

describe('the budget of a run', () => {
	const spendAll = (budget: RetryBudget) => {
		let spent = 0;
		while (budget.spend()) spent += 1;
		return spent;
	};

	it('has some retries from the start, and one more for each answer', () => {
		const budget = new RetryBudget();
		for (let answers = 0; answers < 7; answers += 1) budget.earn();
		expect(spendAll(budget)).toBe(FIRST_RETRIES + 7);
		expect(budget.spend()).toBe(false);
		budget.earn();
		expect(spendAll(budget)).toBe(1);
	});
});

describe('the backoff', () => {
	it('doubles from attempt to attempt, up to a bound', () => {
		const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) =>
			delay({ status: 503 }, index + 1, 1),
		);
		expect(waits).toEqual([1000, 2000, 4000, 8000, 16000]);
	});

	it('spreads over half of the wait, so that parallel requests part', () => {
		expect(delay({}, 3, 0)).toBe(2000);
		expect(delay({}, 3, 0.5)).toBe(3000);
		expect(delay({}, 3, 1)).toBe(4000);
	});

	it('is a whole number of ms within bounds', () => {
		const attempt = fc.integer({ min: 1, max: MAX_ATTEMPTS - 1 });
		const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
		fc.assert(
			fc.property(attempt, random, (attempts, spread) => {
				const wait = delay({ status: 500 }, attempts, spread);
				expect(Number.isSafeInteger(wait)).toBe(true);
				expect(wait).toBeGreaterThanOrEqual(500);
				expect(wait).toBeLessThanOrEqual(20_000);
			}),
		);
	});
});
