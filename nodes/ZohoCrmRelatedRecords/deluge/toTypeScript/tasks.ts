import type { Block, Call } from '../language/ast';
import { wordIn } from '../language/blocks';
import { code, literal, propertyKey, type Code } from './code';
import { asText } from './methods';
import type { Translation } from './translation';

const RELATED = ['zoho.crm.getrelatedrecords', 'zoho.crm.v8.getrelatedrecords'];

/** Whether a call asks Zoho, or something else outside of the script. */
export function isTask({ name }: Call): boolean {
	return name.includes('.');
}

/** A task is a function that the caller of the translated script brings. */
export function task(node: Call, args: readonly Code[], translation: Translation): Code {
	if (RELATED.includes(node.name.toLowerCase())) return related(node, args, translation);
	const name = node.name.split('.').at(-1) ?? node.name;
	const list = args.map(({ text }) => text).join(', ');
	return code(translation.task(translation.names.ofTask(name), list), 'value', 0);
}

/** The list, the module and the record; what else a request can have is a map. */
function related(node: Call, args: readonly Code[], translation: Translation): Code {
	const [list, module, id, ...others] = args;
	const map = others.find(({ type }) => type === 'map');
	const numbers = others.filter(({ type }) => type === 'number');
	if (others.some((arg) => arg !== map && !numbers.includes(arg) && arg.type !== 'null')) {
		translation.note(node.at, 'the connection argument is left out.');
	}
	const pages = numbers.map(({ text }, index) => `${index === 0 ? 'page' : 'per_page'}: ${text}`);
	const query = queryText(map?.text, pages);
	const texts = [list, module].map((arg) => (arg ? asText(arg, translation).text : "''"));
	const parts = [...texts, id?.text ?? "''", ...(query === undefined ? [] : [query])];
	return code(translation.task('related', parts.join(', ')), 'rows', 0);
}

function queryText(map: string | undefined, pages: readonly string[]): string | undefined {
	if (pages.length === 0) return map;
	// What a map literal holds stands beside the pages.
	const entries = map === undefined ? [] : [/^\{ (.*) \}$/s.exec(map)?.[1] ?? `...${map}`];
	return `{ ${[...entries, ...pages].join(', ')} }`;
}

/** @param value translates an attribute's value */
export function block(
	node: Block,
	value: (attribute: Block['attributes'][number]) => Code,
	translation: Translation,
): Code {
	const entries = node.attributes.map((attribute) => {
		const word = wordIn(attribute);
		const text = word === undefined ? value(attribute).text : literal(word);
		return `${propertyKey(attribute.name)}: ${text}`;
	});
	const isUrl = node.name.toLowerCase() === 'invokeurl';
	const name = isUrl ? 'invokeUrl' : translation.names.ofTask(node.name);
	return code(translation.task(name, `{ ${entries.join(', ')} }`), 'value', 0);
}
