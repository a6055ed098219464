import { limitFault } from './fault';

/** Bounds that users can change. */
export interface Limits {
	/** Statements executed, each round of a loop counted anew. */
	maxStatements: number;
	/** Requests to Zoho. */
	maxApiCalls: number;
}

/** Characters of one text. */
export const MAX_TEXT = 5_000_000;
/** Entries of one list or map. */
export const MAX_ENTRIES = 100_000;
/** Lists and maps within each other. */
export const MAX_DEPTH = 100;
/** Characters of all texts a script makes; what it makes and drops counts, too. */
const MAX_TEXT_IN_ALL = 100_000_000;
/** Entries of all lists and maps a script makes. */
const MAX_ENTRIES_IN_ALL = 3_000_000;
/** Characters and entries looked at, in all searches, sortings and comparisons. */
const MAX_WORK = 50_000_000;

const SMALLER = 'Work on smaller parts, or read fewer rows.';

/** Counts what a script uses, and stops it at the bounds. */
export class Meter {
	private statements = 0;
	private calls = 0;
	private characters = 0;
	private entries = 0;
	private steps = 0;

	constructor(private readonly limits: Limits) {}

	/** @returns statements so far */
	statement(): number {
		this.statements += 1;
		if (this.statements <= this.limits.maxStatements) return this.statements;
		throw limitFault(
			`The script executed more than ${this.limits.maxStatements} statements`,
			"Look for an endless loop. If the script is as long as that, raise 'Max Statements' under Options.",
		);
	}

	call(): void {
		this.calls += 1;
		if (this.calls <= this.limits.maxApiCalls) return;
		throw limitFault(
			`The script sent more than ${this.limits.maxApiCalls} requests to Zoho`,
			"Look for requests in a loop. If the script needs them, raise 'Max API Calls' under Options.",
		);
	}

	/**
	 * @param length of a text about to be made
	 * @param added characters that are new; the rest is shared with an earlier text
	 */
	text(length: number, added = length): void {
		if (length > MAX_TEXT) {
			throw limitFault(`A text would have more than ${MAX_TEXT} characters`, SMALLER);
		}
		this.characters += added;
		if (this.characters > MAX_TEXT_IN_ALL) {
			throw limitFault(`The script made texts of more than ${MAX_TEXT_IN_ALL} characters`, SMALLER);
		}
	}

	/**
	 * @param size of a list or map about to be made
	 * @param added entries that are new
	 */
	collection(size: number, added = size): void {
		if (size > MAX_ENTRIES) {
			throw limitFault(`A list or map would have more than ${MAX_ENTRIES} entries`, SMALLER);
		}
		this.entries += added;
		if (this.entries > MAX_ENTRIES_IN_ALL) {
			throw limitFault(
				`The script made lists and maps of more than ${MAX_ENTRIES_IN_ALL} entries`,
				SMALLER,
			);
		}
	}

	/** @param steps characters or entries that are looked at one by one */
	work(steps: number): void {
		this.steps += steps;
		if (this.steps > MAX_WORK) {
			throw limitFault('The script searches and compares too much', SMALLER);
		}
	}
}

/** @param depth of lists and maps within each other */
export function checkDepth(depth: number): void {
	if (depth <= MAX_DEPTH) return;
	throw limitFault(
		`Lists and maps are within each other more than ${MAX_DEPTH} deep`,
		'Check whether a list or map was put into itself.',
	);
}
