import { limitFault } from '../../values/fault';
import type { CharTest, Pattern } from './parse';

/** A step of a search; targets are indexes in the program. */
export type Instruction =
	| { kind: 'char'; test: CharTest }
	/** Goes on at both, the first preferred. */
	| { kind: 'split'; first: number; second: number }
	| { kind: 'jump'; to: number }
	| { kind: 'start' | 'end' | 'wordEdge' }
	| { kind: 'match' };

const MAX_INSTRUCTIONS = 5000;

/** A pattern as steps (Thompson's construction). */
export function compile(pattern: Pattern): Instruction[] {
	const program: Instruction[] = [];
	emit(pattern, program);
	program.push({ kind: 'match' });
	return program;
}

function emit(pattern: Pattern, program: Instruction[]): void {
	if (program.length > MAX_INSTRUCTIONS) {
		throw limitFault('A pattern is too large', 'Use fewer repetitions.');
	}
	switch (pattern.kind) {
		case 'sequence':
			for (const part of pattern.parts) emit(part, program);
			return;
		case 'choice':
			emitChoice(pattern.options, program);
			return;
		case 'repeat':
			emitRepeat(pattern, program);
			return;
		default:
			program.push(pattern);
	}
}

function emitChoice(
	[first, second, ...others]: readonly [Pattern, ...Pattern[]],
	program: Instruction[],
): void {
	if (second === undefined) {
		emit(first, program);
		return;
	}
	const split = { kind: 'split' as const, first: program.length + 1, second: 0 };
	program.push(split);
	emit(first, program);
	const jump = { kind: 'jump' as const, to: 0 };
	program.push(jump);
	split.second = program.length;
	emitChoice([second, ...others], program);
	jump.to = program.length;
}

function emitRepeat(
	{ part, min, max, isLazy }: Extract<Pattern, { kind: 'repeat' }>,
	program: Instruction[],
): void {
	for (let count = 0; count < min; count += 1) emit(part, program);
	if (max === Infinity) {
		const start = program.length;
		emitOptional(part, isLazy, program, () => program.push({ kind: 'jump', to: start }));
		return;
	}
	for (let count = min; count < max; count += 1) emitOptional(part, isLazy, program);
}

function emitOptional(
	part: Pattern,
	isLazy: boolean,
	program: Instruction[],
	after?: () => void,
): void {
	const split = { kind: 'split' as const, first: 0, second: 0 };
	program.push(split);
	const inside = program.length;
	emit(part, program);
	after?.();
	const behind = program.length;
	split.first = isLazy ? behind : inside;
	split.second = isLazy ? inside : behind;
}
