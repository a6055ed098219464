/** One search, as far as hints tell of it. */
export interface SearchOutcome {
	/** What was searched for, such as `in module 'Leads' by text: Dach`. */
	search: string;
	/** Number of records found. */
	found: number;
	/** Records wanted at most. */
	limit: number;
	/** Whether the limit left out records. */
	hasMore: boolean;
	/** Records that Zoho gives of one search at most. */
	most: number;
}

interface Text {
	/** What Zoho found, for the one input item. */
	one(outcome: SearchOutcome): string;
	/** The same for several. */
	several: string;
	/** What to do about it. */
	advice: string;
}

const EMPTY: Text = { one: () => 'no record', several: 'no record', advice: '' };
const CUT: Text = {
	one: ({ limit }) => `more than ${limit} records`,
	several: 'more records than Limit',
	advice: '. Raise Limit, or search for something narrower.',
};
const FULL: Text = {
	one: ({ most }) => `${most} records`,
	several: 'as many records as it returns of one search',
	advice: '. Zoho returns no more of one search, so search for something narrower.',
};

/** Counts the searches that found nothing, or more than was returned. */
export class SearchHints {
	private readonly counts = new Map<Text, { count: number; first: SearchOutcome }>();

	add(outcome: SearchOutcome): void {
		const text = textOf(outcome);
		if (text === undefined) return;
		const { count, first } = this.counts.get(text) ?? { count: 0, first: outcome };
		this.counts.set(text, { count: count + 1, first });
	}

	/** @param items number of input items */
	list(items: number): string[] {
		return [...this.counts].map(([{ one, several, advice }, { count, first }]) => {
			const what =
				items === 1
					? `${one(first)} ${first.search}`
					: `${several} for ${count} of ${items} input items, for example ${first.search}`;
			return `Zoho found ${what}${advice}`;
		});
	}
}

/** @returns undefined where there is nothing to tell */
function textOf({ found, hasMore, most }: SearchOutcome): Text | undefined {
	if (found === 0) return EMPTY;
	if (found >= most) return FULL;
	return hasMore ? CUT : undefined;
}
