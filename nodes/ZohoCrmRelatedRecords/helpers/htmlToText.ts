import { Tokenizer } from '../bundled/htmlTokenizer';
import { TextLines } from './textLines';

/** Elements that stand on lines of their own, with the line breaks around them. */
const BREAKS: ReadonlyMap<string, number> = new Map([
	...withBreaks(2, 'p ul ol dl table blockquote pre figure h1 h2 h3 h4 h5 h6'),
	...withBreaks(1, 'address article aside body caption center dd details div dt fieldset'),
	...withBreaks(1, 'figcaption footer form header hr html legend li main nav option section'),
	...withBreaks(1, 'summary tr'),
]);

/** Elements whose text is not shown; only their own end tag ends them. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'title']);

const LINK = /^(https?:|mailto:|tel:)/i;

interface Tag {
	readonly name: string;
	readonly href: string;
}

/**
 * The text of an HTML document or fragment, such as the content of an email, roughly as a browser
 * lays it out (HTML Standard, innerText): a line for each block, an empty line around paragraphs, a
 * tab between cells. Items of lists begin with `- ` or their number, and the target of a link
 * follows in parentheses if the text of the link does not say it. Images and links without a text
 * are left out. Never throws, and takes time in proportion to the length of the text.
 */
export function htmlToText(html: string): string {
	const content = new Content();
	// Only the tokenizer: a parser's stack of open elements takes quadratic time.
	const tokenizer = new Tokenizer({}, callbacksFor(html, content));
	tokenizer.write(html);
	tokenizer.end();
	return content.toString();
}

/** What becomes of the tags and texts of a document. */
class Content {
	private readonly lines = new TextLines();
	/** The next number of each list that is open; none for those without numbers. */
	private readonly lists: (number | undefined)[] = [];
	private hidden: string | undefined;
	private link: { target: string; mark: number } | undefined;

	addText(text: string): void {
		if (this.hidden === undefined) this.lines.addText(text);
	}

	open({ name, href }: Tag): void {
		if (HIDDEN.has(name)) this.hidden = name;
		this.breakAround(name);
		if (name === 'br') this.lines.addBreak();
		if (name === 'td' || name === 'th') this.lines.startCell();
		if (name === 'pre') this.lines.keepSpaces(true);
		if (name === 'ol') this.lists.push(1);
		if (name === 'ul') this.lists.push(undefined);
		if (name === 'li') this.lines.startItem(this.lists.length, this.nextNumber());
		if (name === 'a') {
			this.endLink();
			if (LINK.test(href)) this.link = { target: href, mark: this.lines.length };
		}
	}

	close(name: string): void {
		if (name === this.hidden) this.hidden = undefined;
		if (name === 'a') this.endLink();
		if (name === 'pre') this.lines.keepSpaces(false);
		if (name === 'ol' || name === 'ul') this.lists.pop();
		this.breakAround(name);
	}

	toString(): string {
		this.endLink();
		return this.lines.toString();
	}

	/** Lists in lists have no empty lines around them. */
	private breakAround(name: string): void {
		const isInner = this.lists.length > 0 && (name === 'ul' || name === 'ol');
		this.lines.breakLine(isInner ? 1 : (BREAKS.get(name) ?? 0));
	}

	private nextNumber(): number | undefined {
		const number = this.lists.at(-1);
		if (number !== undefined) this.lists[this.lists.length - 1] = number + 1;
		return number;
	}

	private endLink(): void {
		if (this.link !== undefined) this.lines.addTarget(this.link.target, this.link.mark);
		this.link = undefined;
	}
}

function callbacksFor(html: string, content: Content): ConstructorParameters<typeof Tokenizer>[1] {
	let tag: Tag = { name: '', href: '' };
	let attribute = '';
	let value = '';
	const nameAt = (start: number, end: number): string => html.slice(start, end).toLowerCase();
	const openTag = (): void => content.open(tag);
	const ignore = (): void => undefined;
	return {
		onopentagname: (start, end) => {
			tag = { name: nameAt(start, end), href: '' };
		},
		onattribname: (start, end) => {
			attribute = nameAt(start, end);
			value = '';
		},
		onattribdata: (start, end) => {
			value += html.slice(start, end);
		},
		onattribentity: (codePoint) => {
			value += String.fromCodePoint(codePoint);
		},
		onattribend: () => {
			if (attribute === 'href') tag = { ...tag, href: value.trim() };
		},
		onopentagend: openTag,
		onselfclosingtag: openTag,
		onclosetag: (start, end) => content.close(nameAt(start, end)),
		ontext: (start, end) => content.addText(html.slice(start, end)),
		ontextentity: (codePoint) => content.addText(String.fromCodePoint(codePoint)),
		oncdata: ignore,
		oncomment: ignore,
		ondeclaration: ignore,
		onprocessinginstruction: ignore,
		onend: ignore,
	};
}

function withBreaks(breaks: number, names: string): [string, number][] {
	return names.split(' ').map((name) => [name, breaks]);
}
