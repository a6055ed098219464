import { NAME_FIELDS } from '../../../nodes/ZohoCrmRelatedRecords/helpers/recordNames';
import { fieldsToRead } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/fields';

/** What Zoho takes in one request. */
const MOST_FIELDS = 50;
const MOST_CHARACTERS = 1000;

it.each([...NAME_FIELDS])('rows of %s are known by their %s, within one request', (list, name) => {
	const fields = fieldsToRead(list, []);
	expect(fields).toContain(name);
	expect(fields.length).toBeLessThanOrEqual(MOST_FIELDS);
	expect(fields.join(',').length).toBeLessThanOrEqual(MOST_CHARACTERS);
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
