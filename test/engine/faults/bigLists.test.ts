import type * as clock from '../../support/engine/clock';
import type { Fault } from '../../support/sandbox';
import { holdDeadlines } from './deadlines';
import { PAGING, PASSING, PLACES } from './pagingCases';
import { expectOutcome, World, type Outcome } from './world';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

describe('a fault on a page of a long list', () => {
	let world: World;

	beforeAll(async () => {
		world = await World.open();
	});
	beforeEach(() => {
		world.reset();
		holdDeadlines();
	});
	afterAll(async () => await world.close());

	describe.each(PLACES)('%s, after %d requests', (read, skip) => {
		it.each(PASSING)('%s, %d times: whole', async (_name, times, hit) => {
			const outcome = await world.runWith(read, { ...hit, skip, times });
			expectOutcome(outcome, await world.expected(read), 'whole');
		});
	});

	it.each(PAGING)('%s: %s, %d times: %s', async (read, _name, times, expected, hit) => {
		const outcome = await world.runWith(read, { ...hit, times });
		expectOutcome(outcome, await world.expected(read), expected);
	});
});

describe('records that change between pages', () => {
	let world: World;

	beforeEach(async () => {
		world = await World.open();
	});
	afterEach(async () => await world.close());

	const READ = '450 rows';
	const middle = () => world.reads[READ].ids[1];
	const before = async () => idsOf(await world.expected(READ), 1);
	const changed = async (then: NonNullable<Fault['then']>) => {
		const outcome = await world.runWith(READ, { skip: 1, then });
		expect(outcome.rows[0]).toEqual((await world.expected(READ)).rows[0]);
		expect(outcome.rows[2]).toEqual((await world.expected(READ)).rows[2]);
		return outcome;
	};

	it('a deleted row is gone, one more may be missed, none comes twice', async () => {
		const all = await before();
		const gone = all[100] ?? '';
		const outcome = await changed(({ data }) =>
			data.removeRelated('Accounts', middle(), 'Contacts', gone),
		);
		const ids = idsOf(outcome, 1);
		expect(outcome.errors).toEqual([[], [], []]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(all.filter((id) => ids.includes(id)));
		expect(ids.length).toBeGreaterThanOrEqual(all.length - 2);
	});

	it('an added row costs none of the others, and none comes twice', async () => {
		const all = await before();
		const outcome = await changed(
			({ data }) => void data.addRelated('Accounts', middle(), 'Contacts'),
		);
		const ids = idsOf(outcome, 1);
		expect(outcome.errors).toEqual([[], [], []]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => all.includes(id))).toEqual(all);
	});

	it('a record deleted while its list is read is one error', async () => {
		const outcome = await changed(({ data }) => data.removeRecord('Accounts', middle()));
		expect(outcome.errors).toEqual([
			[],
			[expect.objectContaining({ code: 'INVALID_DATA', recordId: middle() })],
			[],
		]);
		expect(outcome.rows[1]).toEqual([]);
	});

	it('a list that ends at a page sooner than announced is whole', async () => {
		const all = await before();
		const last = all.slice(0, 250);
		const outcome = await changed(({ data }) => {
			for (const id of last) data.removeRelated('Accounts', middle(), 'Contacts', id);
		});
		const ids = idsOf(outcome, 1);
		expect(outcome.errors).toEqual([[], [], []]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(all).toEqual(expect.arrayContaining(ids));
	});
});

function idsOf(outcome: Outcome, item: number): string[] {
	return (outcome.rows[item] ?? []).map((row) => (row as { id: string }).id);
}
