import { JOBS, rowsOf, SHORT_JOBS } from './jobs';
import { PEER_NAMES } from './peers';
import { HELP, settingsFrom, UsageError } from './settings';

const settings = (...args: string[]) => {
	const found = settingsFrom(args);
	if (found === 'help') throw new Error('only help was asked for');
	return found;
};

describe('the settings of the benchmark', () => {
	it('are those of the targets unless told otherwise', () => {
		expect(settings()).toMatchObject({
			rounds: 5,
			link: { roundTripMs: 100, serverTimeMs: 50, concurrencyCap: 10 },
			jobs: JOBS,
			peers: PEER_NAMES,
			readme: false,
		});
	});

	it('come from the command line', () => {
		const given = '--rounds 7 --rtt 20 --server 0 --cap 5 --concurrency 25 --out a.json --readme';
		expect(settings(...given.split(' '))).toMatchObject({
			rounds: 7,
			link: { roundTripMs: 20, serverTimeMs: 0, concurrencyCap: 5 },
			maxConcurrentRequests: 25,
			out: 'a.json',
			readme: true,
		});
	});

	it('choose jobs in their own order, and clients', () => {
		const { jobs, peers } = settings('--jobs', 'timeline,rows-2000', '--peers', 'kept,node');
		expect(jobs.map(({ name }) => name)).toEqual(['rows-2000', 'timeline']);
		expect(peers).toEqual(['kept', 'node']);
	});

	it('may be short: the same jobs with fewer rows, one round and a shorter link', () => {
		const short = settings('--short');
		expect(short).toMatchObject({ rounds: 1, link: { roundTripMs: 10 } });
		expect(short.jobs.map(({ name }) => name)).toEqual(JOBS.map(({ name }) => name));
		const rows = (jobs: typeof JOBS) => jobs.reduce((sum, job) => sum + rowsOf(job), 0);
		expect(rows(SHORT_JOBS)).toBeLessThan(rows(JOBS) / 5);
	});

	it.each([
		[['--rounds', '0'], "--rounds wants a whole number from 1 on, not '0'"],
		[['--rtt', 'long'], "--rtt wants a whole number from 0 on, not 'long'"],
		[['--jobs', 'none'], "--jobs knows no 'none', only rows-2000, "],
		[['--peers', 'node,x'], "--peers knows no 'x', only node, query, http, zoho, kept, "],
		[['--fast'], '--fast'],
		[['extra'], 'extra'],
	])('%p is refused', (args, message) => {
		expect(() => settingsFrom(args)).toThrow(UsageError);
		expect(() => settingsFrom(args)).toThrow(message);
	});

	it('can be asked for', () => {
		expect(settingsFrom(['--help'])).toBe('help');
		for (const { name } of JOBS) expect(HELP).toContain(name);
	});
});
