import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'peggy';
import { ZohoError } from '../errors';

export type Comparison =
	| { kind: 'empty' | 'filled'; field: string }
	| { kind: 'in'; field: string; values: string[]; not: boolean }
	| { kind: 'like'; field: string; value: string; not: boolean }
	| { kind: 'between'; field: string; low: string; high: string; not: boolean }
	| { kind: 'comparison'; field: string; operator: string; value: string };

export interface Junction {
	kind: 'and' | 'or';
	left: Condition;
	right: Condition;
}

export type Condition = Comparison | Junction;

export interface Column {
	aggregate?: string;
	field: string;
	/** As the answer names it. */
	name: string;
}

/** A query as its text says it. */
export interface Query {
	columns: Column[];
	module: string;
	where: Condition | null;
	groupBy: string[];
	orderBy: { field: string; descending: boolean }[];
	limit: { count: number | null; offset: number } | null;
}

const parser = generate(readFileSync(join(__dirname, 'coql.peggy'), 'utf8'));

/**
 * Reads a query.
 * @throws ZohoError SYNTAX_ERROR
 */
export function parseQuery(text: string): Query {
	let query: Query;
	try {
		query = parser.parse(text) as Query;
	} catch (error) {
		if (!(error instanceof parser.SyntaxError)) throw error;
		const { line, column, offset } = error.location.start;
		throw syntaxError({ line, column, near: text.slice(offset, offset + 20) });
	}
	if (query.where === null) throw syntaxError({ clause: 'where' }, 'missing clause');
	return query;
}

/** All comparisons of a condition. */
export function comparisonsIn(condition: Condition | null): Comparison[] {
	if (condition === null) return [];
	if (!('left' in condition)) return [condition];
	return [...comparisonsIn(condition.left), ...comparisonsIn(condition.right)];
}

/** All fields that a query names. */
export function fieldsIn({ columns, where, groupBy, orderBy }: Query): string[] {
	return [...columns, ...comparisonsIn(where), ...orderBy]
		.map(({ field }) => field)
		.concat(groupBy);
}

function syntaxError(details: Record<string, unknown>, message = 'syntax error'): ZohoError {
	return new ZohoError(400, 'SYNTAX_ERROR', message, details);
}
