import { shown } from '../../helpers/shown';
import type { ActivityLists } from './activityLists';
import { otherModules, type ActivityRows } from './timeline';

/**
 * What users should know of the lists that activities come from.
 * @param output what shows them
 */
export function activityRemarks(
	output: 'timeline' | 'digest',
	read: readonly ActivityRows[],
	{ isReplaced }: Pick<ActivityLists, 'isReplaced'>,
): string[] {
	const others = new Set(read.flatMap(({ rows }) => otherModules(rows)));
	const leftOut = [...others].map(
		(module) =>
			`The ${output} shows calls, meetings and tasks. Zoho's list also holds records of module '${shown(module)}', which were left out.`,
	);
	const replaced = `Zoho refused its list of all activities, so the ${output} was merged from the lists of calls, meetings and tasks.`;
	return isReplaced ? [...leftOut, replaced] : leftOut;
}
