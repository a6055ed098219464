import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../helpers/labels';
import { ZohoError } from '../helpers/zohoError';
import { properties } from './description';

/** Words that stand for a parameter without naming it. */
const MEANINGS: readonly (readonly [RegExp, readonly string[]])[] = [
	[/\bLimit\b/, [LABELS.limit]],
	[/\bfields?\b/, [LABELS.fields]],
	[/\brelated list\b/i, [LABELS.relatedList, LABELS.relatedLists]],
];

/**
 * A refusal whose way out an operation has: texts for Zoho's refusals are written for all operations,
 * and what names a parameter that this one lacks leads nowhere. What the node itself refuses is told
 * by the operation in its own words.
 * @param operation value of the parameter Operation
 */
export function withOwnAdvice(failure: ZohoError, operation: unknown): ZohoError {
	if (failure.httpStatusCode === null) return failure;
	const own = labelsOf(operation);
	const sentences = failure.resolution.split(/(?<=\.) /);
	const kept = sentences.filter((sentence) => isWithin(own, sentence));
	if (kept.length === sentences.length) return failure;
	const { message, code, httpStatusCode, details, subject } = failure;
	return new ZohoError({
		message,
		code,
		resolution: kept.length > 0 ? kept.join(' ') : otherAdvice(own),
		httpStatusCode: httpStatusCode ?? undefined,
		details,
		subject,
	});
}

function otherAdvice(own: ReadonlySet<string>): string {
	const version = own.has(LABELS.apiVersion) ? 'try another API Version under Options, or ' : '';
	return `Run the node again later. If it keeps happening, ${version}report it to the maintainers of this node.`;
}

/** Whether a sentence names nothing but what is there. */
function isWithin(own: ReadonlySet<string>, sentence: string): boolean {
	const lacking = Object.values(LABELS).filter((label) => !own.has(label));
	const isNamed = (label: string) => sentence.includes(label.includes(' ') ? label : `'${label}'`);
	const isMeant = MEANINGS.some(
		([words, labels]) => words.test(sentence) && !labels.some((label) => own.has(label)),
	);
	return !isMeant && !lacking.some(isNamed);
}

/** Display names of the parameters and options of an operation. */
function labelsOf(operation: unknown): ReadonlySet<string> {
	const shown = properties.filter(({ displayOptions }) => {
		const operations = displayOptions?.show?.operation;
		return operations?.some((name) => name === operation) ?? true;
	});
	return new Set(shown.flatMap((property) => [property.displayName, ...optionLabels(property)]));
}

function optionLabels({ options = [] }: INodeProperties): string[] {
	return options.flatMap((option) => ('displayName' in option ? [option.displayName] : []));
}
