import { MAX_TOKEN_ROWS } from '../../helpers/constants';
import { compareIds } from '../../helpers/ids';
import type { Row } from '../../helpers/types';
import { askAfterwards, confidenceOf } from './confidence';
import { rowsOf } from './coverage';
import type { Reading } from './list';
import { cutAtEnd } from './listEnd';
import type { Segment } from './page';
import { PageWalk } from './pageWalk';
import { planTwoEnds } from './spans';

/** Pages between the numbered ones of both ends that nobody has asked for yet. */
interface Between {
	pages: number;
}

/**
 * Reads a long list from both of its ends at once: numbered pages first, then page tokens, as many
 * pages as the count says. Nothing proves that its pages touch, so what was read counts only if the
 * two sides met, as many rows were read as were counted before and after, and none was created.
 * @param count rows of the list by Zoho's count
 * @throws ZohoError
 */
export async function readTwoEnds(upWalk: PageWalk, count: number): Promise<Reading> {
	const { list } = upWalk;
	const plan = planTwoEnds(count, list.pageSize);
	const between: Between = { pages: plan.between };
	const downWalk = new PageWalk(list, 'desc');
	// Page 1 was on its way together with the count: what was read before it is not covered by it.
	const up = new End(upWalk, plan.up);
	const down = new End(downWalk, plan.down);
	await Promise.all([up.read(between), down.read(between)]);
	// Where the pages fit the rows exactly, only one more can tell that nothing is between them.
	if (!haveMet(up, down) && !(await up.readNext())) await down.readNext();
	const rows = rowsOf([...up.segments(), ...down.segments()], 'asc');
	if (!haveMet(up, down)) return { rows, confidence: 'changed' };
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

	/** @param pages numbered pages to read */
	constructor(
		private readonly walk: PageWalk,
		private readonly pages: number,
	) {}

	/** Reads the numbered pages, and with what others leave the pages between the ends. */
	async read(between: Between): Promise<void> {
		const { walk, pages } = this;
		const perPage = walk.list.pageSize;
		// The last one goes before the others, as the chain hangs on it.
		const last = walk.at({ page: pages, perPage });
		const others = Array.from(
			{ length: pages - 1 },
			async (_, index) => await walk.at({ page: index + 1, perPage }),
		);
		const numbered = Promise.all([...others, last]).then(async (read) => {
			this.numbered = await cutAtEnd(walk, read);
		});
		await Promise.all([numbered, this.readOn(last, between)]);
	}

	/** Takes pages between the ends, one by one, as long as some are left and Zoho gives any. */
	private async readOn(lead: Promise<Segment>, between: Between): Promise<void> {
		let last = await lead;
		while (between.pages > 0 && this.leadsOn(last)) {
			between.pages -= 1;
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
		const isCut = this.numbered.length < this.pages;
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

	private leadsOn({ page }: Segment): boolean {
		const read = (this.pages + this.chain.length) * this.walk.list.pageSize;
		return page.moreRecords && page.nextPageToken !== undefined && read < MAX_TOKEN_ROWS;
	}
}
