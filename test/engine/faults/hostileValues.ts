import { LONG, OBJECT, OPERATIONS_REFUSED, OPERATIONS_TAKEN } from './hostileOperationValues';

/** What a case puts values into: a parameter or an option; two ways of giving the record. */
export type Target =
	| 'module'
	| 'recordId'
	| 'recordUrl'
	| 'relatedList'
	| 'relatedLists'
	| 'fields'
	| 'returnAll'
	| 'limit'
	| 'apiVersion'
	| 'converted'
	| 'ids'
	| 'includeParent'
	| 'modifiedSince'
	| 'outputMode'
	| 'pageSize'
	| 'sortBy'
	| 'recordModules'
	| 'sources'
	| 'userIds'
	| 'readThrough'
	| 'simplify'
	| 'externalId'
	| 'searchBy'
	| 'searchFor'
	| 'binaryField'
	| 'fileNames'
	| 'includeNoteFiles'
	| 'maxFileSize'
	| 'metadataOnly'
	| 'fullText'
	| 'maxCharacters'
	| 'emailType'
	| 'includeContent'
	| 'sortOrder'
	| 'activityStatus'
	| 'activityTypes'
	| 'order'
	| 'startTime'
	| 'endTime'
	| 'maxConcurrentRequests'
	| 'script'
	| 'scriptOutput'
	| 'convertTo'
	| 'maxApiCalls'
	| 'maxSeconds'
	| 'maxStatements'
	| 'writeTasks';

const ID = '4876876000000376008';
const record = (start: string) => `${start}/crm/org123/tab/Leads/${ID}`;

/** Values that are refused: where they stand, what they are, the value. */
export const REFUSED: readonly [Target, string, unknown][] = [
	['module', 'nothing', ''],
	['module', 'a path upwards', '../Leads'],
	['module', 'dots', '..'],
	['module', 'an encoded slash', 'Leads%2f..%2fContacts'],
	['module', 'an encoded path upwards', '%2e%2e'],
	['module', 'a backslash', '..\\Leads'],
	['module', 'a query', 'Leads?fields=id'],
	['module', 'a fragment', 'Leads#x'],
	['module', 'a header', 'Leads\r\nX-Evil: 1'],
	['module', 'a null character', 'Leads\0'],
	['module', 'a lone surrogate', 'Leads\ud800'],
	['module', 'a letter that looks like another', 'L\u0435ads'],
	['module', 'text from right to left', '\u202eLeads'],
	['module', 'an address', 'https://evil.example/crm'],
	['module', 'an address without scheme', '//evil.example/Leads'],
	['module', '100 kB', LONG],
	['module', 'an array', ['Leads']],
	['module', 'an object without a text', OBJECT],
	['module', 'a number', 1],
	['recordId', 'nothing', null],
	['recordId', 'a path upwards', `../Contacts/${ID}`],
	['recordId', 'a path behind', `${ID}/../../Contacts`],
	['recordId', 'an encoded slash', `${ID}%2fNotes`],
	['recordId', 'a semicolon', `${ID};x=1`],
	['recordId', 'a header', `${ID}\r\nHost: evil.example`],
	['recordId', 'two lines', '1\n2'],
	['recordId', 'a null character', `${ID}\0`],
	['recordId', 'digits of another script', '\u0967\u0968\u0969'],
	['recordId', 'digits of full width', '\uff11\uff12'],
	['recordId', 'a rounded number', Number(ID)],
	['recordId', '1e21', 1e21],
	['recordId', '"1e21"', '1e21'],
	['recordId', 'not a number', NaN],
	['recordId', 'infinity', Infinity],
	['recordId', 'a negative number', -1],
	['recordId', 'a fraction', 1.5],
	['recordId', 'a hexadecimal', '0x10'],
	['recordId', '21 digits', '1'.repeat(21)],
	['recordId', '100 kB of digits', '1'.repeat(100_000)],
	['recordId', 'the prototype', '__proto__'],
	['recordId', 'an array', [ID]],
	['recordId', 'an object without a text', OBJECT],
	['recordId', 'a big integer', 1n],
	['recordUrl', 'a host that begins like ours', record('https://crm.zoho.com.evil.example')],
	['recordUrl', 'a host that ends like ours', record('https://evilcrm.zoho.com')],
	['recordUrl', 'our host as user', record('https://crm.zoho.com@evil.example')],
	['recordUrl', 'our host as user and password', record('https://crm.zoho.com:443@evil.example')],
	['recordUrl', 'our host behind a fragment', record('https://evil.example#crm.zoho.com')],
	['recordUrl', 'our host behind a backslash', record('https://evil.example\\@crm.zoho.com')],
	['recordUrl', 'http', record('http://crm.zoho.com')],
	['recordUrl', 'another scheme', record('ftp://crm.zoho.com')],
	['recordUrl', 'a script', `javascript:alert(${ID})`],
	['recordUrl', 'a script with our host', record('javascript://crm.zoho.com')],
	['recordUrl', 'data', `data:text/html,${ID}`],
	['recordUrl', 'a file', record('file://')],
	['recordUrl', 'the metadata service', record('http://169.254.169.254')],
	['recordUrl', 'a look-alike letter', record('https://crm.z\u043eho.com')],
	['recordUrl', 'a trailing dot', record('https://crm.zoho.com.')],
	['recordUrl', 'no record', 'https://crm.zoho.com/crm/org123/tab/Leads'],
	['recordUrl', 'an encoded end', `${record('https://crm.zoho.com')}%2f..%2fNotes`],
	['recordUrl', '100 kB', `https://crm.zoho.com/${LONG}`],
	['recordUrl', 'an array', [record('https://crm.zoho.com')]],
	['relatedList', 'a path upwards', 'Notes/../../Contacts'],
	['relatedList', 'an action', 'actions/get_related_records_count'],
	['relatedList', 'an encoded slash', 'Notes%2F1'],
	['relatedList', 'a header', 'Notes\r\nX-Evil: 1'],
	['relatedList', 'a lone surrogate', '\udfffNotes'],
	['relatedList', 'false', false],
	['relatedLists', 'a path upwards', ['Notes', '../Deals']],
	['relatedLists', 'a comma in an array', ['Notes,Tasks']],
	['relatedLists', 'null in an array', [null]],
	['relatedLists', 'an object', { Notes: true }],
	['relatedLists', 'a number', 7],
	['relatedLists', '100 kB', LONG],
	['fields', 'another parameter', 'Note_Title&page=2'],
	['fields', 'a header', 'Note_Title\r\nX-Evil: 1'],
	['fields', 'a wildcard', '*'],
	['fields', 'an object', { Note_Title: true }],
	['fields', 'an array in an array', [['Note_Title']]],
	['fields', 'null in an array', ['Note_Title', null]],
	['fields', 'a comma in an array', ['Note_Title,id']],
	['fields', 'a lone surrogate', ['Note_Title\udc00']],
	['fields', '100 kB', LONG],
	['fields', 'a number', 7],
	['returnAll', 'a word', 'yes'],
	['returnAll', 'one', 1],
	['returnAll', 'an array', [true]],
	['returnAll', 'an object without a text', OBJECT],
	['limit', 'none', 0],
	['limit', 'minus nothing', -0],
	['limit', 'a negative number', -1],
	['limit', 'a fraction', 0.5],
	['limit', 'not a number', NaN],
	['limit', 'infinity', Infinity],
	['limit', '1e21', 1e21],
	['limit', 'beyond 2^53', 2 ** 53],
	['limit', 'a hexadecimal', '0x10'],
	['limit', 'a sign', '+5'],
	['limit', 'a word', 'all'],
	['limit', 'an array', [5]],
	['limit', 'true', true],
	['limit', 'a big integer', 5n],
	['pageSize', 'beyond 200', 201],
	['pageSize', 'none', 0],
	['pageSize', 'an object', {}],
	['apiVersion', 'an old one', 'v2'],
	['apiVersion', 'a path', 'v8/../v2'],
	['apiVersion', 'an inherited name', 'constructor'],
	['apiVersion', 'an array', ['v8']],
	['apiVersion', 'an object without a text', OBJECT],
	['converted', 'a word', 'maybe'],
	['ids', 'a word', '1,x'],
	['ids', 'another parameter', '1&page=2'],
	['ids', 'a rounded number', [Number(ID)]],
	['ids', 'an object', { 0: '1' }],
	['ids', 'a header', '1\r\n2'],
	['includeParent', 'a word', 'on'],
	['modifiedSince', 'a word', 'yesterday'],
	['modifiedSince', 'a header', '2026-01-01T00:00:00Z\r\nX-Evil: 1'],
	['modifiedSince', 'a month too many', '2026-13-01'],
	['modifiedSince', 'a day too many', '2026-02-30'],
	['modifiedSince', 'the year 0', '0000-01-01'],
	['modifiedSince', 'a year before', '-000001-01-01T00:00:00Z'],
	['modifiedSince', 'the year 10000', '+010000-01-01T00:00:00Z'],
	['modifiedSince', 'the end of time', '+275760-09-13T00:00:00.001Z'],
	['modifiedSince', 'a number', 1_700_000_000_000],
	['modifiedSince', 'an invalid date', new Date(NaN)],
	['modifiedSince', '100 kB', `2026-01-01T00:00:00.${'0'.repeat(100_000)}x`],
	['modifiedSince', 'an object', { toISO: '2026-01-01' }],
	['outputMode', 'the prototype', '__proto__'],
	['emailType', 'an inherited name', 'constructor'],
	['emailType', 'one of accounts', 'all_contacts_sent_crm_emails'],
	['emailType', 'another parameter', 'drafts&index=x'],
	['emailType', 'an object without a text', OBJECT],
	['includeContent', 'a word', 'yes'],
	['includeContent', 'one', 1],
	['recordModules', 'a path upwards', ['../Notes']],
	['recordModules', 'an object', { Notes: true }],
	['sources', 'another condition', 'crm_ui"}]}'],
	['sources', 'a number', 7],
	['sources', '100 kB', LONG],
	['userIds', 'a word', 'Ann'],
	['userIds', 'a rounded number', [Number(ID)]],
	...OPERATIONS_REFUSED,
	['sortBy', 'a field that cannot sort', 'Note_Title'],
	['sortOrder', 'another case', 'ASC'],
	['activityStatus', 'an inherited name', 'constructor'],
	['activityStatus', 'an array', ['all']],
	['activityTypes', 'a kind there is not', ['Calls', 'Emails']],
	['activityTypes', 'an object', { Calls: true }],
	['order', 'the prototype', '__proto__'],
	['startTime', 'a day there is not', '2026-02-30T00:00:00Z'],
	['startTime', 'true', true],
	['endTime', 'the year 10000', '+010000-01-01T00:00:00Z'],
	['endTime', 'an array', ['2026-01-01']],
	['maxConcurrentRequests', 'none', 0],
	['maxConcurrentRequests', 'more than 50', 51],
	['maxConcurrentRequests', 'a fraction', 2.5],
	['maxConcurrentRequests', '1e21', 1e21],
	['maxConcurrentRequests', 'a word', 'all'],
	['maxConcurrentRequests', 'an array', [5]],
	['maxConcurrentRequests', 'an object without a text', OBJECT],
	['script', 'nothing', ''],
	['script', 'a number', 7],
	['script', 'an array', ['return 1;']],
	['script', 'an object without a text', OBJECT],
	['scriptOutput', 'an inherited name', 'constructor'],
	['scriptOutput', 'an object without a text', OBJECT],
	['convertTo', 'an inherited name', 'constructor'],
	['convertTo', 'an object without a text', OBJECT],
	['maxApiCalls', 'none', 0],
	['maxApiCalls', 'infinity', Infinity],
	['maxApiCalls', 'a word', 'all'],
	['maxSeconds', 'none', 0],
	['maxSeconds', 'more than five minutes', 301],
	['maxStatements', 'a negative number', -1],
	['maxStatements', '1e21', 1e21],
	['writeTasks', 'the prototype', '__proto__'],
	['writeTasks', 'true', true],
];

/** Values with a meaning, odd as they look: what they are, the value, one that means the same. */
export const TAKEN: readonly [Target, string, unknown, unknown][] = [
	['module', 'spaces around', ' Leads\r\n', 'Leads'],
	['recordUrl', 'a path with dots', 'https://crm.zoho.com/crm/o/tab/../tab/Leads/7?x#y', '7'],
	[
		'recordUrl',
		'a user in front of our host',
		'https://evil.example@crm.zoho.com/crm/o/tab/A/7',
		'7',
	],
	['recordUrl', 'an ID', ID, ID],
	['recordId', 'a small number', 7, '7'],
	['recordId', 'minus nothing', -0, '0'],
	['relatedList', 'a line end', 'Notes\n', 'Notes'],
	['relatedLists', 'text with gaps', ' Notes,,Tasks,Notes ', ['Notes', 'Tasks']],
	['fields', 'names of every object', '__proto__,constructor', ['__proto__', 'constructor']],
	['fields', 'gaps and doubles', 'Note_Title,, Note_Title ,', ['Note_Title']],
	['limit', 'text', ' 5 ', 5],
	...OPERATIONS_TAKEN,
	['limit', 'the largest number', Number.MAX_SAFE_INTEGER, 1_000_000],
	['limit', 'null', null, 50],
	['returnAll', 'text', 'false', false],
	['pageSize', 'leading zeros', '00200', 200],
	['apiVersion', 'null', null, 'v8'],
	['ids', 'gaps only', ' , ,', ''],
	['ids', 'an empty array', [], ''],
	['ids', 'the same 1,000 times', '7,'.repeat(1000), '7'],
	['modifiedSince', 'a line end', '2026-01-01T00:00:00Z\r\n', '2026-01-01T00:00:00+00:00'],
	['activityTypes', 'an empty array', [], ['Calls', 'Events', 'Tasks']],
	['startTime', 'a leap day', '2024-02-29', '2024-02-29T00:00:00'],
];
