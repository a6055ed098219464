import { NAME_FIELDS } from '../../../nodes/ZohoCrmRelatedRecords/helpers/recordNames';
import { fieldsToRead } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/fields';

const MOST_FIELDS = 50;

it.each([...NAME_FIELDS])('rows of %s are known by their %s, within one request', (list, name) => {
	const fields = fieldsToRead(list, []);
	expect(fields).toContain(name);
	expect(fields.length).toBeLessThanOrEqual(MOST_FIELDS);
});

it('chosen fields come with what the trigger needs, and nothing else', () => {
	expect(fieldsToRead('Deals', ['Stage'])).toEqual(['Stage', 'Created_Time', 'Modified_Time']);
	expect(fieldsToRead('Events', ['Venue'], ['What_Id'])).toEqual([
		'Venue',
		'Created_Time',
		'Modified_Time',
		'End_DateTime',
		'What_Id',
	]);
});
