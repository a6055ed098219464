import { MAX_TOKEN_ROWS } from '../../helpers/constants';
import { compareIds } from '../../helpers/ids';
import type { Row } from '../../helpers/types';
import { bridgeGaps } from './bridges';
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
 * Reads a long list from both of its ends at once: numbered pages first, then page tokens, as many
 * rows as the count says. Nothing proves that these pages touch, so what was read counts only if the
 * two sides met, as many rows were read as were counted before and after, and none was created. Page
 * 1 was on its way together with the count, which may not cover it: so page 2 shares a row with it.
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
	// A count that is too low leaves a gap, and shows it only where the sides have no row in common.
	if (!haveMet(up, down) && !(await up.readNext())) await down.readNext();
	const start = await bridgeGaps(upWalk, [first, ...up.segments().slice(0, 1)]);
	const rows = rowsOf([...start.segments, ...up.segments(), ...down.segments()], 'asc');
	if (!start.isWhole || !haveMet(up, down)) return { rows, confidence: 'changed' };
	const { after, changes } = await askAfterwards(list, count);
	const isExact = rows.length === count && confidenceOf(count, after, changes) === 'whole';
	return { rows, confidence: isExact ? 'whole' : 'changed' };
}

function haveMet(up: End, down: End): boolean {
	const [below, above] = [up.lastRow(), down.lastRow()];
	return below !== undefined && above !== undefined && compareIds(below.id, above.id) >= 0;
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
		const at = async (span: Span) => await walk.at(span);
		// The last one goes before the others, as the chain hangs on it.
		const last = spans.slice(-1).map(at);
		const pages = Promise.all([...spans.slice(0, -1).map(at), ...last]);
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

	/** Takes the page after those read so far. @returns false when Zoho gives none */
	async readNext(): Promise<boolean> {
		const last = this.segments().at(-1);
		if (last === undefined || !this.leadsOn(last)) return false;
		await this.follow(last);
		return true;
	}

	/** What was read so far. */
	segments(): Segment[] {
		const isCut = this.numbered.length < this.spans.length;
		return isCut ? this.numbered : [...this.numbered, ...this.chain];
	}

	lastRow(): Row | undefined {
		return this.segments()
			.flatMap(({ rows }) => rows)
			.at(-1);
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
