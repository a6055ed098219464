import type { INodePropertyOptions } from 'n8n-workflow';
import { ACTIVITY_MODULES, DEFAULT_API_VERSION } from '../helpers/constants';
import { isRefusal } from '../transport/crm/allFields';
import type { FieldInfo, Metadata } from '../transport/crm/metadata';
import { distinct } from './choices';

/** Some users may not see all three modules: the fields of the others are offered. */
export async function activityFields(metadata: Metadata): Promise<FieldInfo[]> {
	const refusals: unknown[] = [];
	const asked = ACTIVITY_MODULES.map(async (module) => {
		return await metadata.fields(DEFAULT_API_VERSION, module).catch((error: unknown) => {
			if (!isRefusal(error)) throw error;
			refusals.push(error);
			return [];
		});
	});
	const fields = (await Promise.all(asked)).flat();
	if (fields.length === 0 && refusals.length > 0) throw refusals[0];
	return fields;
}

/** Fields as the editor offers them, by label. */
export function optionsOf(
	fields: readonly Pick<FieldInfo, 'apiName' | 'label'>[],
): INodePropertyOptions[] {
	const labels = new Map(fields.map(({ apiName: name, label }) => [name, label]));
	const options = distinct([...labels].map(([value, name]) => ({ name, value })));
	return options
		.map((option) => ({ ...option, description: option.value }))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * What a drop-down shows in place of options while something else must be chosen first. Taken by
 * mistake, it counts as nothing: names without characters are left out.
 * @param what such as `module`
 */
export function chooseFirst(what: string): INodePropertyOptions[] {
	return [{ name: `Choose the ${what} first`, value: '' }];
}
