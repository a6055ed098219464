import {
	DelugeError,
	withExcerpts,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/errors';
import { rejected } from '../../../support/caught';

const failing = (line: number, column: number) => () => {
	throw new DelugeError({
		code: 'DELUGE_RUNTIME',
		message: 'It fails',
		resolution: 'Mend it.',
		at: { line, column },
	});
};

describe('the line a failure points at', () => {
	it.each([
		['the first of two', 'a b\nc', 1, 3, 'a b\n  ^'],
		['the last', 'a\n b', 2, 2, ' b\n ^'],
		['one that ends as in Windows', 'a\r\nb c\r\nd', 2, 3, 'b c\n  ^'],
		['one with tabs', '\t\tx y', 1, 5, '\t\tx y\n\t\t  ^'],
		['one with other control characters', 'a\u0000b', 1, 3, 'a b\n  ^'],
		[
			'a long one',
			`${'a'.repeat(200)}b${'c'.repeat(200)}`,
			1,
			201,
			`${'a'.repeat(50)}b${'c'.repeat(49)}\n${' '.repeat(50)}^`,
		],
		['the end of the script', 'ab', 1, 3, 'ab\n  ^'],
	])('%s', async (_, source, line, column, shown) => {
		const error = await rejected(withExcerpts(source, failing(line, column)));
		expect(error.message).toBe(`It fails (line ${line}, column ${column})\n${shown}`);
		expect(error).toMatchObject({ code: 'DELUGE_RUNTIME', resolution: 'Mend it.' });
	});
});

it('failures that are not of the script stay as they are', async () => {
	const error = new Error('No network');
	await expect(withExcerpts('a', async () => await Promise.reject(error))).rejects.toBe(error);
});

it('gives what the step gives', async () => {
	expect(await withExcerpts('a', () => 7)).toBe(7);
});
