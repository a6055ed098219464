import type { Expression } from '../language/ast';
import { httpMethodOf } from '../language/blocks';
import type { ReadExpression } from './knownValues';

export const LEGACY_TASK = 'zoho.crm.getrelatedrecords';
export const V8_TASK = 'zoho.crm.v8.getrelatedrecords';

/** What an expression asks Zoho for; an address is taken apart to find out. */
type ReadKind = 'related' | 'record' | 'search' | 'list' | 'address';

const TASKS: ReadonlyMap<string, ReadKind> = new Map(
	(
		[
			['getrelatedrecords', 'related'],
			['getrecordbyid', 'record'],
			['searchrecords', 'search'],
			['getrecords', 'list'],
		] as const
	).flatMap(([name, kind]): [string, ReadKind][] => [
		[`zoho.crm.${name}`, kind],
		[`zoho.crm.v8.${name}`, kind],
	]),
);

/** The kind of read an expression may be: one of the tasks, a GET, or a POST, as COQL is sent. */
export function readKindOf(expression: Expression): ReadKind | undefined {
	if (expression.kind === 'call') return TASKS.get(expression.name.toLowerCase());
	const isRequest =
		expression.kind === 'block' &&
		expression.name.toLowerCase() === 'invokeurl' &&
		['GET', 'POST'].includes(httpMethodOf(expression));
	return isRequest ? 'address' : undefined;
}

/** Whether an expression may read from Zoho. */
export function isRead(expression: Expression): expression is ReadExpression {
	return readKindOf(expression) !== undefined;
}
