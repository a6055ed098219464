import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { withoutTokens } from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/withoutTokens';
import type { Decoded } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/decoded';

const TOKEN = '1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf';

function refusal(message: string): Decoded<unknown> {
	const error = new ZohoError({ message, code: 'SOME', resolution: message, details: { message } });
	return { kind: 'failure', error, failed: { status: 400 } };
}

const cut = async (decoded: Decoded<unknown>, tokens: string[]) =>
	await withoutTokens(decoded, async () => await Promise.resolve(tokens));

it.each([
	['the token itself', `got ${TOKEN}!`, 'got (access token)!'],
	['the beginning of the token', `got ${TOKEN.slice(0, 30)}...`, 'got (access token)...'],
	[
		'a header with any token',
		'Authorization: Bearer abc.def',
		'Authorization: Bearer (access token)',
	],
	['the header of old', 'Zoho-oauthtoken 1.2.3 here', 'Zoho-oauthtoken (access token) here'],
])('cuts %s out of a refusal', async (_what, message, expected) => {
	const decoded = await cut(refusal(message), [TOKEN]);
	if (decoded.kind !== 'failure') throw new Error('It is no failure any more');
	const { error } = decoded;
	expect([error.message, error.resolution, error.details]).toEqual([
		expected,
		expected,
		{ message: expected },
	]);
});

it('leaves all words whole when a stored token is no longer than a letter', async () => {
	const decoded = refusal('error refused');
	expect(await cut(decoded, ['r', ''])).toEqual(decoded);
});

it('leaves rows as they are', async () => {
	const rows: Decoded<unknown> = { kind: 'body', body: { data: [{ id: '1', Note: TOKEN }] } };
	expect(await cut(rows, [TOKEN])).toBe(rows);
});
