/** Where recordings, reports and Zoho's own files disagree, or leave it open. */
export interface Unsettled {
	/** Module that metadata name for a list of a multi-select lookup. */
	readonly multiSelectModule: 'connected' | 'linking';
	/** Words of the refusal for a missing scope; the code is the same. */
	readonly scopeRefusal: 'invalid oauth scope to access this URL' | 'Unauthorized';
	/** How the size of an attachment comes. */
	readonly attachmentSize: 'text' | 'number';
	/** Whether a page token goes on after a row, or counts positions: nobody has documented it. */
	readonly pageTokens: 'row' | 'position';
}

export const OFFICIAL: Unsettled = {
	multiSelectModule: 'connected',
	scopeRefusal: 'invalid oauth scope to access this URL',
	attachmentSize: 'text',
	pageTokens: 'row',
};
