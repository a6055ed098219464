import { shown } from '../../../helpers/shown';
import { limitFault, runtimeFault, unsupportedFault } from '../../values/fault';

/** Whether a character fits. */
export type CharTest = (char: string) => boolean;

/** A regular expression as a tree. */
export type Pattern =
	| { kind: 'char'; test: CharTest }
	| { kind: 'start' | 'end' | 'wordEdge' }
	| { kind: 'sequence'; parts: Pattern[] }
	| { kind: 'choice'; options: readonly [Pattern, ...Pattern[]] }
	| { kind: 'repeat'; part: Pattern; min: number; max: number; isLazy: boolean };

const MAX_LENGTH = 1000;
const MAX_REPEAT = 1000;
const MAX_GROUPS = 50;

const CLASSES: ReadonlyMap<string, CharTest> = new Map([
	['d', (char) => /\d/.test(char)],
	['D', (char) => /\D/.test(char)],
	['w', (char) => /\w/.test(char)],
	['W', (char) => /\W/.test(char)],
	['s', (char) => /\s/.test(char)],
	['S', (char) => /\S/.test(char)],
]);
const CONTROLS: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
]);

/**
 * Reads a regular expression: characters, classes, groups, alternatives, repetitions, ^ and $.
 * @throws Fault when it is malformed, or uses what would need backtracking
 */
export function parsePattern(source: string, ignoreCase: boolean): Pattern {
	if (source.length > MAX_LENGTH) {
		throw limitFault(`A pattern has more than ${MAX_LENGTH} characters`, 'Use a shorter pattern.');
	}
	return new PatternParser(source, ignoreCase).whole();
}

/** Characters from one to another, both included. */
type Range = readonly [from: string, to: string];

/** Whether a character is in one of the ranges; looks at few of them, however many there are. */
function testOf(ranges: readonly Range[]): CharTest {
	const apart: [from: string, to: string][] = [];
	for (const [from, to] of [...ranges].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const last = apart.at(-1);
		if (last !== undefined && from <= last[1]) last[1] = to > last[1] ? to : last[1];
		else apart.push([from, to]);
	}
	return (char) => {
		let low = 0;
		for (let high = apart.length; low < high;) {
			const middle = (low + high) >> 1;
			if ((apart[middle]?.[1] ?? '') < char) low = middle + 1;
			else high = middle;
		}
		const [from, to] = apart[low] ?? [];
		return from !== undefined && to !== undefined && from <= char && char <= to;
	};
}

class PatternParser {
	private position = 0;
	private depth = 0;

	constructor(
		private readonly source: string,
		private readonly ignoreCase: boolean,
	) {}

	whole(): Pattern {
		const pattern = this.choice();
		if (this.position < this.source.length) throw this.malformed();
		return pattern;
	}

	private choice(): Pattern {
		const options: [Pattern, ...Pattern[]] = [this.sequence()];
		while (this.take('|')) options.push(this.sequence());
		return { kind: 'choice', options };
	}

	private sequence(): Pattern {
		const parts: Pattern[] = [];
		while (this.position < this.source.length && !'|)'.includes(this.peek())) {
			parts.push(this.repeated(this.atom()));
		}
		return { kind: 'sequence', parts };
	}

	private repeated(part: Pattern): Pattern {
		const bounds = this.quantifier();
		if (bounds === undefined) return part;
		const [min, max] = bounds;
		const isLazy = this.take('?');
		if (!isLazy && this.peek() === '+') throw this.unsupported('possessive repetition');
		return { kind: 'repeat', part, min, max, isLazy };
	}

	private quantifier(): [min: number, max: number] | undefined {
		if (this.take('*')) return [0, Infinity];
		if (this.take('+')) return [1, Infinity];
		if (this.take('?')) return [0, 1];
		const [text, low, comma, high] =
			/^\{(\d{1,6})(,)?(\d{1,6})?\}/.exec(this.source.slice(this.position, this.position + 20)) ??
			[];
		if (text === undefined) return undefined;
		this.position += text.length;
		const min = Number(low);
		const max = comma === undefined ? min : high === undefined ? Infinity : Number(high);
		if (min > max) throw this.malformed();
		if (min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT)) {
			throw limitFault(`A pattern repeats more than ${MAX_REPEAT} times`, 'Use a smaller number.');
		}
		return [min, max];
	}

	private atom(): Pattern {
		const char = this.next();
		switch (char) {
			case '(':
				return this.group();
			case '[':
				return { kind: 'char', test: this.characterClass() };
			case '.':
				return { kind: 'char', test: (other) => other !== '\n' };
			case '^':
				return { kind: 'start' };
			case '$':
				return { kind: 'end' };
			case '\\':
				return this.escape();
			case '*':
			case '+':
			case '?':
				throw this.malformed();
			default:
				return { kind: 'char', test: this.literal(char) };
		}
	}

	private group(): Pattern {
		if (this.take('?') && !this.take(':')) throw this.unsupported('(?');
		this.depth += 1;
		if (this.depth > MAX_GROUPS) {
			throw limitFault(`A pattern nests more than ${MAX_GROUPS} groups`, 'Use a simpler pattern.');
		}
		const inner = this.choice();
		this.depth -= 1;
		if (!this.take(')')) throw this.malformed();
		return inner;
	}

	private escape(): Pattern {
		const char = this.next();
		if (char === 'b') return { kind: 'wordEdge' };
		return { kind: 'char', test: CLASSES.get(char) ?? this.literal(this.escaped(char)) };
	}

	private escaped(char: string): string {
		const control = CONTROLS.get(char);
		if (control !== undefined) return control;
		if (/[A-Za-z0-9]/.test(char)) throw this.unsupported(`\\${char}`);
		return char;
	}

	private characterClass(): CharTest {
		const isNegated = this.take('^');
		const tests = new Set<CharTest>();
		const ranges: Range[] = [];
		do this.classPart(tests, ranges);
		while (!this.take(']'));
		const isListed = this.inEitherCase(testOf(ranges));
		return (char) => (isListed(char) || [...tests].some((test) => test(char))) !== isNegated;
	}

	/** Adds a class such as \d to the tests, and anything else to the ranges. */
	private classPart(tests: Set<CharTest>, ranges: Range[]): void {
		const from = this.next();
		if (from === '\\') {
			const char = this.next();
			const test = CLASSES.get(char);
			if (test !== undefined) tests.add(test);
			else ranges.push([this.escaped(char), this.escaped(char)]);
			return;
		}
		const isRange = this.peek() === '-' && this.source[this.position + 1] !== ']';
		if (isRange) this.position += 1;
		const to = isRange ? this.next() : from;
		if (to < from) throw this.malformed();
		ranges.push([from, to]);
	}

	private literal(char: string): CharTest {
		return this.inEitherCase((other) => other === char);
	}

	private inEitherCase(test: CharTest): CharTest {
		if (!this.ignoreCase) return test;
		return (char) => test(char) || test(char.toLowerCase()) || test(char.toUpperCase());
	}

	private peek(): string {
		return this.source.charAt(this.position);
	}

	private next(): string {
		if (this.position >= this.source.length) throw this.malformed();
		this.position += 1;
		return this.source.charAt(this.position - 1);
	}

	private take(char: string): boolean {
		if (this.peek() !== char) return false;
		this.position += 1;
		return true;
	}

	private malformed(): Error {
		return runtimeFault(
			`The pattern '${shown(this.source)}' is not valid at character ${this.position + 1}`,
			'Correct the regular expression, or pass true as the third argument to search for plain text.',
		);
	}

	private unsupported(what: string): Error {
		return unsupportedFault(
			`${what} is not available in patterns`,
			'Use characters, classes such as [0-9] or \\d, groups, alternatives and repetitions.',
		);
	}
}
