import type {
	FieldInfo,
	RelatedListInfo,
} from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/metadata';
import { lookupColumn } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/lookupColumn';

const list = (apiName: string, module?: string, id = '7'): RelatedListInfo => ({
	id,
	apiName,
	label: apiName,
	module,
	isGrouped: false,
	isVisible: true,
});
const lookup = (apiName: string, module: string, listId?: string, name?: string): FieldInfo => ({
	apiName,
	label: apiName,
	dataType: 'lookup',
	lookup: { module, listId, relatedList: name },
});
const text: FieldInfo = { apiName: 'Accounts', label: 'Accounts', dataType: 'text' };
const any = (apiName: string): FieldInfo => ({
	...lookup(apiName, ''),
	lookup: { isForAny: true },
});

describe('the column that leads to the parent', () => {
	it.each([
		['by the ID of the list', list('Deals2', 'Deals'), [lookup('A', 'Accounts', '7')], 'A'],
		[
			'by its name, where no ID is named',
			list('Deals', 'Deals'),
			[lookup('A', 'Accounts', undefined, 'Deals')],
			'A',
		],
		[
			'not by a name that comes with the ID of another list',
			list('Deals', 'Deals'),
			[lookup('A', 'Accounts', '8', 'Deals')],
			undefined,
		],
		[
			'of several lookups of the module, the one of the list',
			list('Deals2', 'Deals'),
			[text, lookup('A', 'Accounts', '6', 'Deals'), lookup('B', 'Accounts', '7', 'Deals2')],
			'B',
		],
		['not of another module', list('Deals', 'Deals'), [lookup('A', 'Leads', '7')], undefined],
		[
			'none where two name the list',
			list('Deals', 'Deals'),
			[lookup('A', 'Accounts', '7'), lookup('B', 'Accounts', '7')],
			undefined,
		],
		[
			'none where a lookup names no list',
			list('Deals', 'Deals'),
			[lookup('A', 'Accounts')],
			undefined,
		],
		[
			'for any module, by the name of the rows’ module',
			list('Notes', 'Notes'),
			[any('Parent_Id')],
			'Parent_Id',
		],
		[
			'not for a list of another name',
			list('Notes_History', 'Notes'),
			[any('Parent_Id')],
			undefined,
		],
		['not where two lead to any module', list('Notes', 'Notes'), [any('A'), any('B')], undefined],
		['none without lookups', list('Accounts', 'Accounts'), [text], undefined],
		['none of a list without a module', list('Notes'), [any('Parent_Id')], undefined],
		['none of lists without IDs', list('Deals', 'Deals', ''), [lookup('A', 'Accounts')], undefined],
	])('%s', (_, of, fields, expected) => {
		expect(lookupColumn('Accounts', of, fields)).toBe(expected);
	});
});
