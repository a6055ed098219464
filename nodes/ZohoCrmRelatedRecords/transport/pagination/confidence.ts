import type { Confidence } from '../../helpers/types';
import type { Changes, PagedList } from './list';

/**
 * What the counts before and after a read, and the rows created since, say of it: a list that lost a
 * row has fewer than before, unless another one came.
 */
export function confidenceOf(
	before: number | undefined,
	after: number | undefined,
	changes: Changes | undefined,
): Confidence {
	if (before === undefined || after === undefined) return 'unchecked';
	return before === after && changes?.hasCreated !== true ? 'whole' : 'changed';
}

/** Asks for the count after a read, and for the changes unless it is known that no row is new. */
export async function askAfterwards(
	list: PagedList,
	before: number | undefined,
	hasCreated?: false,
): Promise<{ after?: number; changes?: Changes }> {
	if (before === undefined) return {};
	const asked = hasCreated === undefined ? list.changes?.() : undefined;
	const [after, changes] = await Promise.all([list.count?.(), asked]);
	return { after, changes };
}
