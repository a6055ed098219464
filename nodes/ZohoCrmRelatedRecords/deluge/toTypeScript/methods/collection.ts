import { helper, negation } from '../code';
import { isList, type StaticType } from '../types';
import { ofText, table, type Method } from './method';

/** A list or a map gives its own kind. */
const sameKind = (target: StaticType): StaticType => {
	if (target === 'map') return 'map';
	return isList(target) ? 'list' : 'value';
};

/** One helper for lists and one for maps, where the kind is known; else one that looks. */
function byKind(ofList: string, ofMap: string, otherwise: string): Method['translate'] {
	return (target, args, type) => {
		const known = target.type === 'map' ? ofMap : isList(target.type) ? ofList : otherwise;
		return helper(known, type, target, ...args);
	};
}

/** Methods of collections, which are lists or maps (Zoho: functions, collection). */
export const COLLECTION = table([
	['insert', 1, Infinity, 'value', 'insert'],
	['insertAll', 1, 1, 'value', 'insertAll'],
	['delete', 1, 1, 'value', 'deleteValue'],
	['deleteAll', 1, 1, 'value', 'deleteValues'],
	['deleteKey', 1, 1, 'value', 'deleteKey'],
	['deleteKeys', 1, 1, 'value', 'deleteKeys'],
	['duplicate', 0, 2, 'value', 'duplicate'],
	['getKey', 1, 1, 'value', 'keyOfValue'],
	['getLastKey', 1, 1, 'value', 'lastKeyOfValue'],
	['getAsString', 1, 1, 'value', 'elementText'],
	['update', 2, 2, 'value', 'update'],
	['sortKey', 0, 1, 'map', 'sortKeys'],
	// Null where the items of a list differ in type.
	['sort', 0, 1, 'value', byKind('sort', 'sorted', 'sorted')],
	['distinct', 0, 0, sameKind, byKind('distinct', 'distinctEntries', 'distinctIn')],
	['intersect', 1, 1, sameKind, byKind('intersection', 'sharedEntries', 'sharedIn')],
	[
		'notContains',
		1,
		1,
		'boolean',
		(target, args, type) =>
			target.type === 'text'
				? negation(ofText('includes')(target, args, type))
				: helper('lacks', type, target, ...args),
	],
]);
