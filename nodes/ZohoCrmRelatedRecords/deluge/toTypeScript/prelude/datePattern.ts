import {
	dateFrom,
	dateOf,
	dayOf,
	hourOf,
	now,
	offsetIn,
	partNumber,
	partsOf,
	ZonedDate,
	type DateParts,
} from './date';
import { fail, plainText, shown, type Value } from './value';
import { readInZone } from './zone';

/** What each letter of a date pattern reads, by the part it gives. */
const READ: readonly [letters: RegExp, part: string, pattern: string][] = [
	[/^yyyy$/, 'year', '\\d{4}'],
	[/^yy$/, 'shortYear', '\\d{2,4}'],
	[/^y$/, 'year', '\\d{1,6}'],
	[/^MMM$/, 'month', '[a-z]{3}'],
	[/^MMMM$/, 'month', '[a-z]+'],
	[/^MM$/, 'month', '\\d\\d'],
	[/^M$/, 'month', '\\d\\d?'],
	[/^dd$/, 'day', '\\d\\d'],
	[/^d$/, 'day', '\\d\\d?'],
	[/^(HH|hh)$/, 'hour', '\\d\\d'],
	[/^[Hh]$/, 'hour', '\\d\\d?'],
	[/^mm$/, 'minute', '\\d\\d'],
	[/^m$/, 'minute', '\\d\\d?'],
	[/^ss$/, 'second', '\\d\\d'],
	[/^s$/, 'second', '\\d\\d?'],
	[/^SSS$/, 'millisecond', '\\d{3}'],
	[/^S$/, 'millisecond', '\\d{1,3}'],
	[/^a$/, 'half', '[ap]m'],
	[/^E{1,4}$/, 'weekday', '[a-z]+'],
	[/^(X{1,3}|Z)$/, 'offset', '[+-]\\d\\d:?\\d\\d'],
];

/** The date in a text, or at its beginning, by a pattern such as dd.MM.yyyy. */
export function dateByPattern(value: Value, pattern: string): ZonedDate {
	const text = plainText(value).trim();
	const source = pattern.replace(
		/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']/g,
		(found, quoted?: string, letter?: string) => {
			if (letter === undefined) return (quoted ?? found).replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
			const [, part, digits] =
				READ.find(([letters]) => letters.test(found)) ??
				fail(`'${found}' is not available in date formats`);
			return `(?<${part}>${digits})`;
		},
	);
	const hasTime = /[Hhms]/.test(pattern.replace(/'[^']*'/g, ''));
	const ends = hasTime
		? ['$', '']
		: ['$', ...TIMES_BEHIND.map((time) => besides(source, time)), ''];
	const found = ends
		.map((end) => new RegExp(`^${source}${end}`, 'i').exec(text))
		.find((match) => match !== null);
	const parts = found?.groups;
	const date =
		parts === undefined ? undefined : dateOfParts(parts, hasTime || parts.hour !== undefined);
	return date ?? fail(`'${shown(text)}' is not a date like ${pattern}`);
}

/** Times that a pattern of a date ends before. */
const TIMES_BEHIND = [
	'[T ](?<hour>\\d\\d):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.(?<fraction>\\d{1,9}))?)? ?(?<offset>Z|[+-]\\d\\d:?\\d\\d)?$',
	' (?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d))?(?: (?<half>[ap]m))?$',
];

/** A pattern without the names that another one has. */
function besides(source: string, time: string): string {
	return time.replace(/\?<(\w+)>/g, (name) => (source.includes(name) ? '?:' : name));
}

function dateOfParts(
	parts: Record<string, string | undefined>,
	hasTime: boolean,
): ZonedDate | undefined {
	const read = (name: string, otherwise: number) =>
		parts[name] === undefined ? otherwise : Number(parts[name]);
	const [thisYear] = partsOf(now());
	const short = read('shortYear', 0);
	const century = short > 99 ? 0 : short > 60 ? 1900 : 2000;
	const year = read('year', parts.shortYear === undefined ? thisYear : short + century);
	const month =
		parts.month === undefined
			? 1
			: partNumber(/\d/.test(parts.month) ? parts.month : parts.month.slice(0, 3));
	const hour = hourOf(parts.hour, parts.half);
	const shownParts: DateParts = [
		year,
		month,
		read('day', 1),
		hour,
		read('minute', 0),
		read('second', 0),
		read('millisecond', Math.trunc(Number(`0.${parts.fraction ?? '0'}`) * 1000)),
	];
	const date = dateFrom(shownParts, hasTime, offsetIn(parts.offset));
	return partsOf(date).every((part, index) => part === shownParts[index]) ? date : undefined;
}

/** The day of a date, of a text, or of a text of a pattern. */
export function toDate(value: Value, pattern: Value = null): ZonedDate {
	return dayOf(toDateTime(value, pattern));
}

/** Date and time, from a text perhaps, or a text of a pattern; the text may be in another zone. */
export function toDateTime(value: Value, pattern: Value = null, zone: Value = null): ZonedDate {
	if (value instanceof ZonedDate) return new ZonedDate(value.getTime(), true, value.offset);
	if (typeof value !== 'string') fail(`${shown(value)} is not a date`);
	const date = pattern === null ? dateOf(value) : dateByPattern(value, plainText(pattern));
	return zone === null ? date : readInZone(date, plainText(zone));
}
