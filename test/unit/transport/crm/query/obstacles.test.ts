import type {
	FieldInfo,
	RelatedListInfo,
} from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/metadata';
import { queryPlan } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/obstacles';

const list = (module: string | undefined): RelatedListInfo => ({
	id: '7',
	apiName: 'Deals',
	label: 'Deals',
	module,
	isGrouped: false,
	isVisible: true,
});
const field = (apiName: string, dataType = 'text'): FieldInfo => ({
	apiName,
	label: apiName,
	dataType,
});
const parent: FieldInfo = {
	...field('Account_Name', 'lookup'),
	lookup: { module: 'Accounts', listId: '7' },
};
const many = Array.from({ length: 49 }, (_, index) => field(`F${index}`));

describe('the plan of a query', () => {
	it('has all fields that can be selected, and names the others', () => {
		const fields = [
			field('Amount'),
			field('Tags', 'multiselectlookup'),
			field('Lines', 'subform'),
			field('Picture', 'imageupload'),
			field('Owner', 'ownerlookup'),
			parent,
		];
		expect(queryPlan('Accounts', list('Deals'), fields, [])).toEqual({
			from: 'Deals',
			column: 'Account_Name',
			columns: ['id', 'Account_Name', 'Amount', 'Owner'],
			isColumnWanted: true,
			remarks: [
				'A query cannot give these fields, so they are missing: Tags, Lines, Picture.',
				'A query gives less of these fields than the related list: Owner (no email address).',
			],
		});
	});

	it('has the fields that were chosen, and what the rows are sorted by', () => {
		expect(queryPlan('Accounts', list('Deals'), [parent], ['Amount', 'id'])).toEqual({
			from: 'Deals',
			column: 'Account_Name',
			columns: ['id', 'Account_Name', 'Amount'],
			isColumnWanted: false,
			remarks: [],
		});
	});

	it.each([
		['no list', undefined, [parent], [], 'does not report the module'],
		['a list without a module', list(undefined), [parent], [], 'does not report the module'],
		['activities', list('Tasks'), [parent], [], 'open activities from closed ones'],
		['leads', list('Leads'), [parent], [], 'converted leads'],
		['no lookup', list('Deals'), [field('A')], [], "which field of 'Deals' leads to 'Accounts'"],
		[
			'a chosen field of several records',
			list('Deals'),
			[parent, field('T', 'subform')],
			['T'],
			"cannot give 'T'",
		],
		['51 columns', list('Deals'), [parent, ...many], [], '50 fields at most, not 51'],
	])('names the obstacle: %s', (_, of, fields, chosen: string[], obstacle) => {
		expect(queryPlan('Accounts', of, fields, chosen)).toEqual({
			obstacle: expect.stringContaining(obstacle),
		});
	});
});
