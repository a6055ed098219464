import type { IDataObject } from 'n8n-workflow';
import { ZohoError } from '../../helpers/zohoError';
import { isRefusal } from '../../transport/crm/allFields';

/** Beside what Zoho answers with a status of its own. */
const REFUSALS: readonly string[] = ['OAUTH_SCOPE_MISMATCH', 'FIELDS_REQUIRED'];

/** What Zoho refuses of a record's surroundings does not fail the record. */
export async function orRefusal<T>(step: Promise<T>): Promise<T | ZohoError> {
	return await step.catch((error: unknown) => {
		const isScope = error instanceof ZohoError && REFUSALS.includes(error.code);
		if (error instanceof ZohoError && (isScope || isRefusal(error))) return error;
		throw error;
	});
}

/** A list that is not shown, and why. A digest has no fields to choose. */
export function refusedList(relatedList: string, { code, resolution }: ZohoError): IDataObject {
	const isFieldsRequired = code === 'FIELDS_REQUIRED';
	const way = "Read the list with 'Get Related Records', with its fields chosen.";
	return { relatedList, code, resolution: isFieldsRequired ? way : resolution };
}
