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

describe('the line a failure points at, with the place marked in it', () => {
	const long = `sum = ${'first_value + '.repeat(20)}wrong + ${'second_value + '.repeat(20)}1;`;

	it.each([
		['the first of two', 'a b\nc', 1, 3, 'a ►b◄'],
		['the last', 'a\n b', 2, 2, '►b◄'],
		['one that ends as in Windows', 'a\r\nb c\r\nd', 2, 3, 'b ►c◄'],
		['one with tabs', '\t\tx\t\ty', 1, 6, 'x ►y◄'],
		['one with other control characters', 'a\u0000b', 1, 3, 'a ►b◄'],
		['a word', 'x = list.getFirst();', 1, 10, 'x = list.►getFirst◄();'],
		['a sign', 'f("Notes", leadId;', 1, 18, 'f("Notes", leadId►;◄'],
		['a character outside the basic plane', 'x = 😀;', 1, 5, 'x = ►😀◄;'],
		[
			'a long one',
			long,
			1,
			long.indexOf('wrong') + 1,
			'…+ first_value + first_value + ►wrong◄ + second_value + second_value…',
		],
		['a long word', `x = ${'y'.repeat(500)};`, 1, 5, `x = ►${'y'.repeat(40)}◄${'y'.repeat(10)}…`],
		['the end of the script', 'ab', 1, 3, 'ab►◄'],
		['the end, on a line of its own', 'if(a) {\n b;\n\n', 4, 1, 'b;►◄'],
		['the end of nothing', '\n', 2, 1, '►◄'],
	])('%s', async (_, source, line, column, shown) => {
		const error = await rejected(withExcerpts(source, failing(line, column)));
		expect(error.message).toBe(`It fails (line ${line}, column ${column}): ${shown}`);
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
