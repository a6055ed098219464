import type { NodeExecutionHint } from 'n8n-workflow';
import type { Confidence, Row } from '../../helpers/types';
import type { Usage } from '../../transport/responses/withUsage';
import { SearchHints, type SearchOutcome } from './searchHints';

const MAX_REMARKS = 20;

/** Collects what users should know of a run that is no failure, and tells it as n8n's hints. */
export class Hints {
	private emptyItems = 0;
	private filteredItems = 0;
	private bareItems = 0;
	private readonly miscounts: { counted: number; rows: number }[] = [];
	private changedItems = 0;
	private uncheckedItems = 0;
	private itemsWithOthers = 0;
	private cutItems = 0;
	private readonly limits = new Set<number>();
	private readonly chosenFields = new Set<string>();
	private readonly seenFields = new Set<string>();
	private readonly remarks = new Set<string>();
	private readonly searches = new SearchHints();
	private readonly uncounted = new Set<string>();
	/** Input items that were to be read by query and were not, by the reason. */
	private readonly notQueried = new Map<string, number>();

	/**
	 * @param chosen fields the user asked for by name; empty when all were read
	 * @param isFiltered whether there may be other rows that were not asked for
	 */
	addRows(rows: readonly Row[], chosen: readonly string[], isFiltered: boolean): void {
		if (rows.length === 0) {
			this[isFiltered ? 'filteredItems' : 'emptyItems'] += 1;
			return;
		}
		if (chosen.length === 0 && rows.every(isBare)) this.bareItems += 1;
		for (const field of chosen) this.chosenFields.add(field);
		for (const field of chosen) {
			if (this.seenFields.has(field)) continue;
			if (rows.some((row) => hasField(row, field))) this.seenFields.add(field);
		}
	}

	/** What a script does otherwise than in Zoho; told once, however often it comes. */
	addRemark(message: string): void {
		this.remarks.add(message);
	}

	/** What a search found, where that is nothing, or not all. */
	addSearch(outcome: SearchOutcome): void {
		this.searches.add(outcome);
	}

	/**
	 * @param rows number of rows read
	 * @param counted the same by Zoho's count, where it was asked
	 */
	addCount(rows: number, counted: number | undefined): void {
		if (counted !== undefined && counted !== rows) this.miscounts.push({ counted, rows });
	}

	/** What an AI agent gets of files. */
	addMetadataOnly(): void {
		this.addRemark(
			'As a tool of an AI agent, the node returns names, sizes and links of files, not the files.',
		);
	}

	/** Related lists that Zoho did not count. */
	addUncounted(relatedLists: readonly string[]): void {
		for (const relatedList of relatedLists) this.uncounted.add(relatedList);
	}

	/**
	 * @param limit rows wanted at most
	 * @param hasMore whether there are others
	 */
	addLimit(limit: number, hasMore: boolean): void {
		if (!hasMore) return;
		this.cutItems += 1;
		this.limits.add(limit);
	}

	/** Notes that an item was not read by query. @param reason ends the sentence "..., as" */
	addNotQueried(reason: string): void {
		this.notQueried.set(reason, (this.notQueried.get(reason) ?? 0) + 1);
	}

	/** Notes whether a list changed while it was read. */
	addConfidence(confidence: Confidence): void {
		if (confidence === 'changed') this.changedItems += 1;
		if (confidence === 'unchecked') this.uncheckedItems += 1;
	}

	/** Notes that Zoho gave rows that were not asked for. */
	addOthers(): void {
		this.itemsWithOthers += 1;
	}

	/** @param items number of input items */
	list(items: number, usage: Usage): NodeExecutionHint[] {
		const messages = [
			this.cut(items),
			this.nothingRelated(items),
			this.nothingMatches(items),
			this.absentFields(),
			this.bareRows(items),
			this.changed(items),
			this.uncountedLists(),
			this.unchecked(items),
			this.miscount(items),
			this.others(items),
			...this.readThroughLists(items),
			...this.searches.list(items),
			...[...this.remarks].slice(0, MAX_REMARKS),
			this.remarksLeft(),
			used(usage),
		];
		return messages.flatMap((message) =>
			message === undefined ? [] : [{ message, type: 'info', location: 'outputPane' }],
		);
	}

	private cut(items: number): string | undefined {
		if (this.cutItems === 0) return undefined;
		const [limit, ...others] = this.limits;
		const than = others.length === 0 ? `${limit} ${limit === 1 ? 'row' : 'rows'}` : 'their limits';
		const who = items === 1 ? 'The record has' : `${this.cutItems} of ${items} records have`;
		return `${who} more than ${than}: raise Limit or switch on Return All.`;
	}

	private nothingRelated(items: number): string | undefined {
		if (this.emptyItems === 0) return undefined;
		return items === 1
			? 'Nothing is related to this record in Zoho CRM.'
			: `Nothing is related for ${this.emptyItems} of ${items} input items.`;
	}

	private nothingMatches(items: number): string | undefined {
		if (this.filteredItems === 0) return undefined;
		return items === 1
			? 'No related record matches the filters.'
			: `No related record matches the filters for ${this.filteredItems} of ${items} input items.`;
	}

	private changed(items: number): string | undefined {
		if (this.changedItems === 0) return undefined;
		const where = items === 1 ? 'The list' : `The lists of ${this.changedItems} input items`;
		return `${where} changed while being read, so rows may be missing. Run the node again.`;
	}

	private unchecked(items: number): string | undefined {
		if (this.uncheckedItems === 0) return undefined;
		const where = items === 1 ? 'this list' : `the lists of ${this.uncheckedItems} input items`;
		return `Zoho offers no way to check whether ${where} changed while being read.`;
	}

	private miscount(items: number): string | undefined {
		const [first] = this.miscounts;
		if (first === undefined) return undefined;
		const numbers = `Zoho counted ${first.counted} rows but ${first.rows} were read`;
		const where =
			items === 1
				? ''
				: `, the first of ${this.miscounts.length} such lists among ${items} input items`;
		return `${numbers}${where}. Rows were added or deleted meanwhile, or your Zoho user cannot see all of them.`;
	}

	private others(items: number): string | undefined {
		if (this.itemsWithOthers === 0) return undefined;
		const where = items === 1 ? '' : ` for ${this.itemsWithOthers} of ${items} input items`;
		return `Zoho returned related records that are not among the Record IDs${where}. They were left out.`;
	}

	private readThroughLists(items: number): string[] {
		return [...this.notQueried].map(([reason, count]) => {
			const what = items === 1 ? 'The rows' : `The rows of ${count} of ${items} input items`;
			return `${what} were read through the related list, not by query, as ${reason}.`;
		});
	}

	private remarksLeft(): string | undefined {
		const left = this.remarks.size - MAX_REMARKS;
		if (left <= 0) return undefined;
		return left === 1 ? '1 more remark is not shown.' : `${left} more remarks are not shown.`;
	}

	private bareRows(items: number): string | undefined {
		if (this.bareItems === 0) return undefined;
		const where = items === 1 ? '' : ` for ${this.bareItems} of ${items} input items`;
		return `Zoho returned only IDs${where}: the rows have none of the fields that Zoho reports for them. Choose the fields to read.`;
	}

	private uncountedLists(): string | undefined {
		if (this.uncounted.size === 0) return undefined;
		return `Zoho did not count these related lists, so they are not in the total: ${[...this.uncounted].join(', ')}. The reasons are under 'refused'.`;
	}

	private absentFields(): string | undefined {
		const absent = [...this.chosenFields].filter((field) => !this.seenFields.has(field));
		if (absent.length === 0) return undefined;
		return `Zoho returned no row with these fields, so they are missing: ${absent.join(', ')}.`;
	}
}

/** System keys, such as those of the timeline's rows, are no fields that were asked for. */
function isBare(row: Row): boolean {
	return Object.keys(row).every((key) => key === 'id' || key.startsWith('$'));
}

/** A field named by its module or lookup, `Deals_X_Products.Product`, comes under a part of its name. */
function hasField(row: Row, field: string): boolean {
	const parts = field.split('.');
	return [field, parts[0], parts.at(-1)].some(
		(key) => key !== undefined && Object.hasOwn(row, key),
	);
}

function used({ calls, creditsRemaining }: Usage): string | undefined {
	if (calls === 0) return undefined;
	const count = `${calls} Zoho API ${calls === 1 ? 'call' : 'calls'} used.`;
	return creditsRemaining === undefined
		? count
		: `${count} Zoho reports ${creditsRemaining} API credits left for these 24 hours.`;
}
