/** What is known of a request that did not succeed. */
export interface FailedAttempt {
	/** HTTP status; unset when the connection failed or the time ran out. */
	status?: number;
	/** Zoho's `X-API-CREDITS-REMAINING`, sent once half of the day's credits are used. */
	creditsRemaining?: number;
	/** `Retry-After` as sent: seconds or an HTTP date. */
	retryAfter?: string;
}

/** Attempts of one request at most, the first included. */
export const MAX_ATTEMPTS = 6;

/** A wait that Zoho asks for is honoured up to this; beyond, the request fails. */
export const MAX_RETRY_AFTER_MS = 120_000;

const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 20_000;
const RETRYABLE_STATUSES: readonly number[] = [429, 500, 502, 503, 504];

/**
 * Whether to repeat a read, and when. Only GETs and counts are sent, so a repeat changes nothing.
 * @param attempt attempts made so far, at least 1
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
	if (attempt >= MAX_ATTEMPTS) return undefined;
	if (failed.status !== undefined && !RETRYABLE_STATUSES.includes(failed.status)) return undefined;
	if (isOutOfCredits(failed)) return undefined;
	const asked = retryAfterMs(failed.retryAfter, now);
	if (asked !== undefined) return asked > MAX_RETRY_AFTER_MS ? undefined : asked;
	const ceiling = Math.min(BASE_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
	return Math.round(ceiling * (0.5 + random / 2));
}

/** A 429 means either too many requests at once or the day's credits gone; only this header tells. */
export function isOutOfCredits(failed: FailedAttempt): boolean {
	return (
		failed.status === 429 && failed.creditsRemaining !== undefined && failed.creditsRemaining <= 0
	);
}

function retryAfterMs(value: string | undefined, now: number): number | undefined {
	if (value === undefined) return undefined;
	if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
