import { limitFault } from './fault';

/** Bounds that users can change. */
export interface Limits {
	/** Statements executed, each round of a loop counted anew. */
	maxStatements: number;
	/** Requests to Zoho. */
	maxApiCalls: number;
	/** Running time, without the time spent waiting. */
	maxSeconds: number;
}

/** The script's time on the processor. */
export interface Pacer {
	/**
	 * Whether it is time to pause; everything that can take long asks again and again.
	 * @throws Fault DELUGE_LIMIT when the script's time is over
	 */
	isDue(bytes: number): boolean;
	pause(bytes?: number): Promise<void>;
}

/** Characters of one text. */
const MAX_TEXT = 5_000_000;
/** Entries of one list or map. */
export const MAX_ENTRIES = 100_000;
/** Lists and maps within each other. */
export const MAX_DEPTH = 100;
/** Characters of all texts a script makes; what it makes and drops counts as well. */
const MAX_TEXT_IN_ALL = 100_000_000;
/** Entries of all lists and maps a script makes. */
const MAX_ENTRIES_IN_ALL = 3_000_000;
/** Characters and entries looked at, in all searches, sortings and comparisons. */
const MAX_WORK = 50_000_000;
/** Bytes of all that a script makes, roughly; what it makes and drops counts as well. */
const MAX_BYTES = 250_000_000;
/** Characters that one script returns or logs. */
const MAX_OUTPUT = 20_000_000;

/** What V8 needs for each, measured on Node 20. */
const BYTES = { character: 2, entry: 40, map: 240, date: 250 };

const SMALLER = 'Work on smaller parts, or read fewer rows.';

/** Counts what a script uses, and stops it at the bounds. */
export class Meter {
	private statements = 0;
	private calls = 0;
	private characters = 0;
	private entries = 0;
	private steps = 0;
	private bytes = 0;
	private output = 0;

	constructor(
		private readonly limits: Limits,
		private readonly pacer: Pacer,
	) {}

	/** Characters of all texts so far. */
	get charactersMade(): number {
		return this.characters;
	}

	/** Whether it is time to `pause`. @throws Fault DELUGE_LIMIT when the script's time is over */
	isDue(): boolean {
		return this.pacer.isDue(this.bytes);
	}

	async pause(): Promise<void> {
		await this.pacer.pause(this.bytes);
	}

	statement(): void {
		this.statements += 1;
		if (this.statements <= this.limits.maxStatements) return;
		throw limitFault(
			`The script executed more than ${this.limits.maxStatements} statements`,
			"Look for an endless loop. If the script really needs them, raise 'Max Statements' under Options.",
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
		this.memory(added * BYTES.character);
		if (this.characters > MAX_TEXT_IN_ALL) {
			throw limitFault(
				`The script created texts with more than ${MAX_TEXT_IN_ALL} characters in total`,
				SMALLER,
			);
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
		this.memory(added * BYTES.entry);
		if (this.entries > MAX_ENTRIES_IN_ALL) {
			throw limitFault(
				`The script created lists and maps with more than ${MAX_ENTRIES_IN_ALL} entries in total`,
				SMALLER,
			);
		}
	}

	/** A map about to be made, besides its entries. */
	map(): void {
		this.memory(BYTES.map);
	}

	/** A value of a JSON text that is being read. */
	jsonValue(): void {
		this.memory(BYTES.entry);
	}

	/** A date that was made. */
	date(): void {
		this.memory(BYTES.date);
	}

	/**
	 * @param characters that the script returns or logs; a text counts each time
	 * @returns characters so far
	 */
	giveOut(characters: number): number {
		this.output += characters;
		if (this.output <= MAX_OUTPUT) return this.output;
		throw limitFault(
			`The script returns or logs more than ${MAX_OUTPUT} characters`,
			'Return and log only what is needed.',
		);
	}

	/** @param steps characters or entries that are looked at one by one */
	work(steps: number): void {
		this.steps += steps;
		if (this.steps > MAX_WORK) {
			throw limitFault('The script did too much searching and comparing', SMALLER);
		}
	}

	private memory(bytes: number): void {
		this.bytes += bytes;
		if (this.bytes > MAX_BYTES) {
			throw limitFault(
				`The script made texts, lists and maps of more than ${MAX_BYTES / 1_000_000} MB`,
				SMALLER,
			);
		}
	}
}

/** @param depth of lists and maps within each other */
export function checkDepth(depth: number): void {
	if (depth <= MAX_DEPTH) return;
	throw limitFault(
		`Lists or maps nested more than ${MAX_DEPTH} levels deep`,
		'Check whether a list or map was added to itself.',
	);
}
