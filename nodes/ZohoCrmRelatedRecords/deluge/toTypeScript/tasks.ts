import type { Block, Call } from '../language/ast';
import { wordIn } from '../language/blocks';
import { LEGACY_TASK, V8_TASK } from '../toNode/readTasks';
import { text, type Code, type Entry } from './code';
import { FUNCTIONS } from './functions';
import { plainText } from './methods/method';
import { isNumeric } from './types';

/** Whether a call asks Zoho, or something else outside of the script. */
export function isTask({ name }: Call): boolean {
	return name.includes('.') && !FUNCTIONS.has(name.toLowerCase());
}

export function isRelatedTask({ name }: Call): boolean {
	return [LEGACY_TASK, V8_TASK].includes(name.toLowerCase());
}

/** A task is a function that the caller of the translated script brings. */
export function task(node: Call, args: readonly Code[], note: (text: string) => void): Code {
	if (isRelatedTask(node)) return related(args, note);
	const name = node.name.split('.').at(-1) ?? node.name;
	// Web Crypto has no MD5, and n8n's Code node does not load Node's crypto unless it is allowed to.
	if (node.name.toLowerCase().startsWith('zoho.encryption.')) {
		note(`'${node.name}' has no translation: the caller must provide it as '${name}'.`);
	}
	return { kind: 'task', name, args, type: 'value' };
}

/** The list, the module and the record; what else a request can have is a map. */
function related(args: readonly Code[], note: (text: string) => void): Code {
	const [list = text(''), module = text(''), id = text(''), ...others] = args;
	const map = others.find(({ type }) => type === 'map');
	const numbers = others.filter(({ type }) => isNumeric(type));
	if (others.some((arg) => arg !== map && !numbers.includes(arg) && arg.type !== 'null')) {
		note('The connection argument is left out.');
	}
	const query = [...entriesOf(map), ...numbers.slice(0, 2).map(pageEntry)];
	const queries: Code[] = query.length === 0 ? [] : [{ kind: 'map', entries: query, type: 'map' }];
	const isWhole = map !== undefined && numbers.length === 0;
	return {
		kind: 'task',
		name: 'related',
		args: [plainText(list), plainText(module), id, ...(isWhole ? [map] : queries)],
		type: 'rows',
	};
}

function entriesOf(map: Code | undefined): readonly Entry[] {
	if (map === undefined) return [];
	return map.kind === 'map' ? map.entries : [{ value: map }];
}

function pageEntry(value: Code, index: number): Entry {
	return { key: index === 0 ? 'page' : 'per_page', value };
}

/** @param value translates an attribute's value */
export function block(node: Block, value: (attribute: Block['attributes'][number]) => Code): Code {
	const entries = node.attributes.map((attribute): Entry => {
		const word = wordIn(attribute);
		return { key: attribute.name, value: word === undefined ? value(attribute) : text(word) };
	});
	const name = node.name.toLowerCase() === 'invokeurl' ? 'invokeUrl' : node.name;
	return { kind: 'task', name, args: [{ kind: 'map', entries, type: 'map' }], type: 'value' };
}
