import type { INodeParameters } from 'n8n-workflow';
import { LABELS } from '../../helpers/labels';
import { isApiName, isFieldName } from '../../helpers/names';
import { shown } from '../../helpers/shown';
import { fixedTextOf, type KnownValue } from './knownValues';
import { optionsOf } from './options';
import { paginationOf } from './pagination';
import { parameterText, type Reach } from './parameterText';
import type { RelatedCall } from './crmRead';

export interface NodeParameters {
	parameters: INodeParameters;
	/** What the parameters do not say, a sentence each. */
	notes: string[];
}

/** The parameters of Get Related Records that read what a call of a script reads. */
export function relatedParameters(call: RelatedCall, reach: Reach): NodeParameters {
	const notes: string[] = [];
	const module = named(call.module, LABELS.module, reach, notes);
	const relatedList = named(call.relatedList, LABELS.relatedList, reach, notes);
	const recordId = parameterText(call.recordId, reach);
	if (recordId === undefined) {
		notes.push(`${LABELS.recordId} is not known before the script runs: fill it in.`);
	}
	const fields = fieldsOf(call, reach, notes);
	const pagination = paginationOf(call);
	const { options, notes: optionNotes } = optionsOf(call, reach);
	notes.push(...pagination.notes, ...optionNotes);
	if (call.hasConnection) notes.push("The node's credential takes the place of the connection.");
	return {
		parameters: {
			operation: 'getRelatedRecords',
			module: locator('name', module),
			recordId: locator('id', recordId ?? ''),
			relatedList: locator('name', relatedList),
			fields,
			...pagination.parameters,
			options,
		},
		notes,
	};
}

/** A name that is the same for every item; left empty where it is not, or is none. */
function named(value: KnownValue, label: string, reach: Reach, notes: string[]): string {
	const name = fixedTextOf(value);
	if (name !== undefined && isApiName(name)) return name;
	const text = name === undefined ? parameterText(value, reach) : undefined;
	notes.push(
		text === undefined
			? `${label} is not known before the script runs: choose it.`
			: `${label} differs between items.`,
	);
	return text ?? '';
}

function fieldsOf({ query }: RelatedCall, reach: Reach, notes: string[]): string | string[] {
	const value = query.get('fields');
	if (value === undefined) {
		notes.push('All fields are read. Choosing only the ones you need takes fewer requests.');
		return [];
	}
	const names = fixedTextOf(value);
	if (names !== undefined) return namesIn(names, notes);
	const text = parameterText(value, reach);
	if (text === undefined) notes.push('The fields are not known before the script runs.');
	return text ?? [];
}

/** n8n evaluates entries that begin with an equals sign, so only names come into the list. */
function namesIn(text: string, notes: string[]): string[] {
	const names = text
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	const others = names.filter((name) => !isFieldName(name));
	if (others.length > 0) {
		notes.push(`These are not field API names and were left out: ${shown(others.join(', '))}.`);
	}
	return names.filter(isFieldName);
}

/** A resource locator as n8n stores it. */
function locator(mode: 'name' | 'id', value: string): INodeParameters {
	return { __rl: true, mode, value };
}
