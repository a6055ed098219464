import type { Meter } from '../../values/scriptLimits';
import type { Instruction } from './program';

/** A place in a text. */
export interface Match {
	start: number;
	/** Behind its last character. */
	end: number;
}

/** Work of one step, in characters that a plain search looks at. */
const STEP = 20;

interface Thread {
	instruction: number;
	start: number;
}

/**
 * Searches texts for a pattern, preferring as Perl does. All ways are followed at once, so the time
 * grows with the length of the text times that of the pattern, whatever the pattern (Pike's
 * algorithm); a backtracking engine can be made to run for years.
 */
export class Search {
	/** The last step in which each instruction was followed. */
	private readonly followed: Int32Array;
	private step = 0;

	constructor(
		private readonly program: readonly Instruction[],
		private readonly text: string,
		private readonly meter: Meter,
	) {
		this.followed = new Int32Array(program.length);
	}

	/** The first match from a position on. */
	async next(from: number): Promise<Match | undefined> {
		const { program, text, meter } = this;
		let threads: Thread[] = [];
		let found: Match | undefined;
		for (let position = from; position <= text.length; position += 1) {
			if (found === undefined) threads.push({ instruction: 0, start: position });
			const active = this.closure(threads, position);
			meter.work((active.length + 1) * STEP);
			if (meter.isDue()) await meter.pause();
			const matched = active.findIndex((thread) => program[thread.instruction]?.kind === 'match');
			const match = active[matched];
			if (match !== undefined) found = { start: match.start, end: position };
			// What is preferred less than a match is given up.
			const preferred = matched === -1 ? active : active.slice(0, matched);
			threads = preferred.filter((thread) => takes(program, thread, text, position)).map(advanced);
			if (threads.length === 0 && found !== undefined) return found;
		}
		return found;
	}

	/** Follows what needs no character; each instruction once, in order of preference. */
	private closure(threads: readonly Thread[], position: number): Thread[] {
		const { program, text, followed } = this;
		this.step += 1;
		const active: Thread[] = [];
		const stack = [...threads].reverse();
		let steps = 0;
		for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
			steps += 1;
			const { instruction: index, start } = thread;
			const instruction = program[index];
			if (instruction === undefined || followed[index] === this.step) continue;
			followed[index] = this.step;
			if (instruction.kind === 'char' || instruction.kind === 'match') active.push(thread);
			else
				for (const next of nextOf(instruction, index, text, position))
					stack.push({ instruction: next, start });
		}
		this.meter.work(steps);
		return active;
	}
}

function takes(
	program: readonly Instruction[],
	{ instruction: index }: Thread,
	text: string,
	position: number,
): boolean {
	const instruction = program[index];
	const isThere = position < text.length;
	return isThere && instruction?.kind === 'char' && instruction.test(text.charAt(position));
}

function advanced({ instruction, start }: Thread): Thread {
	return { instruction: instruction + 1, start };
}

/** Where to go on without a character, the preferred one last. */
function nextOf(
	instruction: Exclude<Instruction, { kind: 'char' | 'match' }>,
	index: number,
	text: string,
	position: number,
): number[] {
	switch (instruction.kind) {
		case 'jump':
			return [instruction.to];
		case 'split':
			return [instruction.second, instruction.first];
		case 'start':
			return position === 0 ? [index + 1] : [];
		case 'end':
			return position === text.length ? [index + 1] : [];
		case 'wordEdge':
			return isWord(text.charAt(position - 1)) !== isWord(text.charAt(position)) ? [index + 1] : [];
	}
}

function isWord(char: string): boolean {
	return /\w/.test(char);
}
