import { runPure } from './pure';

describe('what is read one way of several is told', () => {
	const hintsOf = async (script: string) => (await runPure(`return ${script};`)).hints;

	it.each([
		['"02/04/2020".addDay(1)', /month first/],
		['daysBetween("02/04/2020","2020-03-01")', /month first/],
		['"02/04/2020".toDate()', /month first/],
		['isNull("")', /isNull\(\) .* empty text/],
	])('%s', async (script, hint) => {
		expect(await hintsOf(script)).toEqual([expect.stringMatching(hint)]);
	});

	it.each([
		'"02/14/2020".addDay(1)',
		'"02/04/2020".toDate("dd/MM/yyyy")',
		'"2020-02-04".addDay(1)',
		'isNull(null)',
	])('not of %s', async (script) => {
		expect(await hintsOf(script)).toEqual([]);
	});
});
