import type { ModuleDef, Row, Value } from '../data/types';
import { errors } from '../errors';

export type Filter = (row: Row) => boolean;

const LIMIT = 10;
const CONDITION = /\((\w+):(equals|starts_with):((?:\\.|[^()\\])*)\)/gs;

/**
 * What a `criteria` parameter selects: conditions in brackets, joined from left to right by `and`
 * and `or`, ten at most (Zoho: Search Records v7; Deluge: searchRecords).
 */
export function criteriaFilter(module: ModuleDef, criteria: string): Filter {
	const conditions: Filter[] = [];
	const whole = criteria.startsWith('(') ? criteria : `(${criteria})`;
	const shape = whole.replace(CONDITION, (_all, name: string, comparator: string, raw: string) => {
		if (!module.fields.some(({ apiName }) => apiName === name)) throw invalid();
		const wanted = raw.replace(/\\(.)/gs, '$1').toLowerCase();
		conditions.push(condition(name, comparator, wanted));
		return ` ${conditions.length - 1} `;
	});
	if (conditions.length > LIMIT || !/^[\d\s()andor]*$/.test(shape)) throw invalid();
	const words = shape.match(/[()]|\w+/g) ?? [];
	const filter = joined(words, conditions);
	if (words.length > 0) throw invalid();
	return filter;
}

function condition(name: string, comparator: string, wanted: string): Filter {
	return (row) =>
		textsOf(row[name]).some((text) =>
			comparator === 'equals' ? text === wanted : text.startsWith(wanted),
		);
}

/** Takes one criterion, and those joined to it, off the words. */
function joined(words: string[], conditions: readonly Filter[]): Filter {
	let filter = single(words, conditions);
	while (words[0] === 'and' || words[0] === 'or') {
		const [first, isAnd] = [filter, words.shift() === 'and'];
		const second = single(words, conditions);
		filter = (row) => (isAnd ? first(row) && second(row) : first(row) || second(row));
	}
	return filter;
}

function single(words: string[], conditions: readonly Filter[]): Filter {
	const word = words.shift();
	const found = word === '(' ? joined(words, conditions) : conditions[Number(word)];
	if (!found || (word === '(' && words.shift() !== ')')) throw invalid();
	return found;
}

/** A lookup is found by its id and by its name. */
function textsOf(value: Value | undefined): string[] {
	if (value === null || value === undefined) return [];
	if (typeof value !== 'object') return [String(value).toLowerCase()];
	return 'id' in value && 'name' in value ? [value.id, value.name].flatMap(textsOf) : [];
}

const invalid = (): Error => errors.invalidQuery('invalid criteria');
