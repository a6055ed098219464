import { MAX_TOKEN_ROWS } from '../../helpers/constants';
import { compareIds } from '../../helpers/ids';
import type { Row } from '../../helpers/types';
import { readOneByOne } from './oneByOne';
import { inOrder, isStillFirst } from './overlapped';
import type { FetchPage, Step } from './page';
import { planTwoEnds } from './plan';
import { Walk } from './pageWalk';

/** Pages between the numbered ones of both ends that nobody has asked for yet. */
interface Between {
	pages: number;
}

/**
 * Reads a whole list from both of its ends at once: numbered pages first, then page tokens, as many
 * pages as the count tells. What was read counts as whole only if
 *
 * - the two sides met, that is, have a row in common: a count that is too low leaves a gap,
 * - the list, from its largest id on, still begins with the same row: then no row was added while
 *   numbered pages were read from there, so none slipped from one page to another, and
 * - the rows with ids up to that one are as many as the count says, so that deleted rows did not make
 *   others slip either.
 *
 * Else the ascending side, which added rows cannot disturb, is read on to the end of the list.
 * @param first page 1 in ascending order, read already
 * @param count rows of the list, more than 2,000, by Zoho's count
 * @returns the rows in ascending order of id
 * @throws ZohoError
 */
export async function readTwoEnds(
	fetchPage: FetchPage,
	upWalk: Walk,
	first: Step,
	count: number,
): Promise<Row[]> {
	const plan = planTwoEnds(count, upWalk.perPage);
	const between: Between = { pages: plan.between };
	const downWalk = new Walk(fetchPage, upWalk.perPage, 'desc');
	const up = new End(upWalk, plan.up, Promise.resolve(first));
	const down = new End(downWalk, plan.down, downWalk.at({ page: 1 }));
	let isSame = true;
	const check = async ([top]: readonly Step[]) => {
		isSame = plan.down < 2 || (await isStillFirst(fetchPage, top?.page.rows[0]));
		if (!isSame) between.pages = 0;
	};
	await Promise.all([up.read(between), down.read(between, check)]);
	// Where the pages fit the rows exactly, only one more can tell that nothing is between them.
	if (isSame && !haveMet(up, down) && !(await up.readNext())) await down.readNext();
	const isMet = isSame && haveMet(up, down);
	const rows = merged(up.rows(), down.rows());
	const isWhole = isMet && upTo(down.rows()[0], rows) === count;
	return isWhole ? rows : merged(await up.readToEnd(), down.rows());
}

function haveMet(up: End, down: End): boolean {
	const [below, above] = [up.rows().at(-1), down.rows().at(-1)];
	return below !== undefined && above !== undefined && compareIds(below.id, above.id) >= 0;
}

/** One end of the list: numbered pages, and a chain of page tokens that begins at the last of them. */
class End {
	private readonly chain: Step[] = [];
	private numbered: Step[] = [];

	/**
	 * @param pages numbered pages to read
	 * @param first the first of them
	 */
	constructor(
		private readonly walk: Walk,
		private readonly pages: number,
		private readonly first: Promise<Step>,
	) {}

	/**
	 * Reads the numbered pages, and with what others leave the pages between the ends. The first one
	 * is read before all others: what it begins with tells of everything that is added later.
	 * @param check what to do once the numbered pages are there
	 */
	async read(
		between: Between,
		check?: (numbered: readonly Step[]) => Promise<void>,
	): Promise<void> {
		const { walk, pages } = this;
		const first = await this.first;
		// The last one goes before the others, as the chain hangs on it.
		const last = pages === 1 ? [] : [walk.at({ page: pages })];
		const others = Array.from(
			{ length: Math.max(0, pages - 2) },
			async (_, index) => await walk.at({ page: index + 2 }),
		);
		const numbered = Promise.all([first, ...others, ...last]).then(async (read) => {
			this.numbered = await inOrder(walk, read);
			await check?.(this.numbered);
		});
		await Promise.all([numbered, this.readOn(last[0] ?? first, between)]);
	}

	/** Takes pages between the ends, one by one, as long as some are left and Zoho gives any. */
	private async readOn(lead: Step | Promise<Step>, between: Between): Promise<void> {
		let step: Step | undefined = await lead;
		while (step !== undefined && between.pages > 0 && this.leadsOn(step)) {
			between.pages -= 1;
			step = await this.walk.follow(step);
			if (step !== undefined) this.chain.push(step);
		}
	}

	/** Takes the page after those read so far. @returns false when Zoho gives none */
	async readNext(): Promise<boolean> {
		const last = this.steps().at(-1);
		if (last === undefined || !this.leadsOn(last)) return false;
		const step = await this.walk.follow(last);
		if (step !== undefined) this.chain.push(step);
		return step !== undefined;
	}

	/** What was read so far. */
	rows(): Row[] {
		return this.steps().flatMap(({ page }) => page.rows);
	}

	/** What was read so far, and all that follows. */
	async readToEnd(): Promise<Row[]> {
		return await readOneByOne(this.walk, Infinity, this.steps());
	}

	private steps(): Step[] {
		const isCut = this.numbered.length < this.pages;
		return isCut ? this.numbered : [...this.numbered, ...this.chain];
	}

	private leadsOn({ page }: Step): boolean {
		const read = (this.pages + this.chain.length) * this.walk.perPage;
		return page.moreRecords && page.nextPageToken !== undefined && read < MAX_TOKEN_ROWS;
	}
}

function merged(...parts: readonly Row[][]): Row[] {
	const rows = new Map<string, Row>();
	for (const part of parts) {
		for (const row of part) if (!rows.has(row.id)) rows.set(row.id, row);
	}
	return [...rows.values()].sort((a, b) => compareIds(a.id, b.id));
}

/** Number of rows with ids up to that of another. */
function upTo(row: Row | undefined, rows: readonly Row[]): number {
	if (row === undefined) return 0;
	return rows.filter(({ id }) => compareIds(id, row.id) <= 0).length;
}
