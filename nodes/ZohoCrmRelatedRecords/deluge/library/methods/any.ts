import { dateIn } from '../../values/dateReading';
import { equals } from '../operators';
import { numberIn } from '../../values/numbers';
import { textOf } from '../../values/text';
import { DelugeDate, isNumeric, type Value } from '../../values/value';
import { table, type Args } from './table';

/** What all values have; null has only those that ask for it. */
export const ANY_METHODS = table<Value>([
	['isNull', 0, 0, isNull],
	['isEmpty', 0, 0, isEmpty],
	['isBlank', 0, 0, (target) => isEmpty(typeof target === 'string' ? target.trimStart() : target)],
	['toString toText text', 0, 0, (target, args) => textOf(target, args.meter)],
	['isNumber', 0, 0, (target) => isNumeric(target) || isNumericText(target)],
	['isDate', 0, 0, isDate],
	['equals', 1, 1, async (target, args) => await equals(target, args.value(0), args.tools)],
	['isText', 0, 0, (target) => typeof target === 'string'],
	// No value here is a file.
	['isFile', 0, 0, () => false],
	['isValidObject', 0, 0, (target) => !isEmpty(target)],
]);

/** Methods that null also has. */
export const NULL_METHODS: readonly string[] = [
	'isnull',
	'isempty',
	'isblank',
	'isfile',
	'isvalidobject',
];

/** An empty text is null to this function, though not to `==` (Zoho: isNull; decision 27). */
function isNull(value: Value, { tools }: Args): boolean {
	if (value === '') tools.hint(EMPTY_IS_NULL);
	return value === null || value === '';
}

const EMPTY_IS_NULL =
	'isNull() was asked for an empty text and returned true, as Zoho documents it; == null would be false.';

function isEmpty(value: Value): boolean {
	if (value === null || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return value instanceof Map && value.size === 0;
}

function isDate(value: Value, { tools }: Args): boolean {
	if (value instanceof DelugeDate) return true;
	return typeof value === 'string' && dateIn(value, tools.zone) !== undefined;
}

function isNumericText(value: Value): boolean {
	return typeof value === 'string' && numberIn(value) !== undefined;
}
