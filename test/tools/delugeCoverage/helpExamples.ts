/** An example of Zoho's help: what it computes, in a script as short as can be, and its value. */
export interface HelpExample {
	/** Below zoho.com/deluge/help. */
	page: string;
	script: string;
	/** JSON of the documented value, or a code where the help says that it fails. */
	value: unknown;
	/** The time zone that the example was made in; UTC unless it matters. */
	zone?: string;
	/** Why the documented value is not given; undefined where it is. */
	reason?: string;
}

type Row = readonly [script: string, value: unknown];

const FAILS = 'DELUGE_RUNTIME';

const pages: Readonly<Record<string, readonly Row[]>> = {
	'functions/map/get': [
		['{"Product":"Creator","Company":"Zoho"}.get("Creator")', null],
		['{"Product":"Creator","Company":"Zoho"}.get("Product")', 'Creator'],
	],
	'functions/map/put': [
		['m = map(); m.put("A",4); m.put("B",3); m.put("A",5); return m;', { A: 5, B: 3 }],
	],
	'functions/map/keys': [
		['{"Product":"x","Version":5}.keys()', ['Product', 'Version']],
		['{1:"Number","a":"Alphabet"}.keys()', ['1', 'a']],
	],
	'functions/map/size': [['{"Product":"x","Version":5}.size()', 2]],
	'functions/map/containkey': [
		['{"Product":"Creator"}.containKey("product")', false],
		['{"Product":"Creator"}.containKey("Product")', true],
	],
	'functions/map/containvalue': [
		['{"Product":"Creator"}.containValue("creator")', false],
		['{"Product":"Creator"}.containValue("Creator")', true],
	],
	'map-manipulations/put-all-keys': [
		['m = {"a":"99501","b":"85001"}; m.putAll({"c":"72201"}); return m.size();', 3],
	],
	'functions/getjson-and-get': [
		[
			'"{\\"response\\":{\\"employee\\":{\\"id\\":\\"E-1\\"}}}".getJSON("response").getJSON("employee").getJSON("id")',
			'E-1',
		],
		[
			'r = {"data":{{"Id":{"mobile":1001}},{"Id":{"mobile":3003}}}}; c = Collection(); for each e in r.getJson("data").toJSONList() { c.insert(e.getJson("Id").get("mobile")); } return c;',
			[1001, 3003],
		],
	],
	'functions/list/get': [['{"a","b",{"c","d"}}.get(2)', ['c', 'd']]],
	'functions/list/sublist': [['{1,2,3,4}.subList(0,3)', [1, 2, 3]]],
	'functions/list/indexof': [['{"a","b","c"}.indexOf("a")', 0]],
	'functions/list/lastindexof': [['{"a","b","c"}.lastIndexOf("a")', 0]],
	'functions/list/distinct': [['{"1",1,1,2,2,3}.distinct()', ['1', 1, 2, 3]]],
	'functions/list/size': [['{"a","b",{"c","d"}}.size()', 3]],
	'functions/list/sort': [['{3,"b",1}.sort()', null]],
	'functions/list/to-list-string': [['"1,2,3,4,5".toListString().size()', 5]],
	'list-manipulations/add': [['l = List(); l.add(1); l.add("x"); return l;', [1, 'x']]],
	'create-list-datatype': [['l = list:String(); l.add("1"); return l;', ['1']]],
	'functions/collection/size': [
		['collection("a":5,"b":2,"c":8).size()', 3],
		['collection("a","b","c").size()', 3],
	],
	'functions/collection/clear': [['c = collection("a":5,"b":2); c.clear(); return c;', {}]],
	'functions/collection/get': [
		['Collection("n10","n2").get(0)', 'n10'],
		['Collection("n10","n2").get(4)', FAILS],
		['Collection("a":"John").get("a")', 'John'],
		['Collection("a":"John").get("c")', null],
	],
	'functions/collection/insert': [
		['c = collection("a","b"); c.insert("c"); return c;', ['a', 'b', 'c']],
		['c = collection("a":5); c.insert("b":5); return c;', { a: 5, b: 5 }],
	],
	'functions/collection/insertall': [
		['c = collection("a"); c.insertAll({"b","c"}); return c;', ['a', 'b', 'c']],
	],
	'functions/collection/delete': [
		['c = Collection("a","b","c"); c.delete("b"); return c;', ['a', 'c']],
		['c = Collection("a":5,"b":2); c.delete(2); return c;', { a: 5 }],
	],
	'functions/collection/deleteall': [
		['c = collection("a","b","c"); c.deleteAll({"b","c"}); return c;', ['a']],
		['c = collection("a":5,"b":2); c.deleteAll({2}); return c;', { a: 5 }],
	],
	'functions/collection/deletekey': [
		['c = collection("a":5,"b":2); c.deleteKey("b"); return c;', { a: 5 }],
		['c = collection("a","b","c"); c.deleteKey(1); return c;', ['a', 'c']],
	],
	'functions/collection/deletekeys': [
		['c = collection("a":5,"b":2,"c":8); c.deleteKeys({"b","c"}); return c;', { a: 5 }],
		['c = collection("a","b","c"); c.deleteKeys({1,2}); return c;', ['a']],
	],
	'functions/collection/duplicate': [['collection("a","b","c").duplicate(0,1)', ['a']]],
	'functions/collection/getkey': [
		['Collection("a","b","c").getKey("b")', 1],
		['collection("a":5,"b":2).getKey(5)', 'a'],
	],
	'functions/collection/getlastkey': [
		['collection("a","b","a").getLastKey("a")', 2],
		['collection("a":5,"b":2,"c":5).getLastKey(5)', 'c'],
	],
	'functions/collection/get-as-string': [['"123,456,120,120.46".getasstring(2)', '120']],
	'functions/collection/intersect': [
		['collection("a","b","c").intersect(collection("a","b","d"))', ['a', 'b']],
	],
	'functions/collection/keys': [
		['collection("a":5,"b":2,"c":8).keys()', ['a', 'b', 'c']],
		['collection("a","b","c").keys()', ['a', 'b', 'c']],
	],
	'functions/collection/values': [
		['collection("a":5,"b":2,"c":8).values()', [5, 2, 8]],
		['collection("a","b","c").values()', ['a', 'b', 'c']],
	],
	'functions/collection/sort': [
		['c = collection("a":5,"b":2,"c":8); c.sort(); return c.keys();', ['b', 'a', 'c']],
		['c = collection("Cr","CR","Ma"); c.sort(false); return c;', ['Ma', 'Cr', 'CR']],
	],
	'functions/collection/sortkey': [
		[
			'c = collection("Creator":5,"CRM":2,"Mail":8); c.sortKey(); return c.keys();',
			['CRM', 'Creator', 'Mail'],
		],
	],
	'functions/collection/update': [
		['c = collection("a","b","c"); c.update(2,"d"); return c;', ['a', 'b', 'd']],
		['c = collection("a":5,"b":2); c.update("b",3); return c;', { a: 5, b: 3 }],
	],
	'functions/collection/isempty': [
		['{"a","b",{"c"}}.isEmpty()', false],
		['m = Map({"k":"v"}); m = {}; return m.isEmpty();', true],
		['Collection().isEmpty()', true],
		['" ".isEmpty()', false],
	],
	'datatypes/collection': [
		['Collection("Name":"x","Kind":"y").get("Name")', 'x'],
		['c = Collection("a","b"); c.insert("c","d"); return c;', ['a', 'b', 'c', 'd']],
	],
	'misc-statements/break': [
		[
			's = ""; for each c in {"Green","Red","Blue"} { if(c == "Red") { break; } s = s + c; } return s;',
			'Green',
		],
		[
			't1 = Collection(); t1.insert("name":"A"); t1.insert("free":false); t2 = Collection(); t2.insert("name":"B"); t2.insert("free":true); all = Collection(); all.insert(t1); all.insert(t2); for each t in all { if(t.get("free")) { return t.get("name"); } }',
			'B',
		],
	],
	'misc-statements/continue': [
		[
			's = ""; for each c in {"Green","Red","Blue"} { if(c == "Red") { continue; } s = s + c; } return s;',
			'GreenBlue',
		],
	],
	'misc-statements/return-statement': [
		["(('11-Jan-2020' - '1-Jan-2020') / 86400000).toLong()", 10],
	],
	'functions/number/frac': [
		['24.6.frac()', 0.6],
		['(-25.1).frac()', -0.1],
	],
	'functions/number/signum': [
		['25.125432.signum()', 1],
		['signum(-12)', -1],
		['0.signum()', 0],
	],
	'functions/number/truncate': [
		['25.125432.truncate(2)', 25.12],
		['9789.852.truncate(0)', 9789],
		['9789.852.truncate(-2)', 9700],
	],
	'functions/number/floor': [
		['10.1.floor()', 10],
		['floor(10.1)', 10],
	],
	'functions/number/is-even': [
		['1234.isEven()', true],
		['isEven(111)', false],
	],
	'functions/number/is-odd': [
		['1234.isOdd()', false],
		['isOdd(111)', true],
	],
	'functions/number/round': [
		['-218.4.round(0)', -218],
		['218.5.round(0)', 219],
		['218.49.round(1)', 218.5],
		['218.44.round(1)', 218.4],
		['214.2.round(-1)', 210],
		['218.2.round(-1)', 220],
		['218.2.round(-2)', 200],
		['294.2.round(-2)', 300],
		['218.222.round(-3)', 0],
		['-150.55.round(-2)', -200],
		['-192.66.round(-1)', -190],
		['1.4+3.6.round(0)', 5.4],
		['(1.4+3.6).round(0)', 5],
	],
	'functions/number/nth-smallest': [['{300,455,124,926,780}.nthSmallest(2)', 300]],
	'functions/number/nth-largest': [['Collection(300,455,124,926,780).nthlargest(5)', 124]],
	'functions/number/largest': [['{1,5,2,3}.largest()', 5]],
	'functions/number/smallest': [['{1,5,2,3}.smallest()', 1]],
	'functions/number/percentile': [['Collection(300,455,124,926,780).percentile(50)', 455]],
	'functions/number/rank': [
		['Collection(120.12,65,300.46,600.25,80.5).rank(80.5,"asc")', 2],
		['Collection(300,455,124,926,780).rank(300)', 4],
		['Collection(120.12,65,300.46).rank(100)', FAILS],
	],
	'functions/number/randomnumber': [
		['x = randomnumber(1,3); return x == 1 || x == 2;', true],
		['x = randomnumber(1.789,34.54); return x >= 1.789 && x < 34.54;', true],
		['x = randomnumber(5,123.4); return x >= 5 && x < 123.4;', true],
	],
	'functions/number/text': [
		['2434.text("000000000")', '000002434'],
		['"123123456".text("##,###")', '123,123,456'],
		['"02/04/2020".text("DDD")', '035'],
		['"02/04/2020".text("MM")', '02'],
		['"02/04/2020".text("EEEE")', 'Tuesday'],
		['"12345654.1234".text("$#,##0.00")', '$12,345,654.12'],
		['\'04-Feb-2020 12:00:00\'.text("MM/dd/YY")', '02/04/20'],
		["'04-Feb-2020'.text(\"MMM dd, yy 'at' hh:mm:ss, E\")", 'Feb 04, 20 at 12:00:00, Tue'],
		['zoho.currenttime.text()', FAILS],
	],
	'functions/number/max': [
		['100.max(200)', 200],
		['max(100,200)', 200],
	],
	'functions/number/min': [
		['100.min(200)', 100],
		['min(100,200)', 100],
	],
	'functions/number/power': [
		['3.power(2)', 9],
		['power(3,2)', 9],
	],
	'functions/number/cosh': [
		['0.cosh()', 1],
		['cosh(0)', 1],
	],
	'functions/number/atan2': [['1.atan2(2)', 0.4636476090008061]],
	'functions/number/towords': [
		['1989.toWords("en-us")', 'one thousand nine hundred eighty-nine'],
		['1989.13.toWords("en-us")', 'one thousand nine hundred eighty-nine point one three'],
		['(-12).toWords("en-gb")', 'minus twelve'],
		['1000.toWords("en-us")', 'one thousand'],
		['24.toWords("ko")', '이십사'],
		['10000000.toWords("en-gb")', 'ten million'],
		['10000000.toWords("en-in")', 'one crore'],
		['1989.toWords("es")', 'mil novecientos ochenta y nueve'],
	],
	'functions/number/nextWeekDay': [
		['\'20-Jul-2021\'.nextWeekDay("Monday")', '2021-07-26'],
		['\'20-Jul-2021\'.nextWeekDay("Tuesday")', '2021-07-27'],
	],
	'functions/number/previousWeekDay': [
		['\'21-Jul-2021\'.previousWeekDay("Monday")', '2021-07-19'],
		['\'21-Jul-2021\'.previousWeekDay("Wednesday")', '2021-07-14'],
	],
	'functions/string/reverse': [
		['reverse("abc")', 'cba'],
		['reverse("level") == "level"', true],
		['reverse({1,2,13})', '31,2,1'],
	],
	'functions/string/substring': [
		['"Welcome to Zoho Deluge".subString(11,22)', 'Zoho Deluge'],
		['"Email: ada@x.example".subString(7)', 'ada@x.example'],
		['"15-Aug-1947 12:00:00".subString(0,11)', '15-Aug-1947'],
	],
	'functions/string/mid': [['"Welcome to Zoho Deluge".mid(11,22)', 'Zoho Deluge']],
	'functions/string/subtext': [
		['"Zoho Deluge".subText(6,4)', FAILS],
		['"Zoho Deluge".subText(0,4)', 'Zoho'],
		['"Zoho Deluge".subText(5,-12)', 'Deluge'],
	],
	'functions/string/find': [['"Hello world, welcome".find("e")', 1]],
	'functions/string/lastindexof': [['"Hello world, welcome to the universe".lastIndexOf("e")', 35]],
	'functions/string/startswith': [
		['startsWith("Zoho Creator","Zoho")', true],
		['startsWith("Zoho Creator","zoho")', false],
	],
	'functions/string/startswithignorecase': [['startsWithIgnoreCase("Zoho Creator","zoho")', true]],
	'functions/string/endswithignorecase': [['endsWithIgnoreCase("Zoho Creator","creator")', true]],
	'functions/string/getPrefixIgnoreCase': [['"one and two".getPrefixIgnoreCase(" AND")', 'one']],
	'functions/string/getSuffixIgnoreCase': [['"one and two".getSuffixIgnoreCase("AND ")', 'two']],
	'functions/string/getPrefix': [['"first, second".getPrefix(",")', 'first']],
	'functions/string/getSuffix': [['"apps with Zoho".getSuffix("with")', ' Zoho']],
	'functions/string/matches': [
		['matches("ID004500F","[A-Z]{2}[0-9]{6}[A-Z]")', true],
		['matches("$345.78","\\\\$[0-9]+\\\\.[0-9]{2}")', true],
		['matches("ada2023@x.example","[a-z 0-9]+\\\\@[a-z]+\\\\.[a-z]+")', true],
	],
	'functions/string/replaceFirstIgnoreCase': [
		['replaceFirstIgnoreCase("Zoho A, Zoho B","ZOHO ","Z")', 'ZA, Zoho B'],
	],
	'functions/string/replaceAllIgnoreCase': [
		['replaceAllIgnoreCase("Zoho A, Zoho B","ZOHO ","Z")', 'ZA, ZB'],
	],
	'functions/string/replacefirst': [
		['replaceFirst("an online shop","online","custom")', 'an custom shop'],
		['replaceFirst("ada@zylker.com","\\\\@[a-z]{6}\\\\.[a-z]{3}","@x.example")', 'ada@x.example'],
	],
	'functions/string/leftpad': [['"Left".leftpad(6)', '  Left']],
	'functions/string/repeat': [['"Zoho".repeat(3)', 'ZohoZohoZoho']],
	'functions/string/removefirstoccurence': [
		['"Zoho Creator 5".removeFirstOccurence("5")', 'Zoho Creator '],
	],
	'functions/string/removelastoccurence': [
		['"app of an app".removeLastOccurence("app")', 'app of an '],
	],
	'functions/string/remove': [['"Zoho Creator".remove("Creator")', 'Zoho ']],
	'functions/string/right': [['"Zoho Creator".right(7)', 'Creator']],
	'functions/string/left': [['"Zoho Creator".left(4)', 'Zoho']],
	'functions/string/len': [
		['"Create apps".len()', 11],
		['len("Create apps")', 11],
		['"Create apps".length()', 11],
		['length("Create apps")', 11],
	],
	'functions/string/isAscii': [
		['"Hello$World123".isAscii()', true],
		['"".isAscii()', true],
		['"ß".isAscii()', false],
	],
	'functions/string/getOccurenceCount': [['"a base, a database".getOccurenceCount("base")', 2]],
	'functions/string/texttohex': [['textToHex("Zoho Creator")', '5a6f686f2043726561746f72']],
	'functions/string/hextotext': [['hexToText("5a6f686f2043726561746f72")', 'Zoho Creator']],
	'functions/common/equals': [
		["'01/01/2017'.equals('01-Jan-2017')", true],
		['"Zoho".equals("zoho")', false],
	],
	'functions/common/isnull': [
		['isNull("")', true],
		['isNull(null)', true],
		['" ".isNull()', false],
	],
	'functions/common/isnull-isblank-isempty-difference': [
		['isBlank(" ")', true],
		['isNull(List())', false],
		['isEmpty(List())', true],
		['isBlank({" "})', false],
		['isEmpty({" "})', false],
		['isBlank(null)', false],
		['isEmpty(" ")', true],
	],
	'functions/common/is-valid-object': [
		['"Zoho".isValidObject()', true],
		["''.isValidObject()", false],
	],
	'functions/common/tolong': [
		['toLong(99.9)', 99],
		['"100".toLong()', 100],
	],
	'functions/common/to-number': [
		['123.25.toNumber()', 123],
		['"1234".toNumber()', 1234],
		['"134A123B".toNumber()', FAILS],
	],
	'functions/common/to-date-time': [
		[
			'toDateTime("01-11-2019 13:30:00","MM-d-yy").toString("dd-MMM-yyyy HH:mm:ss")',
			'11-Jan-2019 13:30:00',
		],
	],
	'functions/common/todate': [['toDate("01,11,2019 1:30:00 pm","MM,d,yyyy")', '2019-01-11']],
	'functions/common/totime': [
		[
			'toTime("01,11,19 1:30:00 pm","MM,d,yyyy hh:mm:ss a","Europe/Moscow").toString("dd-MMM-yyyy HH:mm:ss")',
			'11-Jan-0019 16:00:00',
		],
	],
	'functions/common/tostring': [
		[
			'toString(\'01-Jan-2019 10:15:30\',"MMM dd, yy \'at\' hh:mm:ss, E","Europe/Moscow")',
			'Jan 01, 19 at 07:45:30, Fri',
		],
	],
	'functions/datetime/tostartofweek': [["'15-Mar-2019 15:00:00'.toStartOfWeek()", '2019-03-10']],
	'functions/datetime/tostartofmonth': [
		["'15-Mar-2019 15:00:00'.toStartOfMonth()", '2019-03-01'],
		["toStartOfMonth('15-Mar-2019 15:00:00')", '2019-03-01'],
	],
	'functions/datetime/getweekofyear': [
		["'7-Feb-2021'.getWeekOfYear()", 7],
		['\'7-Feb-2021\'.getWeekOfYear("Monday")', 6],
	],
	'functions/datetime/subBusinessDay': [
		["'21-Jul-2021'.subBusinessDay(5,{\"Sunday\"},{'20-Jul-2021','19-Jul-2021'})", '2021-07-13'],
		["'21-Jul-2021'.subBusinessDay(5)", '2021-07-14'],
	],
	'functions/datetime/addbusinessday': [
		["'15-Mar-2019'.addBusinessDay(1)", '2019-03-18'],
		["'23-May-2020'.addBusinessDay(5,{\"Sunday\"},{'25-May-2020'})", '2020-05-30'],
	],
	'functions/datetime/workday': [
		["'15-Mar-2019'.workday(1)", '2019-03-18'],
		["'23-May-2020'.workday(5,{\"Sunday\"},{'25-May-2020'})", '2020-05-30'],
	],
	'functions/xml/toxml': [
		[
			'jsonText = "{Name:\'Lia Shelton\', OrderNo:[343,443,577]}"; return jsonText.toXML();',
			'<root><OrderNo>343</OrderNo><OrderNo>443</OrderNo><OrderNo>577</OrderNo><Name>Lia Shelton</Name></root>',
		],
	],
	'functions/xml/executexpath': [
		[
			'text = "<a href=\\"https://example.com/a.pdf\\" target=\\"_blank\\">A</a>"; return text.executeXPath("/a/@href").executeXpath("/href/text()");',
			'https://example.com/a.pdf',
		],
	],
	'functions/datetime/add-business-hour': [
		[
			'"1-Jan-2020 16:00:00".addBusinessHour(2,{"Saturday","Sunday"},{\'2-Jan-2020\',\'3-Jan-2020\'},{"start":"10","end":"17"})',
			'2020-01-06T11:00:00+00:00',
		],
	],
	'functions/datetime/work-days-list': [
		[
			'"1-Jan-2020".workDaysList("6-Jan-2020",{"Saturday","Sunday"},{"02-Jan-2020","03-Jan-2020"})',
			['2020-01-01', '2020-01-06', '2020-01-07'],
		],
	],
	'functions/datetime/totalmonth': [
		["totalMonths('31-Dec-1989','01-Jan-1990')", 0],
		["totalMonths('31-Dec-1989','01-Feb-1990')", 1],
		["totalMonths('01-Feb-2020','01-Mar-2020')", 1],
	],
	'functions/datetime/monthsdiff': [
		["monthsDiff('31-Dec-1989','01-Jan-1990')", 0],
		["monthsDiff('31-Dec-1989','01-Feb-1990')", 1],
		["monthsDiff('01-Feb-2020','01-Mar-2020')", 1],
	],
	'functions/datetime/totalyear': [
		["totalYears('1-Jan-2019','31-Dec-2019')", 0],
		["totalYears('1-Jan-2019','1-Jan-2020')", 1],
	],
	'functions/datetime/yearsbetween': [
		["yearsBetween('1-Jan-2019','31-Dec-2019')", 0],
		["yearsBetween('1-Jan-2020','31-Dec-2020')", 1],
	],
	'functions/datetime/daysbetween': [
		["daysBetween('1-Jan-2019','31-Dec-2019')", 364],
		["daysBetween('1-Jan-2020','31-Dec-2020')", 365],
	],
	'functions/datetime/hoursbetween': [
		["hoursBetween('18-Dec-2019 09:00:00','19-Dec-2019 10:00:00')", 25],
		["hoursBetween('18-Dec-2019 07:00:00','18-Dec-2019 08:59:59')", 1],
	],
	'functions/datetime/time-between': [
		["'6-Jan-2020 10:10:12'.timeBetween('7-Jan-2020 11:20:12')", '25:10:2'],
	],
	'functions/datetime/yearfraction': [
		["'17-Jan-2019'.yearFraction('29-Jan-2019')", 0.03287671232876712],
		["'03-Apr-2020'.yearFraction('25-May-2035')", 15.150684931506849],
	],
	'functions/datetime/addday': [
		["'01-Jan-2019'.addDay(11)", '2019-01-12'],
		["'01-Jan-2019 15:00:00'.addDay(40)", '2019-02-10T15:00:00+00:00'],
	],
	'functions/datetime/addweek': [
		["'01-Jan-2019'.addWeek(10)", '2019-03-12'],
		["'01-Jan-2019 15:00:00'.addWeek(55)", '2020-01-21T15:00:00+00:00'],
	],
	'functions/datetime/addmonth': [
		["'01-Jan-2019'.addMonth(11)", '2019-12-01'],
		["'01-Jan-2019 15:00:00'.addMonth(13)", '2020-02-01T15:00:00+00:00'],
	],
	'functions/datetime/addyear': [
		["'01-Jan-2019'.addYear(100)", '2119-01-01'],
		["'01-Jan-2019 15:00:00'.addYear(10)", '2029-01-01T15:00:00+00:00'],
	],
	'functions/datetime/addhour': [
		["'01-Jan-2019'.addHour(1)", '2019-01-01T01:00:00+00:00'],
		["'01-Jan-2019 23:15:10'.addHour(2)", '2019-01-02T01:15:10+00:00'],
	],
	'functions/datetime/addminutes': [
		["'01-Jan-2019'.addMinutes(1)", '2019-01-01T00:01:00+00:00'],
		["'01-Jan-2019 23:59:10'.addMinutes(2)", '2019-01-02T00:01:10+00:00'],
	],
	'functions/datetime/addseconds': [
		["'01-Jan-2019'.addSeconds(70)", '2019-01-01T00:01:10+00:00'],
		["'01-Jan-2019 23:15:10'.addSeconds(2)", '2019-01-01T23:15:12+00:00'],
	],
	'functions/datetime/subday': [["'01-Jan-2019'.subDay(1)", '2018-12-31']],
	'functions/datetime/submonth': [["'01-Jan-2019'.subMonth(1)", '2018-12-01']],
	'functions/datetime/subyear': [["'01-Jan-2019'.subYear(1)", '2018-01-01']],
	'functions/datetime/subminutes': [
		["'02-Jan-2019'.subMinutes(1)", '2019-01-01T23:59:00+00:00'],
		["'01-Jan-2019 23:59:10'.subMinutes(2)", '2019-01-01T23:57:10+00:00'],
	],
	'functions/datetime/getday': [
		["'08-Jan-2019'.getDay()", 8],
		["day('08-Jan-2019')", 8],
	],
	'functions/datetime/getmonth': [
		["'08-Jan-2019'.getMonth()", 1],
		["month('08-Jan-2019')", 1],
	],
	'functions/datetime/month': [["'14-Dec-2023'.month()", 12]],
	'functions/datetime/gethour': [
		["'01-Jan-2019'.getHour()", 0],
		["hour('01-Jan-2019 23:15:10')", 23],
	],
	'functions/datetime/getminutes': [
		["'01-Jan-2019'.getMinutes()", 0],
		["'01-Jan-2019 23:15:10'.minute()", 15],
	],
	'functions/datetime/getseconds': [
		["getSeconds('01-Jan-2019')", 0],
		["'01-Jan-2019 23:15:10'.second()", 10],
	],
	'functions/datetime/weekday': [
		["'15-Mar-2019'.weekday()", 6],
		["getDayOfWeek('15-Mar-2019')", 6],
	],
	'functions/datetime/unix-epoch': [
		['"03-Feb-2020 03:48:12".unixEpoch("Asia/Calcutta")', 1_580_681_892_000],
		['"03-Feb-2020 03:48:12".unixEpoch("GMT-8")', 1_580_730_492_000],
		['"03-Feb-2020 03:48:12".unixEpoch("UTC+8")', 1_580_701_692_000],
		['"03-Feb-2020 03:48:12".unixEpoch("GMT+5:30")', 1_580_681_892_000],
		['"03-Feb-2020 03:48:12".unixEpoch("EST")', 1_580_719_692_000],
		['"03-Feb-2020 03:48:12".unixEpoch("SST")', 1_580_662_092_000],
		['"03-Feb-2020 03:48:12".unixEpoch("Hello")', 1_580_701_692_000],
	],
	'deluge-in-zoho-services/zoho-connect': [
		['1609459200000.toString("yyyyMMdd","US/Pacific")', '20201231'],
	],
	'encryption/sha256': [
		[
			'zoho.encryption.sha256("hello")',
			'2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
		],
	],
	'encryption/hmac-sha1': [
		[
			'zoho.encryption.hmacsha1("Use me to generate hash","My#New#Password")',
			'VK9VMxdsbxZBLHKgSEZYMEUlURs=',
		],
	],
	'encryption/hmac-sha256': [
		[
			'zoho.encryption.hmacsha256("Use me to generate hash","My#New#Password")',
			'edYCyxkU4jL2dEjEDO8aUy8WZrpKRvQquNpgKUqe5vA=',
		],
		[
			'zoho.encryption.hmacsha256("sk_5Ow7B_4eC39H","{Order ID: 0932, Currency: USD, Amount: 2500}","hex")',
			'13721963e7ac439f5a2e63c261856393647f3f51b493beebf5919af4bc3de19c',
		],
	],
	'functions/encryption/aesdecode': [
		[
			'zoho.encryption.aesDecode("passkey","yf/u6N0HjKWXFFHIEKzG23+CM+BoL4RBPNb4mc0G3hw5q6xPe9KSpUd62Z5sjjSE")',
			'This is a secret',
		],
		[
			'zoho.encryption.aesDecode("passkey","5GzwCtoMcLE83Mmt4okldDoddwF7E07kKqSQHLSBPSw=","0000000000000000")',
			'This is a secret',
		],
	],
	'functions/encryption/aesdecode128': [
		[
			'zoho.encryption.aesDecode128("passkey","pWBt7NM4llIu0n9gES91lR5fXNaAG/mx5UNPtJY0Bv8=","a00000000000000b",201)',
			'This is a secret',
		],
	],
	'functions/encryption/aesencode': [
		[
			'zoho.encryption.aesDecode("passkey","F0JOCSWN0Eb2Y//llSoROcsQxHihYnMwCuJSywFaaigEJzQdjnznq7+rSUXy6JlG")',
			'Confidential details',
		],
		[
			'zoho.encryption.aesEncode("passkey","Confidential details","0000000000000000")',
			'AR+ygx+et18UNeIltGh82NBgPQx6Y0hWbEcgN3NVbJA=',
		],
	],
	'functions/encryption/urlencode': [
		[
			'zoho.encryption.urlEncode("http://www.zoho.com/creator")',
			'http%3A%2F%2Fwww.zoho.com%2Fcreator',
		],
	],
};

/** Examples whose value depends on the zone that they were made in. */
const zoned: readonly HelpExample[] = [
	{
		page: 'functions/datetime/yearfraction',
		script: "'24-Jun-1997'.yearFraction('24-Mar-2001 10:10:37')",
		value: 3.7519608384069003,
		zone: 'America/Los_Angeles',
	},
	{
		page: 'functions/datetime/unix-epoch',
		script: '"03-Feb-2020 03:48:12".unixEpoch()',
		value: 1_580_730_492_000,
		zone: 'America/Los_Angeles',
	},
	{
		page: 'create-list-datatype',
		script: "l = List:float(); l.add('1-Jan-2019'); return l;",
		value: [1_546_329_600_000],
		zone: 'America/Los_Angeles',
	},
];

/** Why the documented value is not given, by scripts. */
const REASONS: ReadonlyMap<string, string> = new Map<string, string>([
	[
		'\'04-Feb-2020 12:00:00\'.text("MM/dd/YY")',
		"YY is the year of weeks in Java's patterns, which differs from the year around New Year; it is refused by name.",
	],
	[
		'zoho.currenttime.text()',
		'Without a pattern, text() gives what toString() gives; Zoho has an error.',
	],
	[
		'reverse({1,2,13})',
		'A list is reversed item by item; Zoho reverses the characters of its text.',
	],
	[
		'jsonText = "{Name:\'Lia Shelton\', OrderNo:[343,443,577]}"; return jsonText.toXML();',
		'Elements come in the order of the keys; the example has another.',
	],
	['isBlank(null)', "Zoho Creator's help says true; decision 27."],
	['isEmpty(" ")', 'The page of isEmpty itself says false.'],
	[
		'toTime("01,11,19 1:30:00 pm","MM,d,yyyy hh:mm:ss a","Europe/Moscow").toString("dd-MMM-yyyy HH:mm:ss")',
		'A mapping of four digits does not read 19 as the year 19; the example shows a mistake.',
	],
	[
		'toString(\'01-Jan-2019 10:15:30\',"MMM dd, yy \'at\' hh:mm:ss, E","Europe/Moscow")',
		'1 January 2019 was a Tuesday; the example shows Friday, and depends on the zone of an account.',
	],
	[
		'"1-Jan-2020".workDaysList("6-Jan-2020",{"Saturday","Sunday"},{"02-Jan-2020","03-Jan-2020"})',
		'The example lists a day after the end that it names.',
	],
	[
		"'6-Jan-2020 10:10:12'.timeBetween('7-Jan-2020 11:20:12')",
		'The example shows two seconds that are not between its times, in another format than its text says.',
	],
	[
		'zoho.encryption.aesDecode("passkey","5GzwCtoMcLE83Mmt4okldDoddwF7E07kKqSQHLSBPSw=","0000000000000000")',
		'The text was encrypted with the vector b00000000000000a.',
	],
	[
		'zoho.encryption.aesEncode("passkey","Confidential details","0000000000000000")',
		'The value belongs to another text: it decodes to the one of aesDecode.',
	],
	[
		"l = List:float(); l.add('1-Jan-2019'); return l;",
		'Typed lists are plain lists here; items are not converted.',
	],
]);

const plain = Object.entries(pages).flatMap(([page, rows]) =>
	rows.map(([script, value]): HelpExample => ({ page, script, value })),
);

/** The examples of Zoho's help that need no other service, account or file. */
export const helpExamples: readonly HelpExample[] = [...plain, ...zoned].map((example) => {
	const reason = REASONS.get(example.script);
	return reason === undefined ? example : { ...example, reason };
});
