import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { apiName } from '../../ZohoCrmRelatedRecords/actions/parameters/validate';
import { DEFAULT_API_VERSION } from '../../ZohoCrmRelatedRecords/helpers/constants';
import { currentLocator, shownToUser } from '../../ZohoCrmRelatedRecords/methods/editor';
import {
	activityFields,
	chooseFirst,
	optionsOf,
} from '../../ZohoCrmRelatedRecords/methods/fieldOptions';
import { getFields as getListFields } from '../../ZohoCrmRelatedRecords/methods/loadOptions';
import { ZohoSession } from '../../ZohoCrmRelatedRecords/transport/client';
import { Metadata, type FieldInfo } from '../../ZohoCrmRelatedRecords/transport/crm/metadata';

/** The fields of the rows: of the related list's module, or of the child module. */
export async function getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	if (this.getCurrentNodeParameter('watch') !== 'module') return await getListFields.call(this);
	return await shownToUser(this, async () => await childOptions(this));
}

/** The lookups of the child module. */
export async function getParentFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const isLookup = ({ lookup }: FieldInfo) => lookup !== undefined;
	return await shownToUser(this, async () => await childOptions(this, isLookup));
}

async function childOptions(
	context: ILoadOptionsFunctions,
	isOffered: (field: FieldInfo) => boolean = () => true,
): Promise<INodePropertyOptions[]> {
	const chosen = currentLocator(context, 'childModule') ?? '';
	const isClosing = context.getCurrentNodeParameter('event') === 'activityClosed';
	if (chosen === '' && !isClosing) return chooseFirst('child module');
	const metadata = new Metadata(new ZohoSession(context).client);
	const fields =
		chosen === ''
			? await activityFields(metadata)
			: await metadata.fields(DEFAULT_API_VERSION, apiName(chosen, 'childModule'));
	return optionsOf(fields.filter(isOffered));
}
