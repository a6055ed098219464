import { excerptOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/excerpt';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

it.each([
	['an empty script', '', 1, 1, '►◄'],
	['a script of empty lines', '\n \n', 3, 1, '►◄'],
	['an empty line', 'x = 5 +\n\n', 3, 1, 'x = 5 +►◄'],
	['an empty line of Windows', 'x = 5 +\r\n \r\n', 3, 1, 'x = 5 +►◄'],
	['an empty line after none with text', '\n\nx = 1;', 2, 1, '►◄'],
	['a sign', 'x = 5 6;', 1, 7, 'x = 5 ►6◄;'],
	['a task, whole', 'x = zoho.crm.foo("a");', 1, 5, 'x = ►zoho.crm.foo◄("a");'],
	['the end of a line', 'x = (5', 1, 7, 'x = (5►◄'],
	['a line of Windows', 'x = 5 6;\r\ny = 1;', 1, 7, 'x = 5 ►6◄;'],
	['tabs and signs that cannot be seen', 'x\t=\u0000 5 6', 1, 8, 'x = 5 ►6◄'],
	['words before it, cut between two', `${words(20)} bad`, 1, 101, `…${words(8)} ►bad◄`],
	['words before it, cut within one', `${words(20)} or bad`, 1, 104, `…${words(7)} or ►bad◄`],
	['words behind it, cut between two', `bad ${words(20)}`, 1, 1, `►bad◄ ${words(6)}…`],
	['words behind it, cut within one', `bad; ${words(20)}`, 1, 1, `►bad◄; ${words(5)}…`],
	['a word of a thousand letters', 'a'.repeat(1000), 1, 1, `►${'a'.repeat(40)}◄${'a'.repeat(10)}…`],
])('%s', (_name, source, line, column, excerpt) => {
	expect(excerptOf(source, { line, column })).toBe(excerpt);
});
