import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { programsOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { complaintsOf } from '../compiled';

const SCRIPTS = [
	'd = "28.02.2025".toDate("dd.MM.yyyy"); return d;',
	'd = "28.02.2025 10:00".toDateTime("dd.MM.yyyy HH:mm"); return d;',
	'return today.toString("yyyy");',
	'return now.toString("yyyy");',
	'l = {1,3}; l.add(1,2); return l;',
	'return "abc".reverse();',
	"return '2024-02-01' - '2024-01-31';",
	"return '1970-01-02'.toLong();",
	'return \'2024-01-31\' == "31-Jan-2024";',
	"return '2024-01-31'.toString();",
	"d = '2024-01-31'; d = d.addDay(1); return d;",
	'try { x = 1 / 0; } catch (e) { return e.lineNo; }',
	'm = {"1":"a","1":"b"}; return m;',
	'x = zoho.crm.getRecordById("Leads",id); for each k in x.keys() { info k; }',
	'void automation.f(map x) { for each k in x.keys() { info k; } }',
	'm = Map(); if(m == "") { return 1; }',
	'return zoho.loginuserid;',
];

describe('a script compiles under strict', () => {
	let complaints: string[];

	beforeAll(() => {
		complaints = complaintsOf(SCRIPTS.map((script) => programsOf(parse(script)).typescript.text));
	});

	it.each(SCRIPTS.map((script, index) => [index, script] as const))('%d: %s', (index) => {
		expect(complaints.filter((complaint) => complaint.startsWith(`${index}: `))).toEqual([]);
	});

	it('and so does the prelude', () => {
		expect(complaints.filter((complaint) => complaint.startsWith('-1: '))).toEqual([]);
	});
});
