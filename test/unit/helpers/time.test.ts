import { instantOf } from '../../../nodes/ZohoCrmRelatedRecords/helpers/time';

describe('instantOf', () => {
	it.each([
		['2023-06-25T20:00:00-11:00', '2023-06-26T07:00:00Z'],
		['2023-06-26T12:30:00+05:30', '2023-06-26T07:00:00Z'],
		['2023-06-26T07:00:00Z', '2023-06-26T07:00:00Z'],
		['2023-06-27', '2023-06-27T00:00:00Z'],
	])('%s is %s', (time, expected) => {
		expect(instantOf(time)).toBe(Date.parse(expected));
	});

	it.each([[null], [''], ['soon'], ['2023-13-01']])('%p is no instant', (time) => {
		expect(instantOf(time)).toBeUndefined();
	});
});
