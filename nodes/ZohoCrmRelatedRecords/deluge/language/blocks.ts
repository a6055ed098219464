import type { Attribute, Block } from './ast';

/** Attributes whose values may be bare words, such as `type: GET`. */
const WITH_WORDS: readonly string[] = ['type', 'response-format', 'content-type'];

/** An attribute of a task, its name compared without case. */
export function attributeOf(block: Block, name: string): Attribute | undefined {
	return block.attributes.find((attribute) => attribute.name.toLowerCase() === name);
}

/** The bare word an attribute holds; undefined where it holds a value. */
export function wordIn({ name, value }: Attribute): string | undefined {
	return WITH_WORDS.includes(name.toLowerCase()) && value.kind === 'variable'
		? value.name
		: undefined;
}

/** The HTTP method of an invokeurl, in capitals; GET unless a word or a text says otherwise. */
export function httpMethodOf(block: Block): string {
	const type = attributeOf(block, 'type');
	if (type === undefined) return 'GET';
	const { value } = type;
	return (wordIn(type) ?? (value.kind === 'text' ? value.value : 'GET')).toUpperCase();
}
