import type { Block, Call, Expression } from '../language/ast';
import { attributeOf, httpMethodOf } from '../language/blocks';

const WRITING_BLOCKS: readonly string[] = [
	'sendmail',
	'sendsms',
	'pushnotification',
	'posturl',
	'invokeapi',
];
const WRITING_FUNCTIONS: readonly string[] = ['posturl', 'sendmail', 'openurl'];
const WRITING_METHODS: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** How the names of Zoho's tasks that change something begin. */
const WRITING_VERBS =
	/^(add|associate|attach|bulk|cancel|convert|copy|create|delete|insert|invokeconnector|invokecustom|mark|merge|move|post|publish|put|raise|remove|rename|revoke|send|set|share|submit|update|upload|upsert)/i;

/**
 * What a call or block would write, by name.
 * @returns undefined where it only reads, or is nothing known
 */
export function writtenBy(node: Call | Block): string | undefined {
	const name = node.name.toLowerCase();
	if (node.kind === 'call') {
		const isTask =
			/^zoho\.(?!file\.)/.test(name) && WRITING_VERBS.test(name.split('.').at(-1) ?? '');
		return isTask || WRITING_FUNCTIONS.includes(name) ? node.name : undefined;
	}
	if (WRITING_BLOCKS.includes(name)) return node.name;
	if (name !== 'invokeurl') return undefined;
	const method = httpMethodOf(node);
	const isDecidedLater = method === 'POST' && mayBeQuery(node);
	return WRITING_METHODS.includes(method) && !isDecidedLater && !leadsElsewhere(node)
		? `${node.name} ${method}`
		: undefined;
}

/**
 * Whether an address is that of queries, which only read, or is not written out: then its value
 * decides.
 */
function mayBeQuery(node: Block): boolean {
	const start = leading(attributeOf(node, 'url')?.value);
	const [, path] = /^https?:\/\/[^/]+\/crm\/v[\d.]+\/(.*)$/s.exec(start) ?? [];
	return path === undefined ? !/^https?:\/\/[^/]+\/./.test(start) : /^coql\/?(\?|$)/.test(path);
}

/**
 * Whether the address is written out, and not in Zoho CRM: then it is not available at all, which
 * shows when the script gets there.
 */
function leadsElsewhere(node: Block): boolean {
	const start = leading(attributeOf(node, 'url')?.value);
	const [, path] = /^https?:\/\/[^/]+\/(.*)$/s.exec(start) ?? [];
	return path !== undefined && path.length >= 4 && !path.startsWith('crm/');
}

/** The text an expression begins with, as far as it is written out. */
function leading(expression: Expression | undefined): string {
	if (expression?.kind === 'text') return expression.value;
	return expression?.kind === 'binary' && expression.operator === '+'
		? leading(expression.left)
		: '';
}
