/** How a name of Zoho's help is used in a script. */
export type Use = 'function' | 'task' | 'constant' | 'syntax';

/** The names on one of the index pages of Zoho's Deluge help, or on pages of their own. */
export interface BuiltIns {
	group: string;
	/** Below zoho.com/deluge/help. */
	page: string;
	use: Use;
	names: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** What Zoho's help documents for computing and reading, as of 2026. */
export const builtIns: readonly BuiltIns[] = [
	{
		group: 'Text',
		page: 'functions/text',
		use: 'function',
		names: words(`contains notContains containsIgnoreCase startsWith startsWithIgnoreCase endsWith
			endsWithIgnoreCase equalsIgnoreCase matches find getAlpha getAlphaNumeric getOccurenceCount
			getPrefix getPrefixIgnoreCase getSuffix getSuffixIgnoreCase indexOf lastIndexOf left right mid
			subText subString len length toLowerCase toUpperCase proper trim ltrim rtrim reverse leftpad
			rightpad repeat concat text hexToText textToHex remove removeAllAlpha removeAllAlphaNumeric
			removeFirstOccurence removeLastOccurence replaceAll replaceAllIgnoreCase replaceFirst
			replaceFirstIgnoreCase isAscii isEmpty toListString toList toText`),
	},
	{
		group: 'Number',
		page: 'functions/number',
		use: 'function',
		names:
			words(`abs ceil floor round frac sqrt power exp log log10 sin asin sinh asinh cos acos cosh
			acosh tan atan tanh atanh atan2 average median largest smallest nthLargest nthSmallest
			percentile rank max min randomNumber toHex toWords truncate signum degrees radians isEven
			isOdd text`),
	},
	{
		group: 'Date and time',
		page: 'functions/date-time',
		use: 'function',
		names:
			words(`addDay addWeek addMonth addYear addHour addMinutes addSeconds subDay subWeek subMonth
			subYear subHour subMinutes subSeconds addBusinessDay subBusinessDay addBusinessHour getDay
			getMonth getYear getHour getMinutes getSeconds getDayOfWeek getDayOfYear getWeekOfYear getDate
			getDateTime day month hour minute second weekday toStartOfMonth toStartOfWeek eomonth edate
			workday workDaysList nextWeekDay previousWeekDay timeBetween totalMonths totalYears
			monthsDiff yearsDiff yearFraction toDateTimeString isDate daysBetween monthsBetween
			yearsBetween hoursBetween days360 unixEpoch now today`),
	},
	{
		group: 'List',
		page: 'functions/list',
		use: 'function',
		names:
			words(`add addAll get contains notContains indexOf lastIndexOf remove removeAll removeElement
			clear size isEmpty sort distinct intersect subList toJSONList toList average largest median
			nthLargest nthSmallest smallest`),
	},
	{
		group: 'Map',
		page: 'functions/key-value',
		use: 'function',
		names:
			words(`put putAll get getJSON containKey containValue keys size isEmpty remove clear toMap
			toString`),
	},
	{
		group: 'Collection',
		page: 'functions/collection',
		use: 'function',
		names: words(`Collection clear containsKey containsValue delete deleteAll deleteKey deleteKeys
			distinct duplicate get getKey getLastKey getAsString insert insertAll intersect isEmpty keys
			size sort sortKey update values notContains`),
	},
	{
		group: 'Logic and types',
		page: 'functions/type-check',
		use: 'function',
		names: words(
			'isNull isBlank isEmpty isNumber isText isDate isFile isValidObject ifNull equals',
		),
	},
	{
		group: 'Conversion',
		page: 'functions/conversion',
		use: 'function',
		names: words(`toDate toTime toDateTime toDecimal toLong toNumber toString toText toList toMap
			toJSONList encodeUrl getJSON`),
	},
	{
		group: 'XML',
		page: 'functions/xml',
		use: 'function',
		names: words('toXml toXmlList executeXPath'),
	},
	{
		group: 'Conditions and loops',
		page: 'conditional-statements/condition',
		use: 'syntax',
		names: [
			'if(a) { }',
			'if(a) { } else { }',
			'if(a) { } else if(b) { }',
			'x = if(a,1,2);',
			'for each x in l { }',
			'for each index x in l { }',
			'for each x in l { break; }',
			'for each x in l { continue; }',
			'try { } catch (e) { }',
			'return 1;',
		],
	},
	{
		group: 'Operators',
		page: 'operators',
		use: 'syntax',
		names: [
			...['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||'].map(
				(operator) => `x = a ${operator} b;`,
			),
			'x = !a;',
			...['=', '+=', '-=', '*=', '/=', '%='].map((operator) => `x ${operator} a;`),
		],
	},
	{
		group: 'System variables',
		page: 'zoho-variables',
		use: 'constant',
		names: words(`zoho.currentdate zoho.currenttime zoho.loginuser zoho.loginuserid zoho.adminuser
			zoho.adminuserid zoho.appname zoho.appuri zoho.ipaddress zoho.device.type`),
	},
	{
		group: 'Encryption and encoding',
		page: 'encryption-tasks',
		use: 'task',
		names:
			words(`base64Encode base64Decode base32Encode base32Decode aesEncode aesDecode aesEncode128
			aesDecode128 hmacsha1 hmacsha256 hmacsha512 md5 sha1 sha256 sha512 urlEncode urlDecode
			htmlEncode htmlDecode`).map((name) => `zoho.encryption.${name}`),
	},
	{
		group: 'Reads of Zoho CRM',
		page: 'crm-tasks',
		use: 'task',
		names: words(`zoho.crm.getRecords zoho.crm.getRecordById zoho.crm.searchRecords
			zoho.crm.getRelatedRecords zoho.crm.v8.getRecords zoho.crm.v8.getRecordById
			zoho.crm.v8.searchRecords zoho.crm.v8.getRelatedRecords zoho.crm.getOrgVariable`),
	},
	{
		group: 'Reads by address',
		page: 'web-data/invokeurl-task',
		use: 'syntax',
		names: [
			'x = invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/1" type: GET ];',
			'x = invokeurl [ url: "https://www.zohoapis.com/crm/v8/coql" type: POST parameters: {"select_query":"select id from Leads"} ];',
		],
	},
	{
		group: 'Files',
		page: 'file-methods',
		use: 'function',
		names: words(`getFileContent getFileName getFileSize getFileType isFile setFileName setFileType
			setParamName setCharset compress extract toFile convertToPDF`),
	},
	{
		group: 'Aggregates of Creator',
		page: 'data-access/aggregate-records',
		use: 'syntax',
		names: words('count sum average median minimum maximum distinct').map(
			(name) => `x = Orders[ID != 0].${name}(Total);`,
		),
	},
];
