import { instantOf, zohoTimeText } from '../../../nodes/ZohoCrmRelatedRecords/helpers/time';

describe('instantOf', () => {
	it.each([
		['2023-06-25T20:00:00-11:00', '2023-06-26T07:00:00Z'],
		['2023-06-26T12:30:00+05:30', '2023-06-26T07:00:00Z'],
		['2023-06-26T07:00:00Z', '2023-06-26T07:00:00Z'],
		['2023-06-27', '2023-06-27T00:00:00Z'],
	])('%s is %s', (time, expected) => {
		expect(instantOf(time)).toBe(Date.parse(expected));
	});

	it('takes a bare date for the start of that day in the zone', () => {
		expect(instantOf('2026-03-08', 'America/New_York')).toBe(Date.parse('2026-03-08T05:00:00Z'));
		expect(instantOf('2026-03-09', 'America/New_York')).toBe(Date.parse('2026-03-09T04:00:00Z'));
	});

	it('takes the offset of a time before the zone', () => {
		const time = '2026-03-08T00:00:00+05:30';
		expect(instantOf(time, 'America/New_York')).toBe(Date.parse(time));
	});

	it.each([[null], [''], ['soon'], ['2023-13-01']])('%p is no instant', (time) => {
		expect(instantOf(time)).toBeUndefined();
	});
});

describe('zohoTimeText', () => {
	it.each([
		['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00+00:00'],
		['2026-03-02T09:00:00.999Z', '2026-03-02T09:00:00+00:00'],
		['1969-12-31T23:59:59.500Z', '1969-12-31T23:59:59+00:00'],
	])('%s is %s: whole seconds, and the offset written out', (time, expected) => {
		expect(zohoTimeText(Date.parse(time))).toBe(expected);
	});
});
