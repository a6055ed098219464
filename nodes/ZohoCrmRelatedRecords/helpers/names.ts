const API_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/** Whether a text can be the API name of a module or a related list. */
export function isApiName(text: string): boolean {
	return API_NAME.test(text);
}
