import { MAX_SCRIPT_LENGTH } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';

/** Parts that are repeated up to the longest script, each a kind of work for the parser. */
const PARTS: Readonly<Record<string, string>> = {
	assignments: 'a = b + 1;\n',
	'short statements': 'a=1;',
	calls: 'a = b.get("c").toString().length();\n',
	conditions: 'if (a == 1 && b != 2 || !c) { d = 1; } else if (a > 3) { d = 2; }\n',
	loops: 'for each a in b { c = c + a; }\n',
	'lists and maps': 'a = {"b":{1,2,3},"c":{"d":"e"}};\n',
	numbers: 'a = 123.456 + 7;\n',
	comments: '// a\n/* b */ a = 1;\n',
	escapes: 'a = "\\"\\n\\t\\\\";\n',
	brackets: `a = ${'('.repeat(90)}1${')'.repeat(90)};\n`,
	blocks: `${'if (a) { '.repeat(90)}b = 1;${' }'.repeat(90)}\n`,
	operators: `a = ${'1 + '.repeat(900)}1;\n`,
	tasks: 'a = zoho.crm.getRelatedRecords("Notes", "Leads", b, 1, 200, {"fields":"id"});\n',
	requests: 'a = invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads" type: GET ];\n',
};

/** Scripts of the greatest length that is read, and such ones with an error at their end. */
export function longestScripts(): { name: string; source: string }[] {
	return Object.entries(PARTS).flatMap(([name, part]) => {
		const source = part.repeat(Math.floor((MAX_SCRIPT_LENGTH - 10) / part.length));
		return [
			{ name, source },
			{ name: `${name}, then an error`, source: `${source}a = (;` },
		];
	});
}
