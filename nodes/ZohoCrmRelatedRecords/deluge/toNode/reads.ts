import type { Block, Expression } from '../language/ast';
import type { Read } from './known';

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

/** The value of an attribute, its name compared without case. */
export function attributeOf(block: Block, name: string): Expression | undefined {
	return block.attributes.find((attribute) => attribute.name.toLowerCase() === name)?.value;
}

/** GET unless the block says otherwise. */
export function httpMethodOf(block: Block): string {
	const type = attributeOf(block, 'type');
	if (type === undefined) return 'GET';
	const isWord = type.kind === 'variable';
	return (isWord ? type.name : type.kind === 'text' ? type.value : '').toUpperCase();
}
