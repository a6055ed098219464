import { shown } from '../../../helpers/shown';
import { runtimeFault } from '../../values/fault';
import { parsed } from '../../values/json';
import { checkDepth, type Meter } from '../../values/scriptLimits';
import { scalarText } from '../../values/text';
import type { DelugeMap, Value } from '../../values/value';
import { TreeBuilder, type XmlDocument } from './tree';

const NAME = /^[\p{L}_][\p{L}\p{N}._:-]*$/u;
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * A map as XML below an element `root`: an element for each key, several for a list (Zoho: toXml).
 * Null and an empty text are an empty element.
 */
export async function treeOf(map: DelugeMap, meter: Meter): Promise<XmlDocument> {
	const tree = new TreeBuilder(meter);
	const add = async (name: string, value: Value, depth: number): Promise<void> => {
		checkDepth(depth);
		if (meter.isDue()) await meter.pause();
		tree.start(elementName(name), NONE);
		if (value instanceof Map) {
			for (const [key, entry] of value) await addAll(key, entry, depth + 1);
		} else if (Array.isArray(value)) {
			throw runtimeFault('A list within a list cannot become XML');
		} else {
			tree.text(value === null ? '' : scalarText(value, meter));
		}
		tree.end();
	};
	const addAll = async (name: string, value: Value, depth: number): Promise<void> => {
		if (!Array.isArray(value)) return await add(name, value, depth);
		for (const item of [...value]) await add(name, item, depth);
	};
	await add('root', map, 1);
	return tree.document;
}

function elementName(key: string): string {
	if (NAME.test(key)) return key;
	throw runtimeFault(
		`'${shown(key)}' cannot be the name of an XML element`,
		'Use keys of letters, digits, _, - and full stops that begin with a letter.',
	);
}

/** Characters of a text that is read with single quotes and keys without quotes. */
const MAX_LOOSE = 200_000;
const LOOSE =
	/"[^"\\]*(?:\\.[^"\\]*)*"?|'([^'\\]*(?:\\.[^'\\]*)*)'?|(?<![\w"])([A-Za-z_][\w.-]{0,200})(?=\s{0,20}:)/g;

/** A map in a text, also with single quotes and keys without quotes (Zoho: the example of toXml). */
export async function mapInText(text: string, meter: Meter): Promise<DelugeMap> {
	const value = (await parsed(text, meter)) ?? (await parsed(strict(text), meter));
	if (value instanceof Map) return value;
	throw runtimeFault(
		'The text is not the JSON of a map',
		'Use a map, or the JSON of one; executeXPath takes XML as well, which begins with <.',
	);
}

function strict(text: string): string {
	if (text.length > MAX_LOOSE) return '';
	return text.replace(LOOSE, (found: string, single?: string, key?: string) => {
		if (key !== undefined) return JSON.stringify(key);
		if (single === undefined) return found;
		return `"${single.replace(/\\?(["'])/g, (_quote, mark) => (mark === '"' ? '\\"' : "'"))}"`;
	});
}
