import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { ACTIVITY_MODULES, CHRONOLOGICAL_LISTS, DEFAULT_API_VERSION } from '../helpers/constants';
import { apiName } from '../actions/parameters/validate';
import { ZohoSession } from '../transport/client';
import { Metadata, type FieldInfo } from '../transport/crm/metadata';
import { currentLocator, shownToUser } from './editor';

/** The fields of the rows: of the related list's module, or of all activities for a timeline. */
export async function getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await shownToUser(this, async () => {
		const metadata = new Metadata(new ZohoSession(this).client);
		const modules = await rowModules(this, metadata);
		const fields = await Promise.all(
			modules.map((module) => metadata.fields(DEFAULT_API_VERSION, module)),
		);
		return optionsOf(fields.flat());
	});
}

async function rowModules(
	context: ILoadOptionsFunctions,
	metadata: Metadata,
): Promise<readonly string[]> {
	if (context.getCurrentNodeParameter('operation') === 'getActivityTimeline') {
		return ACTIVITY_MODULES;
	}
	const chosen = {
		module: currentLocator(context, 'module') ?? '',
		relatedList: currentLocator(context, 'relatedList') ?? '',
	};
	// The editor asks as soon as the node is added, and would show a failure in place of an empty list.
	if (chosen.module === '' || chosen.relatedList === '') return [];
	const module = apiName(chosen.module, 'module');
	const relatedList = apiName(chosen.relatedList, 'relatedList');
	if (CHRONOLOGICAL_LISTS.includes(relatedList)) return ACTIVITY_MODULES;
	const lists = await metadata.relatedLists(DEFAULT_API_VERSION, module);
	const rows = lists.find((list) => list.apiName === relatedList)?.module;
	return rows === undefined ? [] : [rows];
}

function optionsOf(fields: readonly FieldInfo[]): INodePropertyOptions[] {
	const labels = new Map(fields.map(({ apiName: name, label }) => [name, label]));
	return [...labels]
		.map(([value, name]) => ({ name, value, description: value }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
