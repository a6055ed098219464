import type { IDataObject } from 'n8n-workflow';
import type { ParameterName } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import { invalidParameter, type ZohoError } from '../../helpers/zohoError';
import { locatorOf } from './locator';

const MOST_FIELDS = 12;

/**
 * The error of a parameter whose expression gave nothing, as one that names a field the item does not
 * have: it is not empty to whoever looks at it.
 * @param stored the parameter as the workflow stores it
 * @param item JSON of the input item; undefined where there are none
 * @returns undefined where the parameter is no expression
 */
export function emptyExpression(
	parameter: ParameterName,
	stored: unknown,
	item: IDataObject | undefined,
	itemIndex: number,
): ZohoError | undefined {
	const { value } = locatorOf(stored);
	if (typeof value !== 'string' || !value.startsWith('=')) return undefined;
	const expression = shown(value.slice(1).trim());
	if (item === undefined) {
		const what = `has an expression that gave nothing: ${expression}`;
		return invalidParameter(parameter, what, 'Correct the expression.');
	}
	return invalidParameter(
		parameter,
		`has an expression that gave nothing for input item ${itemIndex}: ${expression}`,
		`${fieldsOf(item)} Correct the expression, or make sure that each input item has the field.`,
	);
}

function fieldsOf(item: IDataObject): string {
	const names = Object.keys(item);
	if (names.length === 0) return 'The item has no fields.';
	const first = names.slice(0, MOST_FIELDS).map(shown).join(', ');
	const others = names.length - MOST_FIELDS;
	return `The item has the fields: ${first}${others > 0 ? `, and ${others} more` : ''}.`;
}
