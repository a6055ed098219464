import { programsOf } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import type { CrmRequest } from '../../../nodes/ZohoCrmRelatedRecords/helpers/crmRequest';
import { rejected } from '../../support/caught';
import { complaintsOf } from './compiled';
import { json, parse, runPure } from './pure';
import { runTranslated } from './translated';

/** What public scripts and Zoho's help rely on, in its smallest form; each of them failed once. */
const COMPUTED: readonly (readonly [script: string, value: unknown])[] = [
	['l = {3,1,2}; l.sort(true); return l;', [1, 2, 3]],
	['return \'01-Jan-2019 10:15:30\'.toString("HH:mm:ss","Europe/Moscow");', '13:15:30'],
	['return {"1",1,1,2,2,3}.distinct();', ['1', 1, 2, 3]],
	['return {isNull(""),isNull(" "),isNull(null)};', [true, false, true]],
	["return yearsBetween('01-Jan-2020','31-Dec-2020');", 1],
	[
		'r = {"data":{{"Stage":"Won"},{"Stage":"Lost"}}}; return r.get("data").getJson("Stage");',
		'Won',
	],
	['return "[{\\"id\\":\\"17\\"}]".getJson("id");', '17'],
	['d = {"Day":"2025-02-14"}; return d.get("Day").toString("dd.MM.yyyy");', '14.02.2025'],
	['return "2024-02-01".daysBetween("2024-03-01");', 29],
	[
		'return {"2024-08-30".addDay(14).toString("d.M.yyyy"),"2024-08-30".getMonth()};',
		['13.9.2024', 8],
	],
	["return daysBetween('1-Jan-2024','5-Feb-2024');", 35],
	[
		'return "2025-03-04 10:15:00+01:00".toDateTime().toString("dd-MMM-yyyy HH:mm:ss");',
		'04-Mar-2025 10:15:00',
	],
	['return "28.02.2025 14:05:00".toDate("dd.MM.yyyy") + "";', '28-Feb-2025'],
	[
		'return "2024-07-01 12:00:00".toTime("yyyy-MM-dd HH:mm:ss","Asia/Kolkata").toString("HH:mm");',
		'06:30',
	],
	['return \'05-Mar-2024 10:20:30\'.getPrefix(" ");', '05-Mar-2024'],
	['return 1609459200000.toString("yyyyMMdd","US/Pacific");', '20201231'],
	['return {63000.0.toString("#,##0.00"),2434.text("000000000")};', ['63,000.00', '000002434']],
	['return 294.2.round(-2);', 300],
	['return "Zoho Deluge".subText(5,-12);', 'Deluge'],
	['return {2,"b",1}.sort();', null],
	['return Map({"a":1});', { a: 1 }],
	['return "a b".encodeUrl();', 'a+b'],
	['return Collection("a":1,"b":2);', { a: 1, b: 2 }],
	['c = Collection("a":1); c.insert("k":1); return c;', { a: 1, k: 1 }],
	['l = List:String(); l.add("a"); return l;', ['a']],
	[
		'return main("x"); string f(String a) { return a; } string main(String a) { return f(a); }',
		'x',
	],
	['int f(int n) { return n + 1; }\nreturn f(1) + g(1);\nint g(int n) { return n * 10; }', 12],
	['d = "28.02.2025".toDate("dd.MM.yyyy"); return d;', '2025-02-28'],
	['d = "28.02.2025 10:00".toDateTime("dd.MM.yyyy HH:mm"); return d;', '2025-02-28T10:00:00+00:00'],
	['return today.toString("yyyy") == now.toString("yyyy");', true],
	['l = {1,3}; l.add(1,2); return l;', [1, 2, 3]],
	['return "abc".reverse();', 'cba'],
	["return {'2024-02-01' - '2024-01-31','1970-01-02'.toLong()};", [86_400_000, 86_400_000]],
	["return {'2024-01-31' == \"31-Jan-2024\",'2024-01-31'.toString()};", [true, '31-Jan-2024']],
	['m = {"1":"a","1":"b"}; return m;', { 1: 'b' }],
	['m = Map(); if(m == "") { return 1; } return false;', false],
	['return {(1.5).frac(),(1.57).truncate(1),1.4+3.6.round(0)};', [0.5, 1.5, 5.4]],
	['return {"7".leftpad(3),"5a".hexToText()};', ['  7', 'Z']],
	["return '10-Jan-2025'.addBusinessDay(1);", '2025-01-13'],
	[
		'return {zoho.encryption.base64Encode("a"),zoho.encryption.urlDecode("a%20b")};',
		['YQ==', 'a b'],
	],
	['return "2024-01-01".year();', 2024],
];

describe('what public scripts compute', () => {
	const results = runTranslated(COMPUTED.map(([script]) => script));

	it.each(COMPUTED.map(([script, value], index) => ({ script, value, index })))(
		'$script',
		async ({ script, value, index }) => {
			const { returned } = await runPure(script);
			expect(returned ?? null).toEqual(value);
			const { typescript, javascript } = results[index] ?? {};
			expect([typescript, javascript]).toEqual([{ value }, { value }]);
		},
	);

	it('compiles under strict', () => {
		const texts = COMPUTED.map(([script]) => programsOf(parse(script)).typescript.text);
		expect(complaintsOf(texts)).toEqual([]);
	});
});

describe('what public scripts ask Zoho', () => {
	const deals = [
		{ id: '1', Stage: 'Won' },
		{ id: '2', Stage: 'Lost' },
	];
	const answer = ({ path, query }: CrmRequest) => {
		if (path[1] === 'users')
			return json({ users: [{ id: '1', email: `${query.type}@x.example` }] });
		if (path[1] === 'settings') return json({ variables: [{ api_name: 'Rate', value: '7' }] });
		return json({ data: deals });
	};

	it.each([
		[
			'q = Map(); q.put("select_query","select id from Leads where id > 0"); r = invokeurl [ url :"https://www.zohoapis.com/crm/v8/coql" type :POST parameters:q.toString() connection:"c" ]; return r.get("data");',
			deals,
		],
		[
			'r = invokeurl [ url :"https://www.zohoapis.com/crm/v8/Deals" ]\nreturn r.get("data").getJson("Stage");',
			'Won',
		],
		['return zoho.loginuserid;', 'CurrentUser@x.example'],
		['return zoho.adminuserid;', 'ActiveConfirmedAdmins@x.example'],
		['return zoho.crm.getOrgVariable("Rate");', '7'],
		[
			'sendmail [ from :zoho.adminuserid to :"b@x.example" subject :"s" message :"m" ]\nreturn 1;',
			1,
		],
		['if(true) { sendmail [ from :"a@x.example" to :"b@x.example" message :"m" ] } return 1;', 1],
		[
			'sendmail [ from:"a@x.example" to:"b@x.example" reply to :"r@x.example" content type :HTML message:"m" ] return 1;',
			1,
		],
		['try { x = 1 / 0; } catch (e) { return e.lineNo; }', 1],
	])('%s', async (script, value) => {
		expect((await runPure(script, { answer, writeTasks: 'skip' })).returned).toEqual(value);
	});

	it.each([
		['l = {1}; return l.get(10);', 'DELUGE_RUNTIME', 'no item 10'],
		['if(code = 200 || code = 201) { return 1; }', 'DELUGE_SYNTAX', '=='],
		['x = zoho.billing.retrieve("a","b","c");', 'DELUGE_UNSUPPORTED', 'Zoho Billing'],
		['x = getUrl("https://x.example");', 'DELUGE_UNSUPPORTED', 'getUrl'],
	])('%s is refused', async (script, code, words) => {
		const error = await rejected(runPure(script));
		expect([error.code, `${error.message} ${error.resolution}`]).toEqual([
			code,
			expect.stringContaining(words),
		]);
	});
});
