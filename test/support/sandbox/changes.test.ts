import { emptyDataset, startSandbox, type Sandbox, type SandboxOptions } from './index';
import { clientOf, type Client } from './testClient';

const START = Date.UTC(2026, 4, 14, 10);
const FIELDS = 'Created_Time';

const builder = emptyDataset();
const parent = builder.add('Leads').id;
/** Ten apart, so that there is room between them. */
const IDS = Array.from({ length: 9 }, (_, index) => `48768760000020000${index + 1}0`);
builder.relate('Leads', parent, 'Notes', ...IDS.map((id) => builder.add('Notes', { id })));
const dataset = builder.build();
const PATH = `v8/Leads/${parent}/Notes`;

describe('a list that changes', () => {
	let sandbox: Sandbox;
	let client: Client;
	let now = START;

	const open = async (options: SandboxOptions = {}) => {
		sandbox = await startSandbox({ dataset, now: () => now, ...options });
		client = clientOf(sandbox);
	};
	beforeEach(() => {
		now = START;
	});
	afterEach(async () => await sandbox.close());

	const idsAt = async (query: Record<string, string>) => {
		const { body } = await client.get(PATH, { fields: FIELDS, sort_order: 'asc', ...query });
		return { ids: body.data.map(({ id }) => id), token: String(body.info.next_page_token) };
	};

	it('has rows with the ids they were given', async () => {
		await open();
		expect((await idsAt({})).ids).toEqual(IDS);
	});

	it('takes a new row, or one that is linked, at any place', async () => {
		await open();
		const [created, linked] = ['4876876000002000035', '4876876000002000065'];
		sandbox.data.addRecord('Notes', { id: linked, Created_Time: '2020-01-01T00:00:00+00:00' });
		sandbox.data.addRelated('Leads', parent, 'Notes', { id: created });
		sandbox.data.addRelated('Leads', parent, 'Notes', { id: linked });
		const { body } = await client.get(PATH, { fields: FIELDS, sort_order: 'asc' });
		expect(body.data.map(({ id }) => id)).toEqual([...IDS, created, linked].sort());
		const times = new Map(body.data.map(({ id, Created_Time }) => [id, Created_Time]));
		expect(Date.parse(String(times.get(created)))).toBe(START);
		expect(times.get(linked)).toBe('2020-01-01T00:00:00+00:00');
	});

	it('gives new records ids of several blocks in turn, each once', async () => {
		await open();
		const ids = Array.from({ length: 7000 }, () =>
			sandbox.data.addRelated('Leads', parent, 'Notes'),
		);
		expect(new Set([...ids, ...IDS, parent]).size).toBe(7000 + IDS.length + 1);
		const smaller = ids.filter((id, index) => id < (ids[index - 1] ?? ''));
		expect(smaller.length).toBeGreaterThan(2000);
	});

	it.each([
		['row', IDS.slice(4, 8)],
		['position', IDS.slice(5, 9)],
	] as const)('and its tokens go on by %s', async (pageTokens, expected) => {
		await open({ unsettled: { pageTokens } });
		const first = await idsAt({ per_page: '4' });
		expect(first.ids).toEqual(IDS.slice(0, 4));
		sandbox.data.removeRelated('Leads', parent, 'Notes', IDS[1] ?? '');
		const next = await idsAt({ per_page: '4', page_token: first.token });
		expect(next.ids).toEqual(expected);
	});

	it('tells in each answer, refusals too, what time it is by its own clock', async () => {
		await open();
		now += 90_000;
		const answers = [await client.get(PATH, { fields: FIELDS }), await client.get('v8/Nonsense')];
		expect(answers.map(({ headers }) => headers.get('date'))).toEqual([
			'Thu, 14 May 2026 10:01:30 GMT',
			'Thu, 14 May 2026 10:01:30 GMT',
		]);
	});
});
