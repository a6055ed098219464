import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import type { ApiVersion } from '../helpers/types';
import { invalidParameter } from '../helpers/zohoError';
import { countLists, type ListCount } from '../transport/crm/listCounts';
import type { RecordName } from '../transport/crm/record';
import type { Run } from './execution';
import { forRecord } from './forRecord';
import {
	apiVersionOption,
	concurrencyOption,
	moduleLocator,
	optionsParameter,
	recordLocator,
	relatedListsParameter,
} from './parameters/descriptions';

/** Zoho counts related records from this version on (Zoho: Get Related Records Count v8). */
const COUNTING_VERSIONS: readonly ApiVersion[] = ['v8'];

export const description = updateDisplayOptions({ show: { operation: ['countRelatedRecords'] } }, [
	moduleLocator,
	recordLocator,
	{
		...relatedListsParameter,
		description:
			'Related lists to count. Leave empty for all that can be counted. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	optionsParameter([apiVersionOption, concurrencyOption]),
]);

/**
 * Counts the rows of related lists of one record.
 * @returns the JSON of the one output item
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	return await forRecord(run, itemIndex, ({ parameters, subject }) => {
		const chosen = parameters.relatedLists();
		const version = parameters.apiVersionOf(COUNTING_VERSIONS, 'count related records');
		const read = async (record: RecordName) => {
			const relatedLists = chosen.length > 0 ? chosen : await listsOf(run, record);
			subject.relatedList = relatedLists.join(',');
			return [await countsOf(run, record, relatedLists)];
		};
		return { version, read };
	});
}

async function countsOf(
	run: Run,
	record: RecordName,
	relatedLists: readonly string[],
): Promise<IDataObject> {
	const { module, recordId } = record;
	const { counts, refusals } = sorted(await countLists(run.client, record, relatedLists));
	if (counts.length === 0 && refusals[0] !== undefined) throw refusals[0].refusal;
	run.hints.addUncounted(refusals.map(({ relatedList }) => relatedList));
	return {
		module,
		recordId,
		counts: Object.fromEntries(counts.map(({ relatedList, count }) => [relatedList, count])),
		total: counts.reduce((sum, { count }) => sum + count, 0),
		refused: refusals.map(({ relatedList, refusal: { code, resolution } }) => ({
			relatedList,
			code,
			resolution,
		})),
	};
}

/** The lists that users see in Zoho CRM; whether one can be counted, only Zoho knows. */
async function listsOf(run: Run, { version, module }: RecordName): Promise<string[]> {
	const lists = await run.metadata.relatedLists(version, module);
	const visible = lists.filter(({ isVisible }) => isVisible).map(({ apiName }) => apiName);
	if (visible.length > 0) return [...new Set(visible)];
	throw invalidParameter(
		'relatedLists',
		`names no list, and Zoho reports none that users see of module '${module}'`,
		'Enter the API names of the lists to count.',
	);
}

function sorted(results: readonly ListCount[]) {
	const counts = results.flatMap((result) => ('count' in result ? [result] : []));
	const refusals = results.flatMap((result) => ('refusal' in result ? [result] : []));
	return { counts, refusals };
}
