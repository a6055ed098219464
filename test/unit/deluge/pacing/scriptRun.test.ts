import { ScriptRun } from '../../../../nodes/ZohoCrmRelatedRecords/deluge';
import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { runPure } from '../pure';

/** A clock that goes on at each look, and scripts of one run on it. */
function openRun() {
	let time = 0;
	const run = new ScriptRun({
		now: () => (time += 0.1),
		pause: async () => await new Promise((resolve) => setImmediate(resolve)),
	});
	const start = async (item: number, source: string, maxSeconds = 300) => {
		try {
			const { returned, sizes } = await runPure(source, { turn: run.turn(item, maxSeconds) });
			await run.giveOut(item, sizes.returned);
			return returned;
		} catch (error) {
			if (error instanceof ZohoError) return `${error.code}: ${error.message}`;
			throw error;
		} finally {
			run.end(item);
		}
	};
	return { run, start };
}

const count = (rounds: number) => `i = 0; while (i < ${rounds}) { i = i + 1; } return i;`;

it('a long script does not keep a short one of a later item from ending', async () => {
	const { start } = openRun();
	const ended: string[] = [];
	const note = (name: string) => () => void ended.push(name);
	await Promise.all([
		start(0, count(5000)).then(note('long')),
		// Nothing is given out before the items before it are done, so this one runs apart.
		start(1, count(10)).then(note('short')),
		openRun().start(0, count(10)).then(note('other run')),
	]);
	expect(ended).toEqual(['other run', 'long', 'short']);
});

it('scripts of a run are never computing at the same time, and each has its own time', async () => {
	const { start } = openRun();
	const ends = await Promise.all([0, 1, 2, 3].map(async (item) => await start(item, count(500))));
	expect(ends).toEqual([500, 500, 500, 500]);
	const apart = openRun();
	// Each alone takes less than its second; together they take more.
	const together = [0, 1, 2, 3].map(async (item) => await apart.start(item, count(800), 1));
	expect(await Promise.all(together)).toEqual([800, 800, 800, 800]);
});

describe('what all scripts return', () => {
	const text = (characters: number) => `return "a".repeat(${characters});`;

	it.each([[[0, 1, 2, 3, 4, 5, 6]], [[6, 5, 4, 3, 2, 1, 0]], [[3, 0, 6, 1, 5, 2, 4]]])(
		'is counted in the order of the items, whatever order they start in: %p',
		async (order) => {
			const { start } = openRun();
			const started = new Map(order.map((item) => [item, start(item, text(4_000_000))]));
			const ends = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((item) => started.get(item)));
			const codes = ends.map((end) => (String(end).startsWith('DELUGE_LIMIT') ? 'limit' : 'ok'));
			expect(codes).toEqual(['ok', 'ok', 'ok', 'ok', 'limit', 'limit', 'limit']);
		},
	);
});

it('a script that uses much memory waits until those of earlier items are done', async () => {
	const { run, start } = openRun();
	const ended: number[] = [];
	const source = 'return "a".repeat(4000000).toUpperCase().toLowerCase().length();';
	const large = start(1, source);
	void large.then(() => ended.push(1));
	// One that need not wait, and begins later, is done by then.
	expect(await openRun().start(0, source)).toBe(4_000_000);
	expect(ended).toEqual([]);
	run.end(0);
	expect(await large).toBe(4_000_000);
});

it('a script that is over the memory of one ends with a limit, whatever the others do', async () => {
	const { start } = openRun();
	// Close below the bounds of texts alone and of entries alone.
	const texts = 'l = List(); while (l.size() < 23) { l.add("a".repeat(4000000)); }';
	const lists = `m = "[${'0,'.repeat(9999)}0]".toJSONList(); while (true) { n = List(); n.addAll(m); l.add(n); }`;
	const greedy = `${texts} ${lists}`;
	const ends = await Promise.all([start(0, greedy), start(1, count(10)), start(2, greedy)]);
	const limit = expect.stringMatching(/^DELUGE_LIMIT: .* more than 250 MB/);
	expect(ends).toEqual([limit, 10, limit]);
});
