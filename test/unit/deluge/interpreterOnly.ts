import { CHOICE, COMMON, DATE, FAILS, LIST, MAP, NUMBER, SCRIPTS, type Entry } from './conformance';

const COLLECTION = 'functions/collection';
const SERVICES = 'deluge-in-zoho-services/zoho-connect';
const RELEASES = 'release-notes';

/** Methods that no translation knows. */
export const untranslatedMethods: readonly string[] = ['encodeUrl', 'urlEncode'];

/**
 * Entries that the translations do not know yet, by type of their value. Each holds for scripts; as
 * soon as it holds for the translations, too, it belongs into the conformance table.
 */
export const interpreterOnly: Readonly<Record<string, readonly Entry[]>> = {
	functions: [
		['Collection("a":1,"b":2)', { a: 1, b: 2 }, 'datatypes/collection', 'doc'],
		['Collection("a","b")', ['a', 'b'], 'datatypes/collection', 'doc'],
		['l = List:String(); l.add("a"); return l;', ['a'], 'create-list-datatype', 'doc'],
		['{"1":"a","1":"b"}', { 1: 'b' }, SCRIPTS, 'obs'],
	],
	any: [
		['"".isNull()', true, 'functions/common/isnull', 'doc'],
		['" ".isNull()', false, 'functions/common/isnull', 'doc'],
		['isNull({})', false, CHOICE, 'own'],
		['isNull(List())', false, CHOICE, 'own'],
	],
	text: [
		['"a b".encodeUrl()', 'a+b', SCRIPTS, 'obs'],
		['"a/b".urlEncode()', 'a%2Fb', CHOICE, 'own'],
		['"28.02.2025 14:05:00".toDate("dd.MM.yyyy")', '2025-02-28', COMMON, 'doc'],
		['"2025-02-28T14:05".toDate("yyyy-MM-dd")', '2025-02-28', COMMON, 'doc'],
		['"on 28.02.2025".toDate("dd.MM.yyyy")', FAILS, CHOICE, 'own'],
		['"2025-03-04 10:15:00+01:00".toDateTime()', '2025-03-04T10:15:00+01:00', SCRIPTS, 'obs'],
		['"2025-03-04 10:15:00 +0530".toTime()', '2025-03-04T10:15:00+05:30', SCRIPTS, 'inf'],
		['"2025-03-04 10:15:00Z".toDateTime().getHour()', 10, SCRIPTS, 'inf'],
		[
			'"2024-07-01 12:00:00".toTime("yyyy-MM-dd HH:mm:ss","Asia/Kolkata")',
			'2024-07-01T06:30:00+00:00',
			'functions/common/totime',
			'doc',
		],
		['"2024-07-01 12:00:00".toTime("yyyy-MM-dd HH:mm:ss","Nowhere")', FAILS, CHOICE, 'own'],
		['"14.02.2025".toDate("dd.MM.yyyy").toString("yyyy/MM/dd")', '2025/02/14', COMMON, 'doc'],
		['"2025-02-14".toString("dd.MM.yyyy")', '14.02.2025', SCRIPTS, 'obs'],
		['"02/04/2020".text("yyyy-MM-dd")', '2020-02-04', NUMBER, 'inf'],
		['"2024-02-01".daysBetween("2024-03-01")', 29, RELEASES, 'doc'],
		['"2024-08-30".addDay(14)', '2024-09-13', 'functions/datetime/work-days-list', 'doc'],
		['"2024-08-30".getMonth()', 8, 'functions/datetime/unix-epoch', 'doc'],
		['"5-Mar-2024".getDay()', 5, DATE, 'inf'],
		['"2024-03-05T10:20:30+05:30".hour()', 10, DATE, 'inf'],
		['"soon".addDay(1)', FAILS, CHOICE, 'own'],
		['"soon".toString("dd.MM.yyyy")', FAILS, CHOICE, 'own'],
		['"".addDay(1)', FAILS, CHOICE, 'own'],
		['"2024-08-30" == "30-Aug-2024"', false, CHOICE, 'own'],
		['"due " + "2024-08-30"', 'due 2024-08-30', CHOICE, 'own'],
		['{"d":"2024-08-30"}.toString()', '{"d":"2024-08-30"}', CHOICE, 'own'],
		['"[{\\"id\\":\\"17\\"}]".getJSON("id")', '17', SCRIPTS, 'obs'],
		['"Zoho Deluge".subText(5,-12)', 'Deluge', 'functions/string/subtext', 'doc'],
		['"Zoho".subString(1,-2)', FAILS, CHOICE, 'own'],
	],
	list: [
		['l = {3,1,2}; l.sort(true); return l;', [1, 2, 3], 'functions/list/sort', 'doc'],
		['l = {3,1,2}; m = l.sort(false); return m;', [3, 2, 1], 'functions/list/sort', 'doc'],
		['{2,"b",1}.sort()', null, 'functions/list/sort', 'doc'],
		['{2.5,1,2}.sort()', [1, 2, 2.5], LIST, 'inf'],
		['{"1",1,1,2,2,3}.distinct()', ['1', 1, 2, 3], 'functions/list/distinct', 'doc'],
		['{1,1.0,"a","a"}.distinct()', [1, 'a'], 'functions/list/distinct', 'inf'],
		['{{"Stage":"Won"},{"Stage":"Lost"}}.getJSON("Stage")', 'Won', SCRIPTS, 'obs'],
		['{{"Stage":"Won"}}.getJSON("Amount")', null, SCRIPTS, 'inf'],
		['{{"a":1},{"a":2}}.getJSON(1)', { a: 2 }, CHOICE, 'own'],
		['{}.toList().getJSON("a")', null, CHOICE, 'own'],
		['List().getJSON("a")', FAILS, CHOICE, 'own'],
	],
	map: [
		['Map({"a":1})', { a: 1 }, `${COLLECTION}/isempty`, 'doc'],
		['m = {"a":1}; n = Map(m); n.put("a",2); return m;', { a: 1 }, MAP, 'inf'],
		['Map("a")', FAILS, CHOICE, 'own'],
	],
	number: [
		['63000.0.toString("#,##0.00")', '63,000.00', SCRIPTS, 'obs'],
		['2434.text("000000000")', '000002434', 'functions/number/text', 'doc'],
		['1234567.891.toString("#,###.##")', '1,234,567.89', 'functions/number/text', 'inf'],
		['0.5.toString("0.##")', '0.5', 'functions/number/text', 'inf'],
		['(-1234.5).toString("$#,##0.00")', '-$1,234.50', CHOICE, 'own'],
		['1609459200000.toString("yyyyMMdd","US/Pacific")', '20201231', SERVICES, 'doc'],
		['294.2.round(-2)', 300, 'functions/number/round', 'doc'],
		['249.round(-2)', 200, 'functions/number/round', 'inf'],
		['(-250).round(-2)', -300, CHOICE, 'own'],
	],
	date: [
		['\'2024-01-31\'.text("yyyy")', '2024', NUMBER, 'inf'],
		[
			'\'01-Jan-2019 10:15:30\'.toString("HH:mm:ss","Europe/Moscow")',
			'13:15:30',
			'functions/common/tostring',
			'doc',
		],
		['\'01-Jan-2019\'.toString("HH:mm","Mars/North")', FAILS, CHOICE, 'own'],
		["daysBetween('1-Jan-2024','5-Feb-2024')", 35, 'functions/datetime/daysbetween', 'doc'],
		['\'05-Mar-2024 10:20:30\'.getPrefix(" ")', '05-Mar-2024', SCRIPTS, 'obs'],
		['\'05-Mar-2024\'.contains("Mar")', true, SCRIPTS, 'inf'],
		["yearsBetween('01-Jan-2020','31-Dec-2020')", 1, 'functions/datetime/yearsbetween', 'doc'],
		["monthsBetween('01-Feb-2020','01-Mar-2020')", 0, 'functions/datetime/monthsbetween', 'doc'],
	],
};
