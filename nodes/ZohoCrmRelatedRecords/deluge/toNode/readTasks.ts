import type { Expression } from '../language/ast';
import { httpMethodOf } from '../language/blocks';
import type { Read } from './knownValues';

export const LEGACY_TASK = 'zoho.crm.getrelatedrecords';
export const V8_TASK = 'zoho.crm.v8.getrelatedrecords';

/** Whether an expression may read related records: one of the two tasks, or a GET. */
export function isRead(expression: Expression): expression is Read {
	if (expression.kind === 'call') {
		return [LEGACY_TASK, V8_TASK].includes(expression.name.toLowerCase());
	}
	return (
		expression.kind === 'block' &&
		expression.name.toLowerCase() === 'invokeurl' &&
		httpMethodOf(expression) === 'GET'
	);
}
