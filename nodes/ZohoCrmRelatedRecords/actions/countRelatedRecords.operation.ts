import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { LABELS } from '../helpers/labels';
import type { ApiVersion, Subject } from '../helpers/types';
import { about } from '../helpers/zohoError';
import { countLists, type ListCount } from '../transport/crm/listCounts';
import { findRecordId } from '../transport/crm/record';
import type { Run } from './execution';
import {
	apiVersionOption,
	concurrencyOption,
	moduleLocator,
	optionsParameter,
	recordLocator,
} from './parameters/descriptions';
import { ItemParameters } from './parameters/itemParameters';

/** Zoho counts related records from this version on (Zoho: Get Related Records Count v8). */
const COUNTING_VERSIONS: readonly ApiVersion[] = ['v8'];

const relatedListsParameter: INodeProperties = {
	displayName: LABELS.relatedLists,
	name: 'relatedLists',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getRelatedLists',
		loadOptionsDependsOn: ['module.value'],
	},
	default: [],
	description:
		'Related lists to count. None means all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const description = updateDisplayOptions({ show: { operation: ['countRelatedRecords'] } }, [
	moduleLocator,
	recordLocator,
	relatedListsParameter,
	optionsParameter([apiVersionOption, concurrencyOption]),
]);

/**
 * Counts the rows of related lists of one record.
 * @returns the JSON of the one output item
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	const subject: Subject = {};
	return await about(subject, async () => {
		const parameters = new ItemParameters(run.context, itemIndex);
		const module = (subject.module = parameters.module());
		const record = parameters.recordKey(module);
		subject.recordId = record.text;
		const chosen = parameters.relatedLists();
		const version = parameters.apiVersionOf(COUNTING_VERSIONS, 'count related records');
		parameters.maxConcurrentRequests();
		const recordId = (subject.recordId = await findRecordId(run.client, {
			version,
			module,
			record,
		}));
		const relatedLists = chosen.length > 0 ? chosen : await listsOf(run, version, module);
		subject.relatedList = relatedLists.join(',');
		const results = await countLists(run.client, { version, module, recordId }, relatedLists);
		const { counts, refusals } = sorted(results);
		if (counts.length === 0 && refusals[0] !== undefined) throw refusals[0].refusal;
		run.hints.addUncounted(refusals.map(({ relatedList }) => relatedList));
		return [
			{
				module,
				recordId,
				counts: Object.fromEntries(counts.map(({ relatedList, count }) => [relatedList, count])),
				total: counts.reduce((sum, { count }) => sum + count, 0),
				refused: refusals.map(({ relatedList, refusal: { code, resolution } }) => ({
					relatedList,
					code,
					resolution,
				})),
			},
		];
	});
}

/** The lists that users see in Zoho CRM; whether one can be counted, only Zoho knows. */
async function listsOf(run: Run, version: ApiVersion, module: string): Promise<string[]> {
	const lists = await run.metadata.relatedLists(version, module);
	const visible = lists.filter(({ isVisible }) => isVisible).map(({ apiName }) => apiName);
	return [...new Set(visible)];
}

function sorted(results: readonly ListCount[]) {
	const counts = results.flatMap((result) => ('count' in result ? [result] : []));
	const refusals = results.flatMap((result) => ('refusal' in result ? [result] : []));
	return { counts, refusals };
}
