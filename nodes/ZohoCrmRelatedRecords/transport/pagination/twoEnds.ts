import { MAX_TOKEN_ROWS } from '../../helpers/constants';
import { askAfterwards, confidenceOf } from './confidence';
import { rowsOf } from './coverage';
import type { Reading } from './list';
import { cutAtEnd } from './listEnd';
import type { Segment } from './page';
import { PageWalk } from './pageWalk';
import { lastEndOf, planTwoEnds, type Span } from './pagePlan';

/** Rows between the numbered pages of both ends that nobody has asked for yet. */
interface Between {
	rows: number;
}

/**
 * Reads a long list from both of its ends at once: numbered pages first, then page tokens, until one
 * row more was asked for than were counted. Nothing proves that these pages touch, so what was read
 * counts only if as many rows came as were counted before and after, and none was created. Where the
 * count is too low, the row more shows it. A row that hides the loss of another one among so many was
 * read itself, so the times of the rows tell whether it is new, where they are among the fields.
 *
 * Page 1 was on its way before the count, which may not cover it. So the page behind it begins
 * a row earlier: when rows leave page 1 before the list is counted, there is one too many.
 * @param first page 1 from the smallest ID on
 * @param count rows of the list by Zoho's count
 * @throws ZohoError
 */
export async function readTwoEnds(
	upWalk: PageWalk,
	first: Segment,
	count: number,
): Promise<Reading> {
	const { list } = upWalk;
	const plan = planTwoEnds(count, list.pageSize);
	const between: Between = { rows: plan.between };
	const up = new End(upWalk, plan.up);
	const down = new End(new PageWalk(list, 'desc'), plan.down);
	await Promise.all([up.read(between), down.read(between)]);
	const rows = rowsOf([first, ...up.segments(), ...down.segments()], 'asc');
	const hasCreated = list.hasCreated?.(rows);
	if (rows.length !== count || hasCreated === true) return { rows, confidence: 'changed' };
	const { after, changes } = await askAfterwards(list, count, hasCreated);
	const isWhole = confidenceOf(count, after, changes) === 'whole';
	return { rows, confidence: isWhole ? 'whole' : 'changed' };
}

/** One end of the list: numbered pages, and a chain of page tokens that begins at the last of them. */
class End {
	private readonly chain: Segment[] = [];
	private numbered: Segment[] = [];

	/** @param spans numbered pages to read */
	constructor(
		private readonly walk: PageWalk,
		private readonly spans: readonly Span[],
	) {}

	/** Reads the numbered pages, and with what others leave the pages between the ends. */
	async read(between: Between): Promise<void> {
		const { walk, spans } = this;
		const last = spans.slice(-1).map(async (span) => await walk.leading(span));
		const others = spans.slice(0, -1).map(async (span) => await walk.at(span));
		const pages = Promise.all([...others, ...last]);
		const numbered = pages.then(async (read) => {
			this.numbered = await cutAtEnd(walk, read);
		});
		await Promise.all([numbered, ...last.map(async (lead) => await this.readOn(lead, between))]);
	}

	/** Takes pages between the ends, one by one, as long as some are left and Zoho gives any. */
	private async readOn(lead: Promise<Segment>, between: Between): Promise<void> {
		let last = await lead;
		const { perPage } = last;
		while (between.rows > 0 && this.leadsOn(last)) {
			between.rows -= perPage;
			last = await this.follow(last);
		}
	}

	/** What was read so far. */
	segments(): Segment[] {
		const isCut = this.numbered.length < this.spans.length;
		return isCut ? this.numbered : [...this.numbered, ...this.chain];
	}

	private async follow(last: Segment): Promise<Segment> {
		const next = await this.walk.follow(last);
		this.chain.push(next);
		return next;
	}

	private leadsOn({ page, perPage }: Segment): boolean {
		const read = lastEndOf(this.spans) + this.chain.length * perPage;
		return page.moreRecords && page.nextPageToken !== undefined && read < MAX_TOKEN_ROWS;
	}
}
