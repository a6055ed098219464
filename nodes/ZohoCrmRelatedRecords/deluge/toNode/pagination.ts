import { MAX_PAGE_SIZE } from '../../helpers/constants';
import { fixedTextOf, type KnownValue } from './knownValues';
import type { RelatedCall } from './crmRead';

interface RelatedPaging {
	parameters: Record<string, string | number | boolean>;
	notes: string[];
}

const RETURN_ALL = { returnAll: true };

/** Limit and Return All for the page that a script asks for. */
export function paginationOf({ query }: RelatedCall): RelatedPaging {
	if (query.has('page_token')) {
		return {
			parameters: RETURN_ALL,
			notes: ['The script follows page tokens. Return All does that by itself.'],
		};
	}
	const page = wholeNumber(query.get('page'), 1);
	const size = wholeNumber(query.get('per_page'), MAX_PAGE_SIZE);
	if (page === undefined || size === undefined) {
		return {
			parameters: RETURN_ALL,
			notes: ['The script computes its pages. Return All reads all of them.'],
		};
	}
	const limit = page * Math.min(size, MAX_PAGE_SIZE);
	return {
		parameters: { returnAll: false, limit },
		notes: [
			page > 1
				? `The script reads only page ${page}. The node reads from the first row, so Limit includes the pages before it.`
				: `Limit is ${limit}, the most rows that the script can read. Turn on Return All for every row.`,
		],
	};
}

/** @returns undefined for a value that differs from item to item, or is no whole number */
function wholeNumber(value: KnownValue | undefined, preset: number): number | undefined {
	if (value === undefined || value.kind === 'null') return preset;
	const text = fixedTextOf(value) ?? '';
	return /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : undefined;
}
