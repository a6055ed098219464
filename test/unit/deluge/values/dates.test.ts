import {
	dateIn,
	dateOf,
	isAmbiguous,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/dateReading';
import {
	dateText,
	formatted,
	inZone,
	isoText,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/dates';

const ZONE = 'Asia/Kolkata';

function iso(text: string, pattern?: string): string | undefined {
	const date = dateIn(text, ZONE, pattern);
	return date === undefined ? undefined : isoText(date);
}

it.each([
	['2026-01-31', '2026-01-31'],
	['2026-1-3', '2026-01-03'],
	['31-Jan-2026', '2026-01-31'],
	['31-jan-2026 10:20', '2026-01-31T10:20:00+05:30'],
	['2026/1/31', '2026-01-31'],
	['1/31/2026', '2026-01-31'],
	['31 Jan 2026 10:20:30', '2026-01-31T10:20:30+05:30'],
	['1/31/2026 01:02 PM', '2026-01-31T13:02:00+05:30'],
	['1/31/2026 01:02:03 am', '2026-01-31T01:02:03+05:30'],
	['  2026-01-31  ', '2026-01-31'],
	['2026-01-31T09:00:00Z', '2026-01-31T09:00:00+00:00'],
	['2026-01-31T09:00:00', '2026-01-31T09:00:00+05:30'],
	['2026-01-31 09:00:00 +02:00', '2026-01-31T09:00:00+02:00'],
	['2026-01-31 09:00-0800', '2026-01-31T09:00:00-08:00'],
	['2026-02-30', undefined],
	['31-Feb-2026', undefined],
	['13/1/2026', undefined],
	['31-Jan-2026 later', undefined],
	['2026-01-31 25:00:00', undefined],
	['soon', undefined],
	['', undefined],
	[`2026-01-31${' '.repeat(990)}`, '2026-01-31'],
	[`2026-01-31${' '.repeat(991)}`, undefined],
])('%j is %s', (text, expected) => {
	expect(iso(text)).toBe(expected);
});

it.each([
	['31/01/2026', 'dd/MM/yyyy', '2026-01-31'],
	['31/01/2026 and more', 'dd/MM/yyyy', '2026-01-31'],
	['31.1.26', 'd.M.yy', '2026-01-31'],
	['2026-01-31T09:05', "yyyy-MM-dd'T'HH:mm", '2026-01-31T09:05:00+05:30'],
	['2026-01-31 09:05 PM', 'yyyy-MM-dd hh:mm a', '2026-01-31T21:05:00+05:30'],
	['2026-01-31 09:05+01:00', 'yyyy-MM-dd HH:mmXXX', '2026-01-31T09:05:00+01:00'],
	['2026 31', 'yyyy D', '2026-01-31'],
	['at 2026-01-31', "'at' yyyy-MM-dd", '2026-01-31'],
	['no date', 'dd/MM/yyyy', undefined],
	['31/02/2026', 'dd/MM/yyyy', undefined],
])('%j as %s is %s', (text, pattern, expected) => {
	expect(iso(text, pattern)).toBe(expected);
});

it.each([
	['QQ', 'DELUGE_UNSUPPORTED', "'QQ' is not available in date formats"],
	['yyyy-MM-dd'.repeat(11), 'DELUGE_LIMIT', 'more than 100 characters'],
	['d '.repeat(13), 'DELUGE_LIMIT', 'more than 12 fields'],
])('a date cannot be read as %s', (pattern, code, message) => {
	expect(() => dateIn('2026-01-31', ZONE, pattern)).toThrow(
		expect.objectContaining({ code, message: expect.stringContaining(message) }),
	);
});

it('a format without a field reads no date', () => {
	expect(iso('x', "'x'")).toBeUndefined();
});

it.each([
	['yyyy-MM-dd HH:mm:ss', undefined, '2026-01-31 09:05:00'],
	["dd MMMM yyyy 'at' h:mm a", undefined, '31 January 2026 at 9:05 AM'],
	['EEEE E D', undefined, 'Saturday Sat 31'],
	['HH:mm XXX', 'UTC', '03:35 +00:00'],
])('is written as %s (zone %s)', (pattern, zone, expected) => {
	expect(formatted(dateOf('2026-01-31 09:05', ZONE), pattern, zone)).toBe(expected);
});

it('is written as Zoho CRM writes it', () => {
	expect(dateText(dateOf('2026-01-31', ZONE))).toBe('31-Jan-2026');
	expect(dateText(dateOf('2026-01-31 09:05', ZONE))).toBe('31-Jan-2026 09:05:00');
});

it('moves to zones that there are', () => {
	const date = dateOf('2026-01-31 09:05', ZONE);
	expect(isoText(inZone(date, 'UTC'))).toBe('2026-01-31T03:35:00+00:00');
	expect(() => inZone(date, 'Mars/Base')).toThrow("'Mars/Base' is not a time zone");
});

it('is required where asked for', () => {
	expect(() => dateOf('soon', ZONE)).toThrow("'soon' is not a date");
});

it.each([
	['02/04/2026', true],
	[' 2/4/2026 10:00', true],
	['02/14/2026', false],
	['2026-02-04', false],
])('%j could be read in two ways: %s', (text, expected) => {
	expect(isAmbiguous(text)).toBe(expected);
});
