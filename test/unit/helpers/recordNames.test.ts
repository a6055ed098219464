import {
	NAME_FIELDS,
	NAME_FIELDS_OF_ALL,
	recordTitle,
} from '../../../nodes/ZohoCrmRelatedRecords/helpers/recordNames';

describe('the title of a row', () => {
	it.each([...NAME_FIELDS])("in list '%s' is its %s", (list, field) => {
		expect(recordTitle({ id: '1', [field]: 'Corvid' }, list)).toBe('Corvid');
		expect(recordTitle({ id: '1', [field]: 'Corvid' }, 'Another_List')).toBe('Corvid');
	});

	it('is the name of its own module before others', () => {
		const row = { Name: 'A', Subject: 'B', Campaign_Name: 'C' };
		expect(recordTitle(row, 'Campaigns')).toBe('C');
		expect(recordTitle(row, 'Vehicles')).toBe('A');
	});

	it.each([[{}], [{ Name: '' }], [{ Name: null }], [{ Account_Name: { name: 'A', id: '1' } }]])(
		'is missing: %j',
		(row) => {
			expect(recordTitle(row, 'Deals')).toBeNull();
		},
	);

	it('may be in one field of each kind', () => {
		expect(new Set(NAME_FIELDS_OF_ALL).size).toBe(NAME_FIELDS_OF_ALL.length);
		expect(NAME_FIELDS_OF_ALL).toEqual(expect.arrayContaining([...NAME_FIELDS.values(), 'Name']));
	});
});
