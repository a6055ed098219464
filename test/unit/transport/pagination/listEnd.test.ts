import { readPages, type Page } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { rejected } from '../../../support/caught';

const range = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => ({ id: String(first + index) }));
const more = (first: number, last: number): Page => ({
	rows: range(first, last),
	moreRecords: true,
});
const end = (first: number, last: number): Page => ({
	rows: range(first, last),
	moreRecords: false,
});
const EMPTY: Page = { rows: [], moreRecords: false };

/** Reads a list whose answers to each page number are given in turn; the last is given again. */
async function readAnswers(answers: Readonly<Record<number, readonly Page[]>>) {
	const asked: number[] = [];
	const reading = readPages(
		{
			fetchPage: async (request) => {
				const number = 'page' in request ? request.page : 0;
				const before = asked.filter((other) => other === number).length;
				asked.push(number);
				const found = answers[number] ?? [];
				return await Promise.resolve(found[Math.min(before, found.length - 1)] ?? EMPTY);
			},
			pageSize: 200,
			free: () => 1,
		},
		Infinity,
	);
	return { asked, reading };
}

describe('a page that is empty though the one before announced it', () => {
	it.each([
		[
			'the page before ends the list by now: rows once read stay',
			{ 1: [more(1, 200), end(1, 150)] },
			200,
		],
		['the page before is empty by now', { 1: [more(1, 200), EMPTY] }, 0],
		[
			'it has rows when it is asked for again',
			{ 1: [more(1, 200)], 2: [EMPTY, end(200, 250)] },
			250,
		],
	])('%s', async (_name, answers, rows) => {
		const { reading } = await readAnswers(answers);
		expect((await reading).rows.map(({ id }) => id)).toEqual(range(1, rows).map(({ id }) => id));
	});

	it('and stays so is an error, after a few attempts', async () => {
		const { asked, reading } = await readAnswers({ 1: [more(1, 200)], 2: [EMPTY] });
		expect(await rejected(reading)).toMatchObject({ code: 'INVALID_RESPONSE' });
		expect(asked.length).toBeLessThan(12);
	});
});
