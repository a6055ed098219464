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
	/**
	 * What lists do not heed: `ids` are documented for Contact_Roles only, and Notes have an order of
	 * their own in the settings of a user.
	 */
	readonly unheeded: 'nothing' | 'ids' | 'sort_order';
	/** Rows of one query at most from v4 on: the pages on limits and on errors disagree. */
	readonly queryRows: 2000 | 200;
	/** Values of one `in` at most from v7 on: the same page gives both. */
	readonly queryValues: 100 | 50;
	/** Whether the calling user may query notes, as administrators do. */
	readonly queriesNotes: boolean;
}

export const OFFICIAL: Unsettled = {
	multiSelectModule: 'connected',
	scopeRefusal: 'invalid oauth scope to access this URL',
	attachmentSize: 'text',
	pageTokens: 'row',
	unheeded: 'nothing',
	queryRows: 2000,
	queryValues: 100,
	queriesNotes: false,
};
