import { fail, shown, type DelugeDate, type Value } from './value';

/** Year, month from 1, day, hour, minute, second and millisecond. */
export type DateParts = [number, number, number, number, number, number, number];

/** A date as Deluge has it; without an offset of its own it is in this computer's time zone. */
export class ZonedDate extends Date implements DelugeDate {
	hasTime: boolean;
	/** Minutes ahead of UTC. */
	offset: number | undefined;

	constructor(time: number, hasTime: boolean, offset?: number) {
		super(time);
		this.hasTime = hasTime;
		this.offset = offset;
	}

	compareTo(other: Value): number | undefined {
		const date = typeof other === 'string' ? dateIn(other) : other;
		return date instanceof Date ? this.getTime() - date.getTime() : undefined;
	}

	override toString(): string {
		return formatDate(this, this.hasTime ? 'dd-MMM-yyyy HH:mm:ss' : 'dd-MMM-yyyy');
	}

	override toJSON(): string {
		return formatDate(this, this.hasTime ? "yyyy-MM-dd'T'HH:mm:ssXXX" : 'yyyy-MM-dd');
	}
}

/** The date itself, where only a date will do. */
export function checkDate(value: Value): ZonedDate {
	return value instanceof ZonedDate ? value : fail(`${shown(value)} is not a date`);
}

/** A date, also from its text. */
export function dateOf(value: Value): ZonedDate {
	const date = typeof value === 'string' ? dateIn(value) : value;
	return date instanceof ZonedDate ? date : fail(`'${shown(value)}' is not a date`);
}

/** A literal in single quotes: a date, or else a text. */
export function dateOrText(text: string): Value {
	return dateIn(text) ?? text;
}

/** Now; without its time, today. */
export function now(): ZonedDate {
	return new ZonedDate(Date.now(), true);
}

/** Today. */
export function today(): ZonedDate {
	return dayOf(now());
}

/** Only the day of a date. */
export function dayOf(date: ZonedDate): ZonedDate {
	const [year, month, day] = partsOf(date);
	return dateFrom([year, month, day, 0, 0, 0, 0], false, date.offset);
}

export const MONTHS = [
	'Jan',
	'Feb',
	'Mar',
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec',
];

/** What a date shows on the calendar and the clock. */
export function partsOf(date: ZonedDate): DateParts {
	const ahead = date.offset ?? -date.getTimezoneOffset();
	const local = new Date(date.getTime() + ahead * 60_000);
	return [
		local.getUTCFullYear(),
		local.getUTCMonth() + 1,
		local.getUTCDate(),
		local.getUTCHours(),
		local.getUTCMinutes(),
		local.getUTCSeconds(),
		local.getUTCMilliseconds(),
	];
}

/** The date that calendar and clock show; months and days may lie beyond their ends. */
export function dateFrom(
	[year, month, day, hour, minute, second, millisecond]: DateParts,
	hasTime: boolean,
	offset?: number,
): ZonedDate {
	const time = new Date(0);
	if (offset === undefined) {
		time.setFullYear(year, month - 1, day);
		time.setHours(hour, minute, second, millisecond);
	} else {
		time.setUTCFullYear(year, month - 1, day);
		time.setUTCHours(hour, minute - offset, second, millisecond);
	}
	return dateAt(time.getTime(), hasTime, offset);
}

/** @param time in milliseconds since 1970 */
export function dateAt(time: number, hasTime: boolean, offset?: number): ZonedDate {
	const date = new ZonedDate(time, hasTime, offset);
	return Number.isNaN(date.getTime()) ? fail('The date would be out of range') : date;
}

const DATE_FORMATS: readonly [pattern: RegExp, order: string][] = [
	[/^(\d{4})-(\d\d)-(\d\d)(?: (.*)|[Tt](.*))?$/, 'ymd'],
	[/^(\d{4})-(\d\d?)-(\d\d?)(?: (.*))?$/, 'ymd'],
	[/^(\d{4})\/(\d\d?)\/(\d\d?)(?: (.*))?$/, 'ymd'],
	[/^(\d\d?)\/(\d\d?)\/(\d{4})(?: (.*))?$/, 'mdy'],
	[/^(\d\d?)-([a-z]{3})-(\d{4})(?: (.*))?$/i, 'dmy'],
	[/^(\d\d?) ([a-z]{3}) (\d{4})(?: (.*))?$/i, 'dmy'],
];

/** As ISO 8601 has it, but for the blank between day and time. */
const ISO_WITH_BLANK =
	/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)$/;

/** The date in a text, in one of the formats Zoho uses; undefined where there is none. */
export function dateIn(text: string): ZonedDate | undefined {
	const trimmed = text.trim().replace(ISO_WITH_BLANK, '$1T$2$3');
	for (const [pattern, order] of DATE_FORMATS) {
		const found = pattern.exec(trimmed);
		if (found !== null) return dateFound(found, order);
	}
	return undefined;
}

/** @param order of year, month and day */
function dateFound(found: RegExpExecArray, order: string): ZonedDate | undefined {
	const [year = 0, month = 0, day = 0] = [...'ymd'].map((part) =>
		partNumber(found[order.indexOf(part) + 1]),
	);
	const [, , , , time, iso] = found;
	const clock = iso === undefined ? clockIn(time ?? '00:00') : isoClockIn(iso);
	if (!isDay(year, month, day) || clock === undefined) return undefined;
	const [hour, minute, second, millisecond, offset] = clock;
	const hasTime = (time ?? iso) !== undefined;
	return dateFrom([year, month, day, hour, minute, second, millisecond], hasTime, offset);
}

function isDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(2000 + (year % 400), month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Digits, or the first letters of a month. */
export function partNumber(part = ''): number {
	const month = MONTHS.findIndex((name) => name.toLowerCase() === part.toLowerCase()) + 1;
	return month > 0 ? month : Number(part);
}

const TIME = /^(\d\d?):(\d\d)(?::(\d\d))?(?: ([ap]m))?$/i;
const ISO_TIME = /^(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Hour, minute, second and millisecond, and the offset if there is one. */
export type Clock = [number, number, number, number, number | undefined];

/** The time in a text such as `10:30 PM`. */
function clockIn(text: string): Clock | undefined {
	const [found, hours, minutes, seconds, half] = TIME.exec(text) ?? [];
	return found === undefined ? undefined : clockOf([hourOf(hours, half), minutes, seconds]);
}

/** The time behind the T of an ISO text. */
function isoClockIn(text: string): Clock | undefined {
	const [found, hours, minutes, seconds, fraction, offset] = ISO_TIME.exec(text) ?? [];
	if (found === undefined) return undefined;
	const millisecond = Math.trunc(Number(`0.${fraction ?? '0'}`) * 1000);
	return clockOf([Number(hours), minutes, seconds], millisecond, offset);
}

function clockOf(
	[hours, minutes = '0', seconds = '0']: readonly [number, string?, string?],
	millisecond = 0,
	offset?: string,
): Clock | undefined {
	const [minute, second] = [Number(minutes), Number(seconds)];
	const isTime = hours < 24 && minute < 60 && second < 60;
	return isTime ? [hours, minute, second, millisecond, offsetIn(offset)] : undefined;
}

/** An hour of the day; of one half of it where AM or PM says so. */
export function hourOf(hours = '0', half?: string): number {
	const hour = Number(hours);
	if (half === undefined) return hour;
	return hour >= 1 && hour <= 12 ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : NaN;
}

/** Minutes ahead of UTC. */
export function offsetIn(text: string | undefined): number | undefined {
	const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text ?? '') ?? [];
	if (hours === undefined) return text === undefined ? undefined : 0;
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** What the letters of a date pattern stand for. */
function patternParts(date: ZonedDate): Record<string, string> {
	const [year, month, day, hour, minute, second, millisecond] = partsOf(date);
	const ahead = date.offset ?? -date.getTimezoneOffset();
	const padded = (part: number, length = 2) => String(part).padStart(length, '0');
	const name = (options: Intl.DateTimeFormatOptions) =>
		new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en', {
			...options,
			timeZone: 'UTC',
		});
	const hours = `${ahead < 0 ? '-' : '+'}${padded(Math.trunc(Math.abs(ahead) / 60))}`;
	const zone = hours + padded(Math.abs(ahead) % 60);
	const weekday = name({ weekday: 'short' });
	return {
		...{ y: `${year}`, yy: padded(year % 100), yyyy: padded(year, 4) },
		...{
			M: `${month}`,
			MM: padded(month),
			MMM: name({ month: 'short' }),
			MMMM: name({ month: 'long' }),
		},
		...{ d: `${day}`, dd: padded(day), D: `${dayOfYear(date)}`, DDD: padded(dayOfYear(date), 3) },
		...{ H: `${hour}`, HH: padded(hour), h: `${hour % 12 || 12}`, hh: padded(hour % 12 || 12) },
		...{ m: `${minute}`, mm: padded(minute), s: `${second}`, ss: padded(second) },
		...{ S: `${millisecond}`, SSS: padded(millisecond, 3), a: hour < 12 ? 'AM' : 'PM' },
		...{ E: weekday, EE: weekday, EEE: weekday, EEEE: name({ weekday: 'long' }) },
		...{ X: zone, XX: zone, Z: zone, XXX: `${hours}:${zone.slice(3)}` },
	};
}

/** Which day of its year a date is. */
export function dayOfYear(value: Value): number {
	const [year, month, day] = partsOf(dateOf(value));
	return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000;
}

/** A date in a pattern such as yyyy-MM-dd. */
export function formatDate(date: ZonedDate, pattern: string): string {
	const parts = patternParts(date);
	return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (found, quoted?: string) => {
		return quoted ?? parts[found] ?? fail(`'${found}' is not available in date formats`);
	});
}

/** A date with its time, which is midnight where there is none. */
export function withTime(value: Value): ZonedDate {
	const date = dateOf(value);
	return dateAt(date.getTime(), true, date.offset);
}
