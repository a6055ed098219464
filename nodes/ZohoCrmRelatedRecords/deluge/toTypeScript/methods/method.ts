import {
	code,
	isText,
	literal,
	negation,
	PRECEDENCE,
	within,
	type Code,
	type StaticType,
} from '../code';
import type { Translation } from '../translation';

/** Translates the call of one method. */
export type Translate = (target: Code, args: readonly Code[], translation: Translation) => Code;

/** Names that mean the same are in one text, with a space between them. */
export function named(names: string, translate: Translate): [string, Translate][] {
	return names.split(' ').map((name) => [name.toLowerCase(), translate]);
}

/** Dates as Zoho CRM shows them. */
const SHOWN: ReadonlyMap<StaticType, string> = new Map([
	['date', 'dd-MMM-yyyy'],
	['dateTime', 'dd-MMM-yyyy HH:mm:ss'],
]);

/** The value as text, by a helper unless it is text. */
export function asText(value: Code, translation: Translation): Code {
	if (isText(value)) return value;
	if (value.type === 'number' || value.type === 'boolean') {
		return code(`String(${value.text})`, 'text');
	}
	const pattern = SHOWN.get(value.type);
	if (pattern !== undefined) {
		return code(translation.help('formatDate', value.text, literal(pattern)), 'text');
	}
	return code(translation.help('text', value.text), 'text');
}

/** The value as number, by a helper unless it is one. */
export function asNumber(value: Code, translation: Translation): Code {
	return value.type === 'number' ? value : code(translation.help('number', value.text), 'number');
}

/** A date of either kind. */
export const isDate = ({ type }: Code): boolean => type === 'date' || type === 'dateTime';

export const isList = ({ type }: Code): boolean => type === 'list' || type === 'rows';

/** A method that JavaScript's texts have, too. */
export const ofText =
	(name: string, type: StaticType): Translate =>
	(target, args, translation) => {
		const list = args.map((arg) => asText(arg, translation).text).join(', ');
		return code(
			`${within(asText(target, translation), PRECEDENCE.postfix)}.${name}(${list})`,
			type,
		);
	};

/** A helper of the output, with the value first. */
export const byHelper =
	(name: string, type: StaticType): Translate =>
	(target, args, translation) =>
		code(translation.help(name, ...[target, ...args].map(({ text }) => text)), type);

export const negated =
	(translate: Translate): Translate =>
	(target, args, translation) =>
		negation(translate(target, args, translation));
