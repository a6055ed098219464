/** Levels of lists that are indented at most, so that the text cannot outgrow its source. */
const MAX_INDENT = 8;

const SPACES = /[ \t\n\f\r]+/g;

/** A text that is put together line by line; white space collapses as in HTML. */
export class TextLines {
	private readonly parts: string[] = [];
	/** What comes between the last part and the next. */
	private breaks = 0;
	private separator = '';
	private prefix = '';
	private isPreformatted = false;

	/** How many parts there are: a mark for `addTarget`. */
	get length(): number {
		return this.parts.length;
	}

	addText(text: string): void {
		if (this.isPreformatted) return this.add(text);
		const collapsed = text.replace(SPACES, ' ');
		if (collapsed.startsWith(' ')) this.separator ||= ' ';
		const words = collapsed.replace(/^ | $/g, '');
		if (words === '') return;
		this.add(words);
		if (collapsed.endsWith(' ')) this.separator = ' ';
	}

	/** Ends the line; neighbouring blocks share the larger number of breaks. */
	breakLine(breaks: number): void {
		this.breaks = Math.max(this.breaks, breaks);
	}

	addBreak(): void {
		this.breaks += 1;
	}

	startCell(): void {
		this.separator = '\t';
	}

	/** Begins an item of a list that is `depth` lists deep, with its number if it has one. */
	startItem(depth: number, number?: number): void {
		this.breakLine(1);
		const indent = '  '.repeat(Math.min(Math.max(depth - 1, 0), MAX_INDENT));
		this.prefix = `${indent}${number === undefined ? '-' : `${number}.`} `;
	}

	/** Whether white space is kept as it is from here on. */
	keepSpaces(isPreformatted: boolean): void {
		this.isPreformatted = isPreformatted;
	}

	/** Adds the target of a link whose text began at this mark, unless that text says it already. */
	addTarget(target: string, mark: number): void {
		const text = this.parts.slice(mark).join('').trim();
		const isSaid = [target, target.replace(/^\w+:(\/\/)?|\/$/g, '')].includes(text);
		if (text !== '' && !isSaid) this.parts.push(` (${target})`);
	}

	/** The text, without white space around it. */
	toString(): string {
		return this.parts.join('').replaceAll('\u00a0', ' ').trim();
	}

	private add(text: string): void {
		if (this.breaks > 0) this.parts.push('\n'.repeat(this.breaks), this.prefix);
		else this.parts.push(this.prefix === '' ? this.separator : this.prefix);
		this.parts.push(text);
		this.breaks = 0;
		this.separator = '';
		this.prefix = '';
	}
}
