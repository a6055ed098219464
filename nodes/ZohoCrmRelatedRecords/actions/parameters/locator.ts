/** A resource locator as n8n stores it. */
export interface Locator {
	mode?: unknown;
	value: unknown;
}

/** The locator in a parameter, or the plain value that an expression or an AI agent gave instead. */
export function locatorOf(raw: unknown): Locator {
	if (typeof raw !== 'object' || raw === null || !('value' in raw)) return { value: raw };
	return { mode: 'mode' in raw ? raw.mode : undefined, value: raw.value };
}
