/** What is known of a request that did not succeed, as far as a repeat depends on it. */
export interface FailedAttempt {
	/** HTTP status; unset when the connection failed or the time ran out. */
	status?: number;
	/** Zoho's `X-API-CREDITS-REMAINING`, sent once half of the day's credits are used. */
	creditsRemaining?: number;
	/** `Retry-After` as sent: seconds or an HTTP date. */
	retryAfter?: string;
}

/** Too many requests at once, by all programs of the organization. */
export function isBusy(failed: FailedAttempt): boolean {
	return failed.status === 429 && !isOutOfCredits(failed);
}

/** A 429 means either too many requests at once or the day's credits gone; only this header tells. */
export function isOutOfCredits(failed: FailedAttempt): boolean {
	return (
		failed.status === 429 && failed.creditsRemaining !== undefined && failed.creditsRemaining <= 0
	);
}
