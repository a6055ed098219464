import type { IDataObject } from 'n8n-workflow';
import { htmlToText } from '../../helpers/htmlToText';

/** Characters at which Zoho cuts rich text (Zoho: Get Records). */
const ZOHO_CUTS_AT = 500;

/** Elements that tell HTML from a plain text with brackets, such as `List<String>`. */
const ELEMENTS =
	'a|address|article|b|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|title|tr|u|ul';

const HTML = new RegExp(`</?(?:${ELEMENTS})(?:\\s[^<>]*)?/?>|&[a-z]+;|&#\\d+;`, 'i');

/** Whether Zoho may have cut a value; how it counts characters such as emoji is not documented. */
export function mayBeCut(value: unknown): boolean {
	if (typeof value !== 'string') return false;
	return value.length === ZOHO_CUTS_AT || [...value].length === ZOHO_CUTS_AT;
}

/**
 * A row whose texts are plain: without HTML, and no longer than wanted. What is cut, here or perhaps
 * by Zoho, says so at its end.
 * @param isWhole whether Zoho's rich texts were read whole
 */
export function withPlainTexts(
	row: IDataObject,
	maxCharacters: number,
	isWhole: boolean,
): IDataObject {
	return Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			typeof value === 'string' ? plainText(value, maxCharacters, isWhole) : value,
		]),
	);
}

function plainText(value: string, maxCharacters: number, isWhole: boolean): string {
	const text = HTML.test(value) ? htmlToText(value) : value;
	const characters = [...text];
	if (characters.length > maxCharacters) {
		const shown = characters.slice(0, maxCharacters).join('');
		return `${shown}… [cut: ${maxCharacters} of ${characters.length} characters]`;
	}
	return mayBeCut(value) && !isWhole ? `${text}… [may be cut by Zoho]` : text;
}
