import { Tokenizer } from '../../../bundled/htmlTokenizer';
import { runtimeFault, unsupportedFault } from '../../values/fault';
import { piecesOf } from '../../values/pieces';
import type { Meter } from '../../values/scriptLimits';
import { TreeBuilder, type XmlDocument } from './tree';

/**
 * Reads XML, or several elements after each other, in time in proportion to its length.
 * @throws Fault where it is not well-formed, or has a document type: no entity is expanded but the
 * five of XML and those by number
 */
export async function readXml(text: string, meter: Meter): Promise<XmlDocument> {
	const reading = new Reading(text, new TreeBuilder(meter));
	const tokenizer = new Tokenizer({ xmlMode: true }, reading);
	for (const piece of piecesOf(text)) {
		tokenizer.write(piece);
		if (meter.isDue()) await meter.pause();
	}
	tokenizer.end();
	return reading.document();
}

const ignore = (): void => undefined;

/** What becomes of the tokens of an XML text. */
class Reading {
	readonly oncomment = ignore;
	readonly onprocessinginstruction = ignore;
	readonly onend = ignore;

	private name: string | undefined;
	private attribute = '';
	private value = '';
	private attributes = new Map<string, string>();

	constructor(
		private readonly xml: string,
		private readonly tree: TreeBuilder,
	) {}

	document(): XmlDocument {
		const { document, current } = this.tree;
		if (current.kind === 'element') throw notXml(`<${current.name}> is not closed`);
		if (this.name !== undefined) throw notXml(`<${this.name} has no end`);
		const isStray = document.children.some(({ kind }) => kind === 'text');
		if (isStray || document.children.length === 0)
			throw notXml('it does not begin with an element');
		return document;
	}

	onopentagname(start: number, end: number): void {
		this.name = this.xml.slice(start, end);
		this.attributes = new Map();
	}

	onattribname(start: number, end: number): void {
		this.attribute = this.xml.slice(start, end);
		this.value = '';
	}

	onattribdata(start: number, end: number): void {
		this.value += plain(this.xml.slice(start, end));
	}

	onattribentity(codePoint: number): void {
		this.value += String.fromCodePoint(codePoint);
	}

	onattribend(): void {
		if (this.attributes.has(this.attribute)) throw notXml(`'${this.attribute}' is there twice`);
		this.attributes.set(this.attribute, this.value);
	}

	onopentagend(): void {
		this.tree.start(this.name ?? '', this.attributes);
		this.name = undefined;
	}

	onselfclosingtag(): void {
		this.onopentagend();
		this.tree.end();
	}

	onclosetag(start: number, end: number): void {
		const name = this.xml.slice(start, end);
		if (this.tree.end() !== name) throw notXml(`</${name}> closes another element`);
	}

	ontext(start: number, end: number): void {
		const text = plain(this.xml.slice(start, end));
		// Blanks between elements are not content where there is no element around them.
		if (this.tree.current.kind === 'element' || /[^\s\uFEFF]/.test(text)) this.tree.text(text);
	}

	ontextentity(codePoint: number): void {
		this.tree.text(String.fromCodePoint(codePoint));
	}

	oncdata(start: number, end: number, endOffset: number): void {
		this.tree.text(this.xml.slice(start, end - endOffset));
	}

	ondeclaration(): void {
		throw unsupportedFault(
			'XML with a document type (<!DOCTYPE ...>) is not read here',
			'Remove the document type before, for example with replaceFirst().',
		);
	}
}

function plain(text: string): string {
	if (!/[<&]/.test(text)) return text;
	throw notXml('< and & in a text are written as &lt; and &amp;');
}

function notXml(why: string): Error {
	return runtimeFault(`The text is not XML: ${why.slice(0, 120)}`);
}
