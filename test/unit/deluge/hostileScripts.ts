/** A script that tries to hold the process. */
export interface HostileScript {
	name: string;
	source: string;
	/** What it comes to, at any speed: a code, or the JSON of its value; undefined where time decides. */
	ends?: unknown;
	/** Ends at a bound that takes seconds of computing to reach. */
	isLong?: boolean;
}

const MANY = 'l = ("x,".repeat(90000) + "x").toList(",");';
const MANY_NUMBERS = 'l = ("1,".repeat(20000) + "1").toList(",");';
const DATES = 'l = "01 Jan 2026 10:00 pm,".repeat(2000).toList(",");';

const COQL = 'invokeurl [ url: "https://www.zohoapis.com/crm/v8/coql" type: POST parameters: q ]';
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const CHAIN = `return f0(1);${range(1000)
	.map((index) => `int f${index}(int n){return f${(index + 1) % 1000}(n);}`)
	.join('')}`;
const CALLS = `${'f299(1);'.repeat(5000)}return null;${range(300)
	.map((index) => `int f${index}(int n){}`)
	.join('')}`;

/**
 * Every kind of work that can be made long, within the limits on statements and sizes.
 * @param size of the longest texts, in characters
 */
export function hostileScripts(size = 4_000_000): readonly HostileScript[] {
	const LONG = `t = "a".repeat(${size});`;
	const NEARLY = `p = "a".repeat(${size / 40}) + "b" + "a".repeat(${size / 40});`;
	return [
		{ name: 'contains', source: `${LONG}${NEARLY} return t.contains(p);`, ends: false },
		{ name: 'indexOf', source: `${LONG}${NEARLY} return t.indexOf(p);`, ends: -1 },
		{ name: 'lastIndexOf', source: `${LONG}${NEARLY} return t.lastIndexOf(p);`, ends: -1 },
		{ name: 'remove', source: `${LONG}${NEARLY} return t.remove(p).length();`, ends: size },
		{
			name: 'remove each character',
			source: `${LONG} return t.remove("a");`,
			ends: '',
		},
		{
			name: 'getOccurenceCount',
			source: `${LONG}${NEARLY} return t.getOccurenceCount(p);`,
			ends: 0,
		},
		{ name: 'toList', source: `${LONG}${NEARLY} return t.toList(p).size();`, ends: 1 },
		{ name: 'toList of each', source: `${LONG} return t.toList("a");`, ends: 'DELUGE_LIMIT' },
		{ name: 'getPrefix', source: `${LONG}${NEARLY} return t.getPrefix(p);`, ends: null },
		{ name: 'reverse', source: `${LONG} return t.reverse().length();`, ends: size },
		{
			name: 'proper',
			source: 'return "ab ".repeat(150000).proper().length();',
			ends: 450_000,
		},
		{ name: 'removeAllAlpha', source: `${LONG} return t.removeAllAlpha();`, ends: '' },
		{
			name: 'encodeUrl',
			source: 'return encodeUrl("ä".repeat(800000)).length();',
			ends: 4_800_000,
		},
		{
			name: 'dates of many digits',
			source: `return ("1".repeat(60) + "x").toDate("${'dH'.repeat(12)}");`,
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'a date format of 100,000 characters',
			source: 'return today.toString("d".repeat(100000));',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'dates among texts',
			source: `${DATES} return l.contains(today) || l.contains(today.addDay(1));`,
			ends: false,
		},
		{
			name: 'sorting texts of dates',
			source: `${DATES} m = l.subList(0,1600); m.add(today); return m.sort();`,
			ends: null,
		},
		{ name: 'sorting', source: `${MANY} return l.sort().size();`, ends: 90_001 },
		{
			name: 'sorting long texts',
			source: `${LONG} l = List(); for each i in "1,2,3,4,5,6,7,8".toList() { l.add(t + i); } for each j in "1,2,3,4,5,6,7".toList() { l.addAll(l); } return l.sort().size();`,
		},
		{ name: 'distinct', source: `${MANY} return l.distinct().size();`, ends: 1 },
		{
			name: 'intersect',
			source: `l = "1".repeat(3000).replaceAll("1","1,").toList(); return l.intersect({2}).size();`,
			ends: 0,
		},
		{
			name: 'blanks',
			source: `s = " ".repeat(${size}); while (true) { b = s.isBlank(); }`,
		},
		{
			name: 'numbers',
			source: `s = " ".repeat(${size}); while (true) { b = 5 == s; }`,
		},
		{
			name: 'equality',
			source: `s = "a".repeat(${size}); while (true) { b = (s + "a") == (s + "b"); }`,
		},
		{
			name: 'keys',
			source: `s = "a".repeat(${size}); m = {"a":1}; while (true) { b = m.get(s + "b"); }`,
		},
		{
			name: 'JSON again and again',
			source: `s = "[" + "{\\"a\\":1},".repeat(90000) + "1]"; while (true) { b = s.get(0); }`,
		},
		{
			name: 'JSON of maps',
			source: `i = "[" + "{},".repeat(30000) + "{}]"; s = "[" + (i + ",").repeat(40) + i + "]"; return s.toJSONList().size();`,
			ends: 'DELUGE_LIMIT',
			isLong: true,
		},
		{
			name: 'JSON of numbers',
			source: 'return ("[" + "1,".repeat(2400000) + "1]").toJSONList();',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'a list as text',
			source: `${MANY} m = List(); for each i in "1,2".toList() { m.add(l); } return m.toString().length();`,
			ends: 720_013,
		},
		{
			name: 'patterns of nothing',
			source: `return "a".repeat(4000).replaceAll("(?:${'|'.repeat(400)}){5}b","").length();`,
		},
		{
			name: 'patterns with a large class',
			source: `return "é".repeat(16000).replaceAllIgnoreCase("[${classOf(900)}]","").length();`,
			ends: 16_000,
		},
		{
			name: 'patterns',
			source: 't = "ab".repeat(300000); return t.replaceAll("(a|b)*c","").length();',
		},
		{
			name: 'a number of 39,000 digits',
			source: `while (true) { x = ${'9'.repeat(39_000)}; }`,
			ends: 'DELUGE_RUNTIME',
		},
		{
			name: 'additions in one statement',
			source: `while (true) { x = {${`1${'+1'.repeat(900)},`.repeat(20)}1}; }`,
		},
		{
			name: 'a long list',
			source: `x = {${'1,'.repeat(19_000)}1}; return x.size();`,
			ends: 19_001,
		},
		{
			name: 'the longest script',
			source: `${'if(a){}'.repeat(8_500)}`,
			ends: 'DELUGE_RUNTIME',
		},
		{
			name: 'empty lines before the end that is missing',
			source: `if (true) {${'\n'.repeat(59_900)}`,
			ends: 'DELUGE_SYNTAX',
		},
		{
			name: 'unknown names',
			source: `${'try { x = y; } catch (e) { } '.repeat(1300)}`,
			ends: null,
		},
		{
			name: 'one text logged again and again',
			source: 's = "x".repeat(4000000); while (true) { info s; }',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'one text returned many times',
			source:
				's = "x".repeat(1000000); l = {s}; for each i in {1,2,3,4,5} { l.addAll(l); } return l;',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'many dates',
			source: 'l = List(); while (true) { l.add(today); }',
			ends: 'DELUGE_LIMIT',
			isLong: true,
		},
		{
			name: 'business days',
			source: 'while (true) { d = today.addBusinessDay(100000); }',
		},
		{
			name: 'business hours',
			source:
				'while (true) { d = today.addBusinessHour(100000,{"Sunday"},List(),{"start":8,"end":9}); }',
		},
		{
			name: 'lists of business days',
			source: 'while (true) { d = today.workDaysList("1-Jan-2150"); }',
		},
		{
			name: 'holidays as texts',
			source: `l = "1-Jan-2026,".repeat(20000).toList(","); l.remove(20000); while (true) { d = today.workday(1,{"Sunday"},l); }`,
		},
		{
			name: 'days off as long texts',
			source: `${LONG} l = List(); for each i in {1,2,3,4,5,6,7,8,9} { l.add(t); } for each j in "1,2,3,4,5,6,7,8,9,10,11,12,13".toList() { l.addAll(l); } while (true) { d = today.workday(1,l); }`,
		},
		{
			name: 'dates in texts',
			source:
				'while (true) { d = "Friday 28 February 2025 02:05 PM".toTime("EEEE dd MMMM yyyy").addDay(1); }',
		},
		{
			name: 'texts that are nearly dates',
			source: `s = "2025-02-28 10:" + " ".repeat(900); while (true) { b = s.isDate() || (s + "x").isDate(); }`,
		},
		{
			name: 'long keys that differ at their ends',
			source: `${LONG} k = t.left(20000); m = Map(); for each index i in "x".repeat(4000).toList("") { m.put(k + i,i); } return m.size();`,
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'long keys that are in no map',
			source: `${LONG} k = t + "a"; m = {"a":1}; l = List(); for each i in {1,2,3,4,5,6,7,8,9} { l.add(k); } for each j in "1,2,3,4,5,6,7,8,9,10,11,12,13".toList() { l.addAll(l); } while (true) { d = m.deleteKeys(l); }`,
		},
		{
			name: 'values of a collection',
			source: `c = Map(); for each index i in "x".repeat(4000).toList("") { c.put(i.toString(),i); } while (true) { d = c.distinct(); }`,
		},
		{
			name: 'sorting a collection',
			source: `c = Map(); for each index i in "x".repeat(4000).toList("") { c.put(i.toString(),i); } while (true) { d = c.sort(false); }`,
		},
		{
			name: 'an element of a collection as text',
			source: `${MANY} while (true) { d = l.toListString().getAsString(90000); }`,
		},
		{
			name: 'digests',
			source: `${LONG} while (true) { d = zoho.encryption.sha512(t); }`,
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'Base32',
			source: `${LONG} return zoho.encryption.base32Decode(zoho.encryption.base32Encode(t.left(2000000))).length();`,
			ends: Math.min(size, 2_000_000),
		},
		{
			name: 'HTML',
			source:
				'return zoho.encryption.htmlDecode(zoho.encryption.htmlEncode("<".repeat(900000))).length();',
			ends: 900_000,
		},
		{
			name: 'HTML of nothing but ampersands',
			source: `return zoho.encryption.htmlDecode("&".repeat(${size})).length();`,
			ends: size,
		},
		{
			name: 'AES',
			source: `${LONG} return zoho.encryption.aesDecode("k",zoho.encryption.aesEncode("k",t.left(3000000))).length();`,
			ends: Math.min(size, 3_000_000),
		},
		{
			name: 'XML of many elements',
			source:
				't = "<a>" + "<b/>".repeat(90000) + "</a>"; return t.executeXPath("count(//b)").toLong();',
			ends: 90_000,
		},
		{
			name: 'XML of a long text',
			source: `${LONG} return ("<a>" + t + "</a>").executeXPath("/a/text()").length();`,
			ends: size,
		},
		{
			name: 'XML of nothing but references',
			source: `return ("<a>" + "&lt;".repeat(${size / 4}) + "</a>").executeXPath("/a").length();`,
			ends: size + 7,
		},
		{
			name: 'XML without an end',
			source: 'return "<a>".repeat(100000).executeXPath("/a");',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'an XPath that looks at all elements for each',
			source:
				't = "<a>".repeat(90) + "<b/>".repeat(3000) + "</a>".repeat(90); return t.executeXPath("//*//*//*[count(//*[.//b]) > 1]");',
			ends: 'DELUGE_LIMIT',
			isLong: true,
		},
		{
			name: 'an XPath that compares all with all',
			source:
				't = "<a>" + "<b>1</b>".repeat(20000) + "<c>2</c>".repeat(20000) + "</a>"; return t.executeXPath("//b = //c");',
			ends: 'DELUGE_LIMIT',
			isLong: true,
		},
		{
			name: 'an XPath that searches',
			source: `${LONG} p = "a".repeat(900); return ("<a>" + t + "</a>").executeXPath("contains(/a,'" + p + "b" + p + "')");`,
			ends: 'false',
		},
		{
			name: 'JSON of nothing but quotes',
			source: 'return "{\'".repeat(90000).toXml();',
			ends: 'DELUGE_RUNTIME',
		},
		{ name: 'words', source: 'while (true) { d = 999999999999999999.toWords("en-gb"); }' },
		{ name: 'Italian words', source: 'while (true) { d = 888888888888888888.toWords("it"); }' },
		{ name: 'aggregates', source: `${MANY_NUMBERS} return l.median();`, ends: 1 },
		{
			name: 'statistics of numbers among blanks',
			source: `s = " ".repeat(980) + "7"; l = (s + ",").repeat(4000).toList(","); l.remove(l.size() - 1); for each i in {1,2,3,4} { l.addAll(l); } while (true) { d = l.percentile(90) + l.rank(7) + l.nthLargest(1) + l.average(); }`,
		},
		{
			name: 'a system variable in a loop',
			source: 'while (true) { x = zoho.loginuserid; }',
			ends: 'DELUGE_UNSUPPORTED',
		},
		{
			name: 'variables of the organization with long names',
			source: `${LONG} while (true) { x = zoho.crm.getOrgVariable(t); }`,
			ends: 'DELUGE_UNSUPPORTED',
		},
		{
			name: 'hexadecimal digits',
			source: `${LONG} return t.left(2000000).textToHex().hexToText().length();`,
			ends: Math.min(size, 2_000_000),
		},
		{
			name: 'decoding addresses',
			source:
				'return zoho.encryption.urlDecode(zoho.encryption.urlEncode("ä".repeat(800000))).length();',
			ends: 800_000,
		},
		{ name: 'padding', source: 'return "".leftpad(1000000000);', ends: 'DELUGE_LIMIT' },
		{
			name: 'a tree of calls',
			source: 'return f(40); int f(int n) { if(n < 1) { return 1; } return f(n - 1) + f(n - 1); }',
			ends: 'DELUGE_LIMIT',
			isLong: true,
		},
		{
			name: 'a function that calls itself',
			source: 'return f(1); int f(int n) { return f(n + 1); }',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'functions that call each other, and catch',
			source:
				'return f(1); int f(int n) { try { return g(n); } catch (e) { return 1; } } int g(int n) { return f(n); }',
			ends: 'DELUGE_LIMIT',
		},
		{ name: 'a chain of a thousand functions', source: CHAIN, ends: 'DELUGE_LIMIT' },
		{ name: 'thousands of calls of functions', source: CALLS, ends: null },
		{
			name: 'arguments that double',
			source: 'return f("ab"); string f(string s) { return f(s + s); }',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'a list that functions hand on and fill',
			source:
				'l = List(); while (true) { l = f(l); } list f(list l) { l.addAll({l,l}); return l; }',
			ends: 'DELUGE_LIMIT',
			isLong: true,
		},
		{
			name: 'a query of millions of characters',
			source: `${LONG} q = {"select_query":"select id from Leads where a = '" + t + "'"}; r = ${COQL} return r;`,
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'a query as text of millions of characters',
			source: `${LONG} q = {"select_query":"select " + t}; b = q.toString(); r = ${COQL.replace(': q', ': b')} return r;`,
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'queries without an end',
			source: `q = {"select_query":"select id from Leads"}; while (true) { r = ${COQL} }`,
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'a collection that grows by keys',
			source: 'c = Collection(); i = 0; while (true) { i = i + 1; c.insert(i:i); }',
		},
		{
			name: 'a collection that grows by elements',
			source: 'c = Collection(1); while (true) { c.insertAll(c); }',
			ends: 'DELUGE_LIMIT',
		},
		{
			name: 'values of a large collection',
			source: `c = Collection(); i = 0; while (i < 800) { i = i + 1; c.insert(i:i); } while (true) { d = c.distinct(); }`,
		},
		{ name: 'an endless loop', source: 'while (true) { }', ends: 'DELUGE_LIMIT', isLong: true },
	];
}

/** So many letters, none next to another. */
function classOf(count: number): string {
	return Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + index * 2)).join(
		'',
	);
}
