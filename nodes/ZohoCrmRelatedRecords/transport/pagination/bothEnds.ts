import { compareIds } from '../../helpers/ids';
import type { Chain } from './bridges';
import { bridgeGaps } from './bridges';
import { askAfterwards, confidenceOf } from './confidence';
import { rowsOf } from './coverage';
import type { PagedList, Reading } from './list';
import type { Segment } from './page';
import { endOfNumbered, PageWalk } from './pageWalk';
import { GUESSES, nextSpan, planEnds, spansUpTo } from './pagePlan';
import { readTokens, readWindow } from './window';

/** A read of one list from both of its ends. */
interface Ends {
	up: Chain;
	down: Chain | undefined;
}

/**
 * Reads a whole list by ID: numbered pages from the smallest ID on and, where they do not reach,
 * from the largest ID on, until both have a row in common; then page tokens between them.
 * @param first page 1 from the smallest ID on
 * @param count rows of the list by Zoho's count, if known
 * @throws ZohoError
 */
export async function readBothEnds(
	upWalk: PageWalk,
	first: Segment,
	count: number | undefined,
): Promise<Reading> {
	const { list } = upWalk;
	const downWalk = new PageWalk(list, 'desc');
	const plan = count === undefined ? undefined : planEnds(count, list.pageSize);
	const hasDown = plan !== undefined && plan.down > 0;
	const most = hasDown ? plan.up : mostUp(list, plan?.up);
	const [up, down] = await Promise.all([
		readWindow(upWalk, [first], { ...ALL, known: plan?.up ?? 0, most }),
		hasDown ? readDown(downWalk, plan.down) : undefined,
	]);
	const ends = await readUntilMet(upWalk, downWalk, { up, down });
	if (haveMet(ends)) return readingOf(ends);
	return await readBetween(upWalk, ends);
}

const ALL = { limit: Infinity, guesses: GUESSES };

/** The last numbered page gives the token: it is read when what came before is counted. */
function mostUp({ pageSize }: PagedList, planned = 0): number {
	return Math.max(planned, spansUpTo(Infinity, pageSize).length - 1);
}

async function readDown(walk: PageWalk, most: number): Promise<Chain> {
	const first = await walk.at({ page: 1, perPage: walk.list.pageSize });
	return await readWindow(walk, [first], { ...ALL, known: most, most });
}

/** Takes further pages from the largest ID on, while there are any and the ends have not met. */
async function readUntilMet(up: PageWalk, down: PageWalk, read: Ends): Promise<Ends> {
	let ends = read;
	const last = spansUpTo(Infinity, down.list.pageSize).length;
	while (!haveMet(ends)) {
		const { down: before } = ends;
		if (before?.isEnd === true || (before && before.segments.length >= last)) break;
		const size = Math.min(GUESSES, Math.max(1, up.list.free()));
		const next =
			before === undefined
				? await readDown(down, size)
				: await readWindow(down, before.segments, {
						...ALL,
						known: 0,
						most: before.segments.length + size,
					});
		if (before !== undefined && next.segments.length <= before.segments.length) break;
		ends = { ...ends, down: next };
	}
	return ends;
}

/** Reads between the numbered pages of both ends; the list is counted before and after. */
async function readBetween(walk: PageWalk, { up: read, down }: Ends): Promise<Reading> {
	const { list } = walk;
	const up = await readWindow(walk, read.segments, { ...ALL, known: 0, most: mostUp(list) });
	if (haveMet({ up, down })) return readingOf({ up, down });
	const before = await list.count?.();
	const span = nextSpan(endOfNumbered(up.segments), list.pageSize);
	const last = span === undefined ? [] : [await walk.at(span)];
	const numbered = await bridgeGaps(walk, [...up.segments, ...last]);
	if (haveMet({ up: numbered, down })) return readingOf({ up: numbered, down });
	const below = lowestOf(down);
	const segments = await readTokens(walk, numbered.segments, ({ rows }) => {
		const id = rows.at(-1)?.id;
		return id !== undefined && below !== undefined && compareIds(id, below) >= 0;
	});
	const { after, changes } = await askAfterwards(list, before);
	const ends = { up: { ...numbered, segments }, down };
	const { rows, confidence } = readingOf(ends);
	return {
		rows,
		confidence: confidence === 'whole' ? confidenceOf(before, after, changes) : confidence,
	};
}

/** Whether nothing can be between both ends. */
function haveMet({ up, down }: Ends): boolean {
	if (up.isEnd || down?.isEnd === true) return true;
	const [above, below] = [lowestOf(down), highestOf(up)];
	return above !== undefined && below !== undefined && compareIds(below, above) >= 0;
}

function readingOf({ up, down }: Ends): Reading {
	const isWhole = up.isEnd ? up.isWhole : up.isWhole && down?.isWhole !== false;
	const segments = [...up.segments, ...(down?.segments ?? [])];
	return { rows: rowsOf(segments, 'asc'), confidence: isWhole ? 'whole' : 'changed' };
}

function highestOf({ segments }: Chain): string | undefined {
	return idsOf(segments).at(-1);
}

function lowestOf(chain: Chain | undefined): string | undefined {
	return chain && idsOf(chain.segments)[0];
}

function idsOf(segments: readonly Segment[]): string[] {
	return segments.flatMap(({ rows }) => rows.map(({ id }) => id)).sort(compareIds);
}
