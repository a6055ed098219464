import { helper, isLiteral, method, type Code } from '../code';
import type { StaticType } from '../types';

/** How the call of one method is translated. */
export interface Method {
	/** How many arguments it takes. */
	min: number;
	max: number;
	/** The type of what it gives, by the types of its value and arguments. */
	typeOf(target: StaticType, args: readonly StaticType[]): StaticType;
	/** @param type what `typeOf` gives */
	translate(target: Code, args: readonly Code[], type: StaticType): Code;
}

type TypeOf = StaticType | Method['typeOf'];

export type Definition = readonly [
	names: string,
	min: number,
	max: number,
	type: TypeOf,
	/** A helper that takes the value first, or a way of its own. */
	translate: string | Method['translate'],
];

/** @param definitions names that mean the same are in one text, with a space between them */
export function table(definitions: readonly Definition[]): ReadonlyMap<string, Method> {
	return new Map(
		definitions.flatMap(([names, min, max, type, translate]) => {
			const made: Method = {
				min,
				max,
				typeOf: typeof type === 'string' ? () => type : type,
				translate: typeof translate === 'string' ? byHelper(translate) : translate,
			};
			return names.split(' ').map((name): [string, Method] => [name.toLowerCase(), made]);
		}),
	);
}

/** A helper of the output, with the value first. */
function byHelper(name: string): Method['translate'] {
	return (target, args, type) => helper(name, type, target, ...args);
}

/** One way where the value's type is known, another where it is not. */
export function ifType(
	types: readonly StaticType[],
	known: Method['translate'],
	otherwise: string,
): Method['translate'] {
	return (target, args, type) =>
		types.includes(target.type)
			? known(target, args, type)
			: helper(otherwise, type, target, ...args);
}

/** The value, where only a text will do. */
export function checkedText(target: Code): Code {
	return target.type === 'text' ? target : helper('checkText', 'text', target);
}

/** An argument that counts as text. */
export function plainText(arg: Code): Code {
	return arg.type === 'text' ? arg : helper('plainText', 'text', arg);
}

/** A method that JavaScript's texts also have. */
export function ofText(name: string): Method['translate'] {
	return (target, args, type) => method(checkedText(target), name, type, ...args.map(plainText));
}

/** A literal that holds no text of another type, which could be equal to it. */
export function isPlainLiteral(code: Code): code is Extract<Code, { kind: 'text' }> {
	return isLiteral(code) && code.kind === 'text';
}
