import { helper, type NamedHelper } from './helper';

/** Dates: ISO text, with a time where the date has one. */
export const DATE_HELPERS: readonly NamedHelper[] = [
	[
		'partsOf',
		helper(`
/** Year, month, day, hour, minute, second and offset of a date. */
function partsOf(date«: Value») {
	const found = /^(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d))?(?:\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?)?/.exec(String(date).trim());
	if (found === null) throw new Error(\`'\${date}' is not a date\`);
	const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0));
	return { year, month, day, hour, minute, second, offset: found[7] ?? '', hasTime: found[4] !== undefined };
}`),
	],
	[
		'toDate',
		helper(
			`
/** The day of a date, as ISO text. */
function toDate(value«: Value»)«: string» {
	const given = String(value).trim();
	const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
	const [, day = '', name = '', year = ''] = /^(\\d\\d)[- ]([a-z]{3})[- ](\\d{4})/i.exec(given) ?? [];
	const month = months.indexOf(name.toLowerCase()) + 1;
	if (month > 0) return \`\${year}-\${String(month).padStart(2, '0')}-\${day}\`;
	const slashed = given.replace(/^(\\d\\d)\\/(\\d\\d)\\/(\\d{4})/, '$3-$1-$2').replace(/^(\\d{4})\\/(\\d\\d)\\/(\\d\\d)/, '$1-$2-$3');
	partsOf(slashed);
	return slashed.slice(0, 10);
}`,
			'partsOf',
		),
	],
	[
		'isoDate',
		helper(`
/** A moment as local date, or date and time, in ISO text. */
function isoDate(moment«: Date», hasTime«: boolean»)«: string» {
	const minutes = -moment.getTimezoneOffset();
	const local = new Date(moment.getTime() + minutes * 60_000).toISOString();
	if (!hasTime) return local.slice(0, 10);
	const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, '0'));
	return \`\${local.slice(0, 19)}\${minutes < 0 ? '-' : '+'}\${hours}:\${rest}\`;
}`),
	],
	[
		'shifted',
		helper(
			`
/** A date moved by seconds, minutes, hours, days, weeks, months or years. */
function shifted(date«: Value», amount«: number», unit«: string»)«: string» {
	const { year, month, day, hour, minute, second, offset, hasTime } = partsOf(date);
	const seconds = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 }[unit] ?? 0;
	const months = { month: 1, year: 12 }[unit] ?? 0;
	const lastDay = new Date(Date.UTC(year, month + months * amount, 0)).getUTCDate();
	const start = Date.UTC(year, month - 1 + months * amount, months === 0 ? day : Math.min(day, lastDay), hour, minute, second);
	const moved = new Date(start + seconds * amount * 1000).toISOString().slice(0, 19);
	return hasTime || seconds % 86_400 !== 0 ? moved + offset : moved.slice(0, 10);
}`,
			'partsOf',
		),
	],
	[
		'daysBetween',
		helper(
			`
/** Whole days from one date to another. */
function daysBetween(from«: Value», to«: Value»)«: number» {
	const [start = 0, end = 0] = [from, to].map((date) => {
		const { year, month, day, hour, minute, second } = partsOf(date);
		return Date.UTC(year, month - 1, day, hour, minute, second);
	});
	return Math.trunc((end - start) / 86_400_000);
}`,
			'partsOf',
		),
	],
	[
		'days360',
		helper(
			`
/** Days of a year of twelve months of 30 days. */
function days360(from«: Value», to«: Value»)«: number» {
	const [start, end] = [partsOf(from), partsOf(to)];
	const first = Math.min(start.day, 30);
	const last = first === 30 && end.day === 31 ? 30 : end.day;
	return ((end.year - start.year) * 12 + end.month - start.month) * 30 + last - first;
}`,
			'partsOf',
		),
	],
	[
		'formatDate',
		helper(
			`
/** A date in a pattern such as yyyy-MM-dd. */
function formatDate(date«: Value», pattern«: string»)«: string» {
	const { year, month, day, hour, minute, second, offset } = partsOf(date);
	const moment = new Date(Date.UTC(year, month - 1, day));
	const named = (options«: Intl.DateTimeFormatOptions») => moment.toLocaleDateString('en', { ...options, timeZone: 'UTC' });
	const padded = (part«: number», length«: number») => String(part).padStart(length, '0');
	const parts«: Record<string, string>» = {
		y: String(year), M: String(month), d: String(day), H: String(hour), m: String(minute), s: String(second), h: String(hour % 12 || 12),
		yy: padded(year % 100, 2), yyyy: padded(year, 4), MM: padded(month, 2), dd: padded(day, 2), HH: padded(hour, 2), mm: padded(minute, 2), ss: padded(second, 2), hh: padded(hour % 12 || 12, 2),
		MMM: named({ month: 'short' }), MMMM: named({ month: 'long' }), EEE: named({ weekday: 'short' }), EEEE: named({ weekday: 'long' }), a: hour < 12 ? 'AM' : 'PM', XXX: offset.replace('Z', '+00:00'), Z: offset.replace(':', ''),
	};
	return pattern.replace(/'([^']*)'|([A-Za-z])\\2*/g, (found, quoted) => quoted ?? parts[found] ?? found);
}`,
			'partsOf',
		),
	],
	[
		'instant',
		helper(
			`
/** A date in milliseconds since 1970; without an offset it counts as UTC. */
function instant(date«: Value»)«: number» {
	const { year, month, day, hour, minute, second, offset } = partsOf(date);
	const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\\d\\d):(\\d\\d)/.exec(offset) ?? [];
	const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	return Date.UTC(year, month - 1, day, hour, minute - ahead, second);
}`,
			'partsOf',
		),
	],
	[
		'monthsBetween',
		helper(
			`
/** Whole months from one date to another. */
function monthsBetween(from«: Value», to«: Value»)«: number» {
	const [start, end] = [partsOf(from), partsOf(to)];
	const months = (end.year - start.year) * 12 + end.month - start.month;
	const rest = instant(to) - instant(shifted(from, months, 'month'));
	return months + (months > 0 && rest < 0 ? -1 : months < 0 && rest > 0 ? 1 : 0);
}`,
			'partsOf',
			'instant',
			'shifted',
		),
	],
	[
		'dayOfWeek',
		helper(
			`
/** Day of the week, from 1 for Sunday. */
function dayOfWeek(date«: Value»)«: number» {
	const { year, month, day } = partsOf(date);
	return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}`,
			'partsOf',
		),
	],
];
