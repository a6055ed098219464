import type { FieldInfo, RelatedListInfo } from '../metadata';

const USERS: readonly string[] = ['ownerlookup', 'userlookup'];

/**
 * The column of a list's rows that holds the ID of the parent record: the lookup that names the
 * list, or, for a list with the name of its rows' module, the one that leads to any module.
 * @returns undefined where that is not clear: another column would give the rows of another list,
 * such as all tasks of a record for the closed ones
 */
export function lookupColumn(
	module: string,
	list: RelatedListInfo,
	fields: readonly FieldInfo[],
): string | undefined {
	const lookups = fields.flatMap(({ apiName, lookup }) =>
		lookup === undefined ? [] : [{ apiName, ...lookup }],
	);
	const ofList = lookups.filter(({ module: target, listId, relatedList, isForAny }) => {
		const isNamed = listId !== undefined ? listId === list.id : relatedList === list.apiName;
		return isNamed && (target === module || isForAny === true);
	});
	if (ofList.length > 0) return only(ofList);
	if (list.apiName !== list.module) return undefined;
	return only(lookups.filter(({ isForAny }) => isForAny === true));
}

function only(columns: readonly { apiName: string }[]): string | undefined {
	return columns.length === 1 ? columns[0]?.apiName : undefined;
}

/**
 * What of a field a query leaves out that the related list gives (Zoho: COQL, lookups from v7 on).
 * @returns undefined where it gives all
 */
export function missingPart({ dataType = '', lookup }: FieldInfo): string | undefined {
	if (lookup?.isForAny === true) return 'no name';
	return USERS.includes(dataType) ? 'no email address' : undefined;
}
