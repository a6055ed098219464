import { rejected } from '../../../support/caught';
import { runPure } from '../pure';

const KEY = 'k'.repeat(33);
/** Texts of 99.4 of the 100 million characters that a script may make. */
const NEARLY_ALL =
	'for each i in {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19} { x = "b".repeat(5000000); } e = zoho.encryption.aesEncode("k","a".repeat(1900000));';

it.each([
	[
		'a key that is too long',
		`zoho.encryption.aesDecode("${KEY}","AAAA")`,
		'DELUGE_RUNTIME',
		'more than 32 bytes',
	],
	[
		'a key that is too long, for 128 bits',
		`zoho.encryption.aesDecode128("${KEY}","AAAA")`,
		'DELUGE_RUNTIME',
		'more than 16 bytes',
	],
	[
		'a key that is no text',
		'zoho.encryption.aesDecode({1},"AAAA")',
		'DELUGE_RUNTIME',
		'Argument 1',
	],
	[
		'another key',
		'zoho.encryption.aesDecode("other",zoho.encryption.aesEncode("k","text","0000000000000000"))',
		'DELUGE_RUNTIME',
		'was not encrypted with this key',
	],
	['no text', 'zoho.encryption.urlDecode({1})', 'DELUGE_RUNTIME', 'Argument 1'],
	['a text that is not encoded', 'zoho.encryption.urlDecode("%")', 'DELUGE_RUNTIME', 'not encoded'],
])('%s is named', async (_name, expression, code, message) => {
	const error = await rejected(runPure(`x = ${expression};`));
	expect(error).toMatchObject({ code });
	expect(error.message).toContain(message);
});

it.each([
	['decrypting', `${NEARLY_ALL} d = zoho.encryption.aesDecode("k",e);`],
	[
		'decoding',
		't = "a".repeat(4000000); while (true) { d = zoho.encryption.urlDecode(t).length(); }',
	],
])('a limit that %s reaches is no fault of the text', async (_name, source) => {
	const error = await rejected(runPure(`try { ${source} } catch (e) { return 1; }`));
	expect(error).toMatchObject({ code: 'DELUGE_LIMIT' });
});
