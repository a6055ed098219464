import type { ModuleDef, Row } from '../data/types';
import { errors } from '../errors';
import type { Filter } from './searchCriteria';
import { criteriaFilter } from './searchCriteria';

const SHORTEST_WORD = 2;

/** Which records a search finds: by word, criteria, email or phone, without regard to case. */
export function searchFilter(module: ModuleDef, query: Record<string, string>): Filter {
	if (query.criteria !== undefined) return criteriaFilter(module, query.criteria);
	if (query.email !== undefined) return typedFilter(module, 'email', query.email);
	if (query.phone !== undefined) return typedFilter(module, 'phone', query.phone);
	if (query.word !== undefined) return wordFilter(module, query.word);
	throw errors.missingParam('criteria');
}

function typedFilter(module: ModuleDef, dataType: string, value: string): Filter {
	const names = namesOf(module, [dataType]);
	return (row) => names.some((name) => textOf(row, name) === value.toLowerCase());
}

function wordFilter(module: ModuleDef, word: string): Filter {
	if (word.trim().length < SHORTEST_WORD) throw errors.invalidQuery('word is too short');
	const names = namesOf(module, ['text', 'email', 'phone', 'textarea']);
	const wanted = ` ${word.trim().toLowerCase()}`;
	return (row) => names.some((name) => ` ${textOf(row, name)}`.includes(wanted));
}

function namesOf(module: ModuleDef, dataTypes: readonly string[]): string[] {
	return module.fields
		.filter(({ dataType }) => dataTypes.includes(dataType))
		.map(({ apiName }) => apiName);
}

function textOf(row: Row, name: string): string {
	const value = row[name];
	return typeof value === 'string' ? value.toLowerCase() : '';
}
