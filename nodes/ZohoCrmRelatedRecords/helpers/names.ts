const API_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/** Whether a text can be the API name of a module or a related list. */
export function isApiName(text: string): boolean {
	return API_NAME.test(text);
}

/** System fields such as `$file_id`, and fields of a linking module, have names of their own kind. */
const FIELD_NAME = /^\$?[A-Za-z_][A-Za-z0-9_]{0,99}(\.[A-Za-z_][A-Za-z0-9_]{0,99})?$/;

/** Whether a text can be the API name of a field. */
export function isFieldName(text: string): boolean {
	return FIELD_NAME.test(text);
}
