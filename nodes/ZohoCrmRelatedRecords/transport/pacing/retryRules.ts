import { isBusy, isOutOfCredits, type FailedAttempt } from '../responses/failedAttempt';

/** Attempts of one request at most, the first included. */
export const MAX_ATTEMPTS = 6;

/** The same for answers with 429: they say that Zoho is well, only busy, so they are waited out. */
export const MAX_BUSY_ATTEMPTS = 20;

/** A wait that Zoho asks for is honoured up to this; beyond, the request fails. */
export const MAX_RETRY_AFTER_MS = 120_000;

/** Retries that a run has before anything succeeded. */
export const FIRST_RETRIES = 100;

const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 20_000;
const HTTP_DATE = /^[A-Z][a-z]+, .+ GMT$/;
const RETRYABLE_STATUSES: readonly number[] = [429, 500, 502, 503, 504];

/**
 * Whether to repeat a read, and when. A repeat changes nothing at Zoho.
 * @param attempt failures of this request so far, at least 1; those with 429 and others apart
 * @param random 0..1, spreads the retries of parallel requests
 * @param now ms since 1970, for a Retry-After date
 * @returns ms to wait, or undefined to give up
 */
export function retryDelay(
	failed: FailedAttempt,
	attempt: number,
	random: number,
	now: number,
): number | undefined {
	if (attempt >= (isBusy(failed) ? MAX_BUSY_ATTEMPTS : MAX_ATTEMPTS)) return undefined;
	if (failed.status !== undefined && !RETRYABLE_STATUSES.includes(failed.status)) return undefined;
	if (isOutOfCredits(failed)) return undefined;
	const asked = retryAfterMs(failed.retryAfter, now);
	if (asked > MAX_RETRY_AFTER_MS) return undefined;
	if (asked > 0) return asked;
	const ceiling = Math.min(BASE_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
	return Math.round(ceiling * (0.5 + random / 2));
}

/**
 * Retries of all requests of one run together: each answer earns one, so that a Zoho out of order
 * costs little more than a request for each input item.
 */
export class RetryBudget {
	private left = FIRST_RETRIES;

	earn(): void {
		this.left += 1;
	}

	/** @returns false when there is none left */
	spend(): boolean {
		if (this.left === 0) return false;
		this.left -= 1;
		return true;
	}
}

/** @returns 0 when nothing is asked for, or nothing that can be read */
function retryAfterMs(value: string | undefined, now: number): number {
	const text = value?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	// Date.parse takes much more for a date than HTTP does: "-5" is a day in May 2001.
	const date = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
