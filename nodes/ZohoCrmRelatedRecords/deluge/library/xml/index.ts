import { runtimeFault } from '../../values/fault';
import { joined } from '../../values/text';
import type { DelugeMap, List } from '../../values/value';
import { table, type Args } from '../methods/table';
import { mapInText, treeOf } from './fromMap';
import { parseXPath } from './parsePath';
import { readXml } from './read';
import { isNodes, Selection } from './select';
import type { XmlDocument, XmlNode } from './tree';
import { xmlOf } from './write';

/** XML from and in texts (Zoho: XML functions). */
export const XML_OF_TEXT = table<string>([
	['toXml', 0, 0, async (text, args) => await toXml(await mapInText(text, args.meter), args)],
	['toXmlList', 0, 0, toXmlList],
	['executeXPath', 1, 1, async (text, args) => await executeXPath(await treeIn(text, args), args)],
]);

/** A map is what Zoho has as JSON. */
export const XML_OF_MAP = table<DelugeMap>([
	['toXml', 0, 0, toXml],
	[
		'executeXPath',
		1,
		1,
		async (map, args) => await executeXPath(await treeOf(map, args.meter), args),
	],
]);

async function toXml(map: DelugeMap, { meter }: Args): Promise<string> {
	return await xmlOf(await treeOf(map, meter), meter);
}

async function treeIn(text: string, { meter }: Args): Promise<XmlDocument> {
	if (/^[\s\uFEFF]*</.test(text)) return await readXml(text, meter);
	return await treeOf(await mapInText(text, meter), meter);
}

/** Each element that is not within another, as a text (Zoho: toXmlList). */
async function toXmlList(text: string, args: Args): Promise<List> {
	if (text === '') return [];
	const { children } = await readXml(text, args.meter);
	const list: List = [];
	for (const child of children) list.push(await xmlOf(child, args.meter));
	return args.madeList(list);
}

const SEVERAL =
	"executeXPath found several texts, which Zoho's help says nothing of: they are joined with -|- here.";

/**
 * What an XPath finds, as text: elements after each other, attributes as elements of their name,
 * texts as they are (Zoho: executeXPath). An empty text where it finds nothing.
 */
async function executeXPath(document: XmlDocument, args: Args): Promise<string> {
	const selection = new Selection(document, args.meter);
	const found = await selection.found(parseXPath(args.text(0)));
	if (!isNodes(found)) return args.madeText(await selection.textOf(found));
	const texts = found.filter((node) => node.kind === 'text').map(({ value }) => value);
	if (texts.length === 0) return await joined(await xmlOfEach(found, args), '', args.meter);
	if (texts.length < found.length) throw runtimeFault('The XPath finds texts and elements at once');
	if (texts.length > 1) args.tools.hint(SEVERAL);
	return await joined(texts, '-|-', args.meter);
}

async function xmlOfEach(nodes: readonly XmlNode[], { meter }: Args): Promise<List> {
	const list: List = [];
	for (const node of nodes) list.push(await xmlOf(node, meter));
	return list;
}
