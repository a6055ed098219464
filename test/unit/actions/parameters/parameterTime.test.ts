import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
	ifModifiedSince,
	parameterTime,
} from '../../../../nodes/ZohoCrmRelatedRecords/actions/parameters/parameterTime';
import { caught } from '../../../support/caught';

const BERLIN = 'Europe/Berlin';
const header = (value: unknown, zone = BERLIN) =>
	ifModifiedSince(parameterTime(value, zone, 'modifiedSince'));

/** A DateTime of another copy of luxon, as n8n's expressions make them. */
function foreignDateTime(iso: string): object {
	const path = require.resolve('luxon');
	let Foreign: typeof DateTime | undefined;
	jest.isolateModules(() => {
		({ DateTime: Foreign } = jest.requireActual<{ DateTime: typeof DateTime }>(path));
	});
	const made = Foreign?.fromISO(iso, { setZone: true });
	if (made === undefined || made instanceof DateTime) throw new Error('The same copy of luxon');
	return made;
}

describe('the If-Modified-Since header', () => {
	it.each([
		["Zoho's own example", '2019-07-25T15:26:49+05:30', '2019-07-25T15:26:49+05:30'],
		['an offset west of Greenwich', '2026-01-31T09:00:00-11:00', '2026-01-31T09:00:00-11:00'],
		['Z becomes an offset', '2026-01-31T09:00:00Z', '2026-01-31T09:00:00+00:00'],
		['milliseconds go', '2026-01-31T09:00:00.987Z', '2026-01-31T09:00:00+00:00'],
		['no offset in winter: the zone', '2026-01-31T09:00:00', '2026-01-31T09:00:00+01:00'],
		['no offset in summer: the zone', '2026-07-31T09:00:00', '2026-07-31T09:00:00+02:00'],
		['a bare date: its start in the zone', '2026-07-31', '2026-07-31T00:00:00+02:00'],
		['a space for the T', '2026-01-31 09:00:00', '2026-01-31T09:00:00+01:00'],
		['spaces around', ' 2026-01-31T09:00:00 ', '2026-01-31T09:00:00+01:00'],
	])('%s', (_what, value, expected) => {
		expect(header(value)).toBe(expected);
	});

	it('takes a Date, shown in the zone', () => {
		expect(header(new Date('2026-01-31T08:00:00.500Z'))).toBe('2026-01-31T09:00:00+01:00');
	});

	it('takes a DateTime with its own offset', () => {
		const value = DateTime.fromISO('2026-01-31T09:00:00', { zone: 'Asia/Kolkata' });
		expect(header(value)).toBe('2026-01-31T09:00:00+05:30');
	});

	it('takes a DateTime of another copy of luxon', () => {
		expect(header(foreignDateTime('2026-01-31T09:00:00-03:00'))).toBe('2026-01-31T09:00:00-03:00');
	});

	it('has one form for every instant and zone, and names the same second', () => {
		const zone = fc.constantFrom('UTC', BERLIN, 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Niue');
		const date = fc.date({
			min: new Date('1990-01-01'),
			max: new Date('2090-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(date, zone, (value, name) => {
				const text = header(value, name);
				expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
				expect(Date.parse(text)).toBe(Math.floor(value.getTime() / 1000) * 1000);
			}),
		);
	});
});

describe('parameterTime', () => {
	it.each([
		['words', 'yesterday'],
		['an empty text', ''],
		['a day that does not exist', '2026-02-30'],
		['an hour that does not exist', '2026-01-31T25:00:00'],
		['a number', 1_769_846_400_000],
		['true', true],
		['null', null],
		['an array', ['2026-01-31']],
		['an object', { toISO: 'no function' }],
		['an object of another kind', { toISO: () => 7 }],
		['an invalid Date', new Date(Number.NaN)],
		['an invalid DateTime', DateTime.invalid('for the test')],
	])('refuses %s', (_what, value) => {
		const error = caught(() => parameterTime(value, BERLIN, 'startTime'));
		expect(error.code).toBe('INVALID_PARAMETER');
		expect(error.message).toContain("'Start Time'");
		expect(error.details).toEqual({ parameter: 'startTime' });
		expect(error.resolution).not.toBe('');
	});
});
