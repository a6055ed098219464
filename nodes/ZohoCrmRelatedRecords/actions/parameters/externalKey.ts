import { EXTERNAL_ID_MODULES } from '../../helpers/constants';
import { isApiName } from '../../helpers/names';
import { shown } from '../../helpers/shown';
import type { RecordKey } from '../../helpers/types';
import { invalidParameter } from '../../helpers/zohoError';
import { refuseListOfRecords } from './validate';

/** Field and value; a value of dots alone would be taken for a place in the address. */
const KEY = /^\s*([^=\s]+)\s*=\s*(?!\.{1,2}\s*$)([^\p{C}]{1,255}?)\s*$/u;

/**
 * An external ID, as `Field_API_Name=value`.
 * @throws ZohoError INVALID_PARAMETER, also for modules without external IDs
 */
export function externalKey(value: unknown, module: string): RecordKey {
	if (!EXTERNAL_ID_MODULES.includes(module)) {
		throw invalidParameter(
			'recordId',
			`cannot be an external ID in module '${module}'`,
			`Zoho has external IDs in these modules: ${EXTERNAL_ID_MODULES.join(', ')}. Choose the record from the list, or enter its ID or URL.`,
		);
	}
	refuseListOfRecords(value);
	const [, field = '', id = ''] = (typeof value === 'string' && KEY.exec(value)) || [];
	if (isApiName(field) && id !== '') {
		return { text: `${field}=${id}`, external: { field, value: id } };
	}
	throw invalidParameter(
		'recordId',
		value === '' || value === null || value === undefined
			? 'is empty'
			: `is not an external ID: ${shown(value)}`,
		'Enter the API name of the external field and the value, for example Customer_No=4711.',
	);
}
