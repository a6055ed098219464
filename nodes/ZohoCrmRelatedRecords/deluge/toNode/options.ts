import { API_VERSIONS, DEFAULT_API_VERSION } from '../../helpers/constants';
import { fixedTextOf } from './knownValues';
import { parameterText, type Reach } from './parameterText';
import type { RelatedCall } from './crmRead';

interface TranslatedOptions {
	options: Record<string, string>;
	notes: string[];
}

/** Names of the node's options by the request parameters they stand for. */
const OPTIONS: ReadonlyMap<string, string> = new Map([
	['sort_by', 'sortBy'],
	['sort_order', 'sortOrder'],
	['ids', 'ids'],
	['converted', 'converted'],
]);
/** Parameters that have a place elsewhere in the node. */
const ELSEWHERE: readonly string[] = ['fields', 'page', 'per_page', 'page_token'];

/** The node's options for the parameters of a request. */
export function optionsOf(call: RelatedCall, reach: Reach): TranslatedOptions {
	const options: Record<string, string> = {};
	const notes: string[] = [];
	for (const [name, value] of call.query) {
		const option = OPTIONS.get(name);
		const text = parameterText(value, reach);
		if (option !== undefined && text !== undefined) options[option] = text;
		else if (!ELSEWHERE.includes(name)) {
			notes.push(`The parameter '${name}' has no counterpart in the node.`);
		}
	}
	if (!call.isQueryKnown) {
		notes.push('The script builds its parameters while it runs: compare them by hand.');
	}
	if (fixedTextOf(call.relatedList) === 'Notes' && !call.query.has('sort_by')) {
		options.sortOrder = 'asc';
		notes.push('Zoho returns notes oldest first, so Sort Order is ascending.');
	}
	return versioned(call, options, notes);
}

function versioned(
	{ version }: RelatedCall,
	options: Record<string, string>,
	notes: string[],
): TranslatedOptions {
	if (version === undefined || version === DEFAULT_API_VERSION) return { options, notes };
	if (API_VERSIONS.some((known) => known === version)) {
		return { options: { ...options, apiVersion: version }, notes };
	}
	const note = `The script uses API version ${version}; the node uses ${DEFAULT_API_VERSION}, and can use ${API_VERSIONS.slice(1).join(' or ')}.`;
	return { options, notes: [...notes, note] };
}
