import { ZohoError } from '../../helpers/zohoError';
import type { Decoded } from '../responses/decoded';

const CUT = '(access token)';
/** Zoho's tokens have 70 characters; what is much shorter would be cut out of ordinary words. */
const SHORTEST_TOKEN = 10;
/** Beginning of a token that is taken for the token: long texts are cut off, and tokens with them. */
const BEGINNING = 16;
const HEADER = /(Bearer|Zoho-oauthtoken) [^\s"'\\]+/gi;

/**
 * What came of a request, without the access token that Zoho or a proxy may repeat in a refusal.
 * Rows are left as they are.
 * @param tokens asked for only where something must be cut
 */
export async function withoutTokens<T extends Decoded<unknown> | { kind: string }>(
	decoded: T,
	tokens: () => Promise<readonly string[]>,
): Promise<T> {
	const { kind } = decoded;
	const isRefusal = kind === 'body' && 'body' in decoded && isRefused(decoded.body);
	if (kind !== 'failure' && !isRefusal) return decoded;
	return cut(decoded, await tokens());
}

/** What scripts get of a refusal. */
function isRefused(body: unknown): boolean {
	if (typeof body !== 'object' || body === null || !('status' in body)) return false;
	return typeof body.status === 'number' && body.status >= 400;
}

function cut<T>(value: T, tokens: readonly string[]): T {
	return cutAny(value, tokens) as T;
}

function cutAny(value: unknown, tokens: readonly string[]): unknown {
	if (typeof value === 'string') return cutText(value, tokens);
	if (Array.isArray(value)) return value.map((part) => cutAny(part, tokens));
	if (value instanceof ZohoError) return cutError(value, tokens);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [cutText(key, tokens), cutAny(part, tokens)]),
	);
}

function cutText(text: string, tokens: readonly string[]): string {
	return tokens
		.filter((token) => token.length >= SHORTEST_TOKEN)
		.reduce(withoutToken, text)
		.replace(HEADER, `$1 ${CUT}`);
}

/** Cuts a token, and as much of one as there is, out of a text. */
function withoutToken(text: string, token: string): string {
	const [first = '', ...others] = text.split(token.slice(0, BEGINNING));
	const rest = token.slice(BEGINNING);
	return [first, ...others.map((other) => other.slice(sharedLength(other, rest)))].join(CUT);
}

/** Characters at the beginning that two texts have in common. */
function sharedLength(one: string, other: string): number {
	const end = [...other].findIndex((character, index) => one[index] !== character);
	return end === -1 ? other.length : end;
}

function cutError(error: ZohoError, tokens: readonly string[]): ZohoError {
	return new ZohoError({
		message: cutText(error.message, tokens),
		code: error.code,
		resolution: cutText(error.resolution, tokens),
		httpStatusCode: error.httpStatusCode ?? undefined,
		details: cut(error.details, tokens),
		subject: error.subject,
	});
}
