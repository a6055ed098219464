import type { Row } from './types';

const RECORD_ID = /^[0-9]{1,20}$/;

/** Whether a text can be the ID of a record: Zoho's have 18 or 19 digits, old ones fewer. */
export function isRecordId(text: string): boolean {
	return RECORD_ID.test(text);
}

/**
 * Order of two record ids. They exceed 2^53, so they are compared as text: by length, then by digits.
 */
export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a === b ? 0 : a < b ? -1 : 1;
}

/** What makes a row one of its own: where rows come from several modules, the module as well. */
export function rowKey({ id, $module }: Row): string {
	return typeof $module === 'string' ? `${$module}/${id}` : id;
}
