import { checkText, countOf, fail, plainText, type Value } from './value';

/** How many places of a text hold a part. */
export function occurrences(value: Value, part: Value): number {
	const text = checkText(value);
	const searched = plainText(part);
	return searched === '' ? 0 : text.split(searched).length - 1;
}

/** Each word with a capital. */
export function proper(value: Value): string {
	const lower = checkText(value).toLowerCase();
	return lower.replace(/(^|[^\p{L}\p{N}'])(\p{L})/gu, (found) => found.toUpperCase());
}

/** The first characters of a text. */
export function left(value: Value, count: Value): string {
	return checkText(value).slice(0, Math.max(0, countOf(count)));
}

/** The last characters of a text. */
export function right(value: Value, count: Value): string {
	const text = checkText(value);
	return text.slice(Math.max(0, text.length - Math.max(0, countOf(count))));
}

/** A part of a text, from one position to another. */
export function subString(value: Value, from: Value, to?: Value): string {
	const text = checkText(value);
	const start = countOf(from);
	const end = to === undefined || to === null ? text.length : countOf(to);
	const isWithin = start >= 0 && start <= end && end <= text.length;
	return isWithin
		? text.slice(start, end)
		: fail(`There is no part from ${start} to ${end} of a text with ${text.length} characters`);
}

/** The same, but for an end below zero, which is the end of the text. */
export function subText(value: Value, from: Value, to: Value = null): string {
	return to !== null && countOf(to) < 0
		? checkText(value).slice(countOf(from))
		: subString(value, from, to);
}

/** A text with blanks before it, up to a length. */
export function leftPadded(value: Value, length: Value): string {
	return checkText(value).padStart(Math.max(0, countOf(length)));
}

/** A text with blanks behind it, up to a length. */
export function rightPadded(value: Value, length: Value): string {
	return checkText(value).padEnd(Math.max(0, countOf(length)));
}

/** Whether all characters of a text are ASCII. */
export function isAscii(value: Value): boolean {
	return !/[^\x00-\x7F]/.test(checkText(value));
}

/** A text so many times. */
export function repeated(value: Value, times: Value): string {
	return checkText(value).repeat(Math.max(0, countOf(times)));
}

/** A text without the first place of a part. */
export function removeFirst(value: Value, part: Value): string {
	const text = checkText(value);
	return cutOut(text, text.indexOf(plainText(part)), plainText(part).length);
}

/** A text without the last place of a part. */
export function removeLast(value: Value, part: Value): string {
	const text = checkText(value);
	return cutOut(text, text.lastIndexOf(plainText(part)), plainText(part).length);
}

function cutOut(text: string, index: number, length: number): string {
	return index === -1 ? text : text.slice(0, index) + text.slice(index + length);
}

/** What comes before a part of a text; null where the part is missing. */
export function prefixOf(value: Value, part: Value): string | null {
	const text = checkText(value);
	const index = text.indexOf(plainText(part));
	return index === -1 ? null : text.slice(0, index);
}

/** What comes after a part of a text; null where the part is missing. */
export function suffixOf(value: Value, part: Value): string | null {
	const text = checkText(value);
	const index = text.indexOf(plainText(part));
	return index === -1 ? null : text.slice(index + plainText(part).length);
}

/** What comes before a part of a text, in whatever case; null where the part is missing. */
export function prefixIgnoringCase(value: Value, part: Value): string | null {
	const text = checkText(value);
	const index = text.toLowerCase().indexOf(plainText(part).toLowerCase());
	return index === -1 ? null : text.slice(0, index);
}

/** What comes after a part of a text, in whatever case; null where the part is missing. */
export function suffixIgnoringCase(value: Value, part: Value): string | null {
	const text = checkText(value);
	const index = text.toLowerCase().indexOf(plainText(part).toLowerCase());
	return index === -1 ? null : text.slice(index + plainText(part).length);
}

const SPECIAL = /[\\^$.|?*+()[\]{}]/;

/** A pattern as JavaScript's; what scripts cannot have in theirs is refused. */
function patternOf(source: string, flags: string): RegExp {
	if (/\(\?(?!:)|\\[1-9kpPGZz]|[*+?}]\+/.test(source.replace(/\\\\/g, ''))) {
		fail(`The pattern '${source}' holds what is not available in patterns`);
	}
	return new RegExp(source, `${flags}s`);
}

/** Replaces what a pattern finds: all of it, or the first. */
export function replaced(
	value: Value,
	pattern: Value,
	replacement: Value,
	isPlain: Value = false,
	flags = 'g',
): string {
	const [text, searched, inserted] = [checkText(value), plainText(pattern), plainText(replacement)];
	const isText =
		!SPECIAL.test(searched) || (isPlain !== null && plainText(isPlain).toLowerCase() === 'true');
	if (!isText) return text.replace(patternOf(searched, flags), () => withoutGroups(inserted));
	if (searched === '') return text;
	return text.replace(
		new RegExp(searched.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'), flags),
		() => inserted,
	);
}

/** Backslashes quote, as in Java. */
function withoutGroups(replacement: string): string {
	if (/(^|[^\\])(\\\\)*\$\d/.test(replacement)) fail('Groups are not available in the replacement');
	return replacement.replace(/\\(.)/gs, '$1');
}

/** Whether the whole text fits a pattern. */
export function matches(value: Value, pattern: Value): boolean {
	return patternOf(`^(?:${plainText(pattern)})$`, '').test(checkText(value));
}
