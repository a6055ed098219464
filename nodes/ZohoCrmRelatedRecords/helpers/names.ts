const NAME = '[A-Za-z_][A-Za-z0-9_]{0,99}';
const API_NAME = new RegExp(`^${NAME}$`);

/** Levels of a dotted field at most: Zoho's own programs use two. */
const MAX_DOTS = 4;

/**
 * System fields begin with `$` (`$file_id`), and a field of a linking module or of a lookup stands
 * behind a dot (`Deals_X_Products.Product`, `Lookup.$editable`; Zoho: Linking Module APIs).
 */
const FIELD_NAME = new RegExp(`^\\$?${NAME}(?:\\.\\$?${NAME}){0,${MAX_DOTS}}$`);

/** Whether a text can be the API name of a module or a related list. */
export function isApiName(text: string): boolean {
	return API_NAME.test(text);
}

/** Whether a text can be a name in the request parameter `fields`. */
export function isFieldName(text: string): boolean {
	return FIELD_NAME.test(text);
}
