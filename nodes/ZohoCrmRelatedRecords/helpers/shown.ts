const SHOWN_LENGTH = 60;

/** A value as it may appear in a message: short, on one line, without invisible characters. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const line = text.slice(0, SHOWN_LENGTH).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
	return text.length > SHOWN_LENGTH ? `${line}...` : line;
}
