import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { apiName } from '../../ZohoCrmRelatedRecords/actions/parameters/validate';
import { DEFAULT_API_VERSION } from '../../ZohoCrmRelatedRecords/helpers/constants';
import { currentLocator, shownToUser } from '../../ZohoCrmRelatedRecords/methods/editor';
import { activityFields, optionsOf } from '../../ZohoCrmRelatedRecords/methods/fieldOptions';
import { getFields as getListFields } from '../../ZohoCrmRelatedRecords/methods/loadOptions';
import { ZohoSession } from '../../ZohoCrmRelatedRecords/transport/client';
import { Metadata, type FieldInfo } from '../../ZohoCrmRelatedRecords/transport/crm/metadata';

/** The fields of the rows: of the related list's module, or of the child module. */
export async function getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	if (this.getCurrentNodeParameter('watch') !== 'module') return await getListFields.call(this);
	return await shownToUser(this, async () => optionsOf(await childFields(this)));
}

/** The lookups of the child module. */
export async function getParentFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await shownToUser(this, async () => {
		const fields = await childFields(this);
		return optionsOf(fields.filter(({ lookup }) => lookup !== undefined));
	});
}

async function childFields(context: ILoadOptionsFunctions): Promise<FieldInfo[]> {
	const metadata = new Metadata(new ZohoSession(context).client);
	const chosen = currentLocator(context, 'childModule') ?? '';
	if (chosen !== '')
		return await metadata.fields(DEFAULT_API_VERSION, apiName(chosen, 'childModule'));
	const isClosing = context.getCurrentNodeParameter('event') === 'activityClosed';
	// The editor asks as soon as the node is added, and would show a failure in place of an empty list.
	return isClosing ? await activityFields(metadata) : [];
}
