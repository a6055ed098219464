import { DateTime } from 'luxon';
import { helpers } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/embedded';
import {
	get,
	hasKey,
	toList,
	toWhole,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/prelude/any';
import {
	shifted,
	unitsBetween,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/prelude/calendar';
import {
	dateIn,
	dateOf,
	formatDate,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/prelude/date';
import { dateByPattern } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/prelude/datePattern';
import {
	compare,
	equals,
	product,
	quotient,
	sum,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/prelude/operators';
import {
	replaced,
	subString,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/prelude/text';

describe('numbers', () => {
	it('are exact up to 64 bits', () => {
		expect(sum(Number.MAX_SAFE_INTEGER, 1)).toBe(9007199254740992n);
		expect(product(4876876000000376008n, 1)).toBe(4876876000000376008n);
		expect(quotient(9007199254740992n, 2)).toBe(4503599627370496);
		expect(() => sum(9223372036854775807n, 1)).toThrow('19 digits');
		expect(() => quotient(1, 0)).toThrow('Division by zero');
		expect(() => product('2', 2)).toThrow('is not a number');
		expect(toWhole(' 4876876000000376008 ')).toBe(4876876000000376008n);
	});
});

describe('comparisons', () => {
	it('go by content', () => {
		expect(equals({ a: [1, '2'] }, { a: [1, '2'] })).toBe(true);
		expect(equals(['A'], 'A')).toBe(true);
		expect(equals(dateOf('2024-01-31'), '31-Jan-2024')).toBe(true);
		expect(compare('10', 9)).toBe(1);
		expect(() => compare([1], [2])).toThrow('cannot be ordered');
	});
});

describe('values within', () => {
	it('of maps, lists and their JSON', () => {
		expect(get({ a: [{ b: 2 }] }, 'a', 0, 'b')).toBe(2);
		expect(get('{"a":1}', 'a')).toBe(1);
		expect(get('', 'data')).toBeNull();
		expect(get({}, 'constructor')).toBeNull();
		expect(() => get([1], 3)).toThrow('no item 3');
		expect(hasKey('{"a":1}', 'a')).toBe(true);
		expect(toList('[48768760000003760081]')).toEqual(['48768760000003760081']);
	});
});

describe('texts', () => {
	it('have parts within their ends, and patterns of scripts', () => {
		expect(subString('abc', 1)).toBe('bc');
		expect(() => subString('abc', 2, 9)).toThrow('no part from 2 to 9');
		expect(replaced('a1b22', '[0-9]+', '#')).toBe('a#b#');
		expect(() => replaced('a', '(?=a)', '')).toThrow('not available in patterns');
		expect(() => replaced('a', '(a)', '$1')).toThrow('not available in the replacement');
	});
});

describe('dates', () => {
	const FORMS: readonly (readonly [text: string, iso: string])[] = [
		['2024-01-31', '2024-01-31'],
		['31-jan-2024', '2024-01-31'],
		['01/31/2024', '2024-01-31'],
		['2024/01/31', '2024-01-31'],
		['31 Jan 2024', '2024-01-31'],
		['2024-02-29T23:59:59.5+05:30', '2024-02-29T23:59:59+05:30'],
		['2024-01-31T10:00Z', '2024-01-31T10:00:00+00:00'],
	];

	it.each(FORMS)('%s is read', (text, iso) => {
		expect(JSON.stringify(dateOf(text))).toBe(JSON.stringify(iso));
	});

	it.each(['2024-02-30', '2023-02-29', '2024-13-01', '31-Foo-2024', '2024-01-31 25:00', 'soon'])(
		'%s is not a date',
		(text) => expect(dateIn(text)).toBeUndefined(),
	);

	it('are moved and counted as luxon does', () => {
		const start = '2024-01-31T22:30:00+05:30';
		for (const unit of ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']) {
			for (const amount of [-13, -1, 0, 1, 2, 25]) {
				const moved = DateTime.fromISO(start, { setZone: true }).plus({ [unit]: amount });
				expect(JSON.stringify(shifted(dateOf(start), amount, unit))).toBe(
					JSON.stringify(moved.toISO({ suppressMilliseconds: true })),
				);
			}
		}
		for (const other of ['2024-02-29T22:30:00+05:30', '2023-01-30T10:00:00+05:30']) {
			const [a, b] = [start, other].map((text) => DateTime.fromISO(text, { setZone: true }));
			for (const unit of ['day', 'month', 'year'] as const) {
				const expected = Math.trunc(b?.diff(a ?? b, unit).as(unit) ?? 0);
				expect(unitsBetween(dateOf(start), other, unit) + 0).toBe(expected + 0);
			}
		}
	});

	it('are shown and read by patterns', () => {
		const date = dateOf('2024-01-31T22:05:09+05:30');
		expect(formatDate(date, "EEEE, d MMMM yyyy 'at' h:mm a XXX Z")).toBe(
			'Wednesday, 31 January 2024 at 10:05 PM +05:30 +0530',
		);
		expect(JSON.stringify(dateByPattern('31.01.2024', 'dd.MM.yyyy'))).toBe('"2024-01-31"');
		expect(() => dateByPattern('31.02.2024', 'dd.MM.yyyy')).toThrow('not a date like');
		expect(() => formatDate(date, 'qq')).toThrow('not available in date formats');
	});
});

it('each helper is embedded with those it uses', () => {
	const names = helpers.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	for (const { uses, javascript, typescript } of helpers) {
		expect(names).toEqual(expect.arrayContaining([...uses]));
		expect(`${javascript}${typescript}`).not.toMatch(/^(export|import) /m);
	}
});
