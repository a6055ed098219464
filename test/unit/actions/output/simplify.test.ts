import { simplified } from '../../../../nodes/ZohoCrmRelatedRecords/actions/output/simplify';

describe('a simplified row', () => {
	it.each([
		[
			'has the name of a lookup with its ID beside it',
			{ Owner: { name: 'Ann Doe', id: '1', email: 'ann@example.com' } },
			{ Owner: 'Ann Doe', Owner_id: '1' },
		],
		[
			'keeps a lookup whose key for the ID is a field',
			{ Owner: { name: 'Ann Doe', id: '1' }, Owner_id: 'x' },
			{ Owner: { name: 'Ann Doe', id: '1' }, Owner_id: 'x' },
		],
		[
			'keeps a lookup whose key for the ID is an empty field',
			{ Owner: { name: 'Ann Doe', id: '1' }, Owner_id: null },
			{ Owner: { name: 'Ann Doe', id: '1' } },
		],
		[
			'names the module of a lookup into several',
			{ Parent_Id: { module: { api_name: 'Leads', id: '3' }, name: 'Jane', id: '2' } },
			{ Parent_Id: 'Jane', Parent_Id_id: '2', Parent_Id_module: 'Leads' },
		],
		['keeps a lookup without a name', { What_Id: { id: '1' } }, { What_Id: { id: '1' } }],
		[
			'keeps a lookup whose name is null',
			{ What_Id: { id: '1', name: null } },
			{ What_Id: { id: '1', name: null } },
		],
		[
			'calls module and link by their names',
			{ $module: 'Calls', $link_url: 'https://example.com' },
			{ module: 'Calls', link: 'https://example.com' },
		],
		['keeps a field of such a name', { $module: 'Calls', module: 'own' }, { module: 'own' }],
		['has no other system keys', { $editable: true, $type: 'x' }, {}],
		['has no nulls', { Phone: null, Email: '' }, { Email: '' }],
		[
			'keeps all else: false, zero, dates, lists and objects',
			{
				id: '1',
				Done: false,
				Amount: 0,
				Created_Time: '2026-01-01T00:00:00+00:00',
				Tag: [{ name: 'A', id: '1' }],
				timeline: { time: null, title: null },
				parent: { module: 'Leads', id: '1', relatedList: 'Notes' },
			},
			{
				id: '1',
				Done: false,
				Amount: 0,
				Created_Time: '2026-01-01T00:00:00+00:00',
				Tag: [{ name: 'A', id: '1' }],
				timeline: { time: null, title: null },
				parent: { module: 'Leads', id: '1', relatedList: 'Notes' },
			},
		],
	])('%s', (_what, row, expected) => {
		expect(simplified(row)).toEqual(expected);
	});
});
