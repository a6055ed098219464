import { limitFault } from '../../values/fault';
import type { Meter } from '../../values/scriptLimits';

/** What XML is made of, as far as XPath sees it; comments and instructions are left out. */
export type XmlNode = XmlDocument | XmlElement | XmlAttribute | XmlText;
type XmlParent = XmlDocument | XmlElement;

export interface XmlDocument {
	readonly kind: 'document';
	readonly order: number;
	readonly children: (XmlElement | XmlText)[];
}

interface XmlElement {
	readonly kind: 'element';
	readonly order: number;
	/** As written, with its prefix. */
	readonly name: string;
	readonly attributes: XmlAttribute[];
	readonly children: (XmlElement | XmlText)[];
	readonly parent: XmlParent;
}

interface XmlAttribute {
	readonly kind: 'attribute';
	readonly order: number;
	readonly name: string;
	readonly value: string;
	readonly parent: XmlElement;
}

interface XmlText {
	readonly kind: 'text';
	readonly order: number;
	value: string;
	readonly parent: XmlParent;
}

/** Elements within each other. */
const MAX_DEPTH = 100;

/** Makes nodes in the order of the document, and counts them as entries of a list. */
export class TreeBuilder {
	readonly document: XmlDocument = { kind: 'document', order: 0, children: [] };
	private readonly open: XmlElement[] = [];
	private count = 0;

	constructor(private readonly meter: Meter) {}

	get current(): XmlParent {
		return this.open.at(-1) ?? this.document;
	}

	/** @param attributes by their names */
	start(name: string, attributes: ReadonlyMap<string, string>): void {
		if (this.open.length >= MAX_DEPTH) {
			throw limitFault(
				`XML elements nested more than ${MAX_DEPTH} levels deep`,
				'Work on a part of the XML.',
			);
		}
		const parent = this.current;
		const element: XmlElement = {
			kind: 'element',
			order: this.next(),
			name,
			attributes: [],
			children: [],
			parent,
		};
		for (const [key, value] of attributes) {
			const order = this.next();
			element.attributes.push({ kind: 'attribute', order, name: key, value, parent: element });
		}
		parent.children.push(element);
		this.open.push(element);
	}

	/** @returns the name of the element that ends; undefined where none is open */
	end(): string | undefined {
		return this.open.pop()?.name;
	}

	text(value: string): void {
		const { current: parent } = this;
		const last = parent.children.at(-1);
		if (last?.kind === 'text') last.value += value;
		else if (value !== '')
			parent.children.push({ kind: 'text', order: this.next(), value, parent });
	}

	private next(): number {
		this.count += 1;
		this.meter.collection(this.count, 1);
		this.meter.map();
		return this.count;
	}
}
