import type { RelatedListRead } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/fieldGroups';
import {
	batchesOf,
	groupItems,
} from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/batches';

const READ: RelatedListRead = {
	version: 'v8',
	module: 'Accounts',
	recordId: '1',
	relatedList: 'Contacts',
	fields: ['Email'],
	limit: Infinity,
	pageSize: 200,
};
const itemsOf = (...reads: Partial<RelatedListRead>[]) =>
	reads.map((read, item) => ({ item, read: { ...READ, ...read } }));
const numbers = (group: readonly { item: number }[]) => group.map(({ item }) => item);

describe('input items that one query can read', () => {
	it.each<[string, Partial<RelatedListRead>, boolean]>([
		['another parent', { recordId: '2' }, true],
		['another limit', { limit: 5 }, true],
		['another page size', { pageSize: 5 }, true],
		['another module', { module: 'Leads' }, false],
		['another list', { relatedList: 'Deals' }, false],
		['other fields', { fields: ['Phone'] }, false],
		['another order of fields', { fields: ['Email', 'Phone'] }, false],
		['another version', { version: 'v7' }, false],
		['another direction', { sortOrder: 'asc' }, false],
		['a time of change', { modifiedSince: 'x' }, false],
		['IDs', { ids: ['1'] }, false],
		['converted rows', { converted: 'both' }, false],
	])('%s: together %s', (_, other, isTogether) => {
		const groups = groupItems(itemsOf({}, other)).map(numbers);
		expect(groups).toEqual(isTogether ? [[0, 1]] : [[0], [1]]);
	});

	it('stay in order, group by group', () => {
		const deals = { relatedList: 'Deals' };
		expect(groupItems(itemsOf({}, deals, {}, deals)).map(numbers)).toEqual([
			[0, 2],
			[1, 3],
		]);
	});

	it('are split by a hundred parents; items of one parent share a batch and the larger limit', () => {
		const reads = Array.from({ length: 101 }, (_, index) => ({ recordId: `${index}`, limit: 1 }));
		const again = { recordId: '0', limit: 9 };
		const batches = batchesOf(itemsOf(...reads, again));
		expect(batches.map(({ limits }) => limits.size)).toEqual([100, 1]);
		expect(batches.map(({ items }) => numbers(items).at(-1))).toEqual([101, 100]);
		expect(batches[0]?.limits.get('0')).toBe(10);
		expect(batches[0]?.limits.get('1')).toBe(2);
	});
});
