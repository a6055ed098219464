import type { INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { emptyDataset, type Reply, type SandboxOptions } from '../../support/sandbox';
import { openBench, related, type Bench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const builder = emptyDataset();
const long = builder.withRelated('Campaigns', 'Leads', 1000);
const short = builder.withRelated('Campaigns', 'Leads', 250);
const dataset = builder.build();

const bodyOf = ({ body }: Reply) =>
	JSON.parse(String(body)) as { data: { id: string }[]; info: object };

describe('a list that is not as it was asked for', () => {
	let bench: Bench;

	const open = async (unsettled: SandboxOptions['unsettled'] = {}) => {
		bench = await openBench({ dataset, unsettled });
	};
	afterEach(async () => await bench.close());

	const idsOf = (parent: string) =>
		bench.sandbox.data.relatedRows('Campaigns', parent, 'Leads').map(({ id }) => id);
	const read = async (parent: string, more: INodeParameters) => {
		const { json, hints, error } = await bench.run(related('Campaigns', parent, 'Leads', more));
		expect(error).toBeUndefined();
		return { ids: json.map(({ id }) => String(id)), hints: hints.join() };
	};
	const ALL = { returnAll: true };

	it('does not heed ids: only those asked for come, each once, and a hint says so', async () => {
		await open({ unheeded: 'ids' });
		const wanted = idsOf(long).sort().slice(300, 550);
		const options = { ids: wanted.join() };
		const { ids, hints } = await read(long, { ...ALL, options });
		expect(ids).toEqual([...wanted].reverse());
		expect(hints).toContain('not among the Record IDs');
	});

	it.each(['asc', 'desc'])(
		'does not heed the order: sorted all the same, %s',
		async (sortOrder) => {
			await open({ unheeded: 'sort_order' });
			const sorted = idsOf(long).sort();
			if (sortOrder === 'desc') sorted.reverse();
			const options = { sortOrder };
			expect((await read(long, { ...ALL, options })).ids).toEqual(sorted);
			expect((await read(long, { limit: 450, options })).ids).toEqual(sorted.slice(0, 450));
		},
	);

	it('does not heed the order, and rows leave meanwhile: none of the others is lost', async () => {
		await open({ unheeded: 'sort_order' });
		const sorted = idsOf(long).sort().reverse();
		bench.sandbox.faults.add({
			match: { path: '/Leads', query: { page: '3' } },
			then: ({ data }) => {
				for (const id of sorted.slice(0, 4)) data.removeRelated('Campaigns', long, 'Leads', id);
			},
		});
		const { ids } = await read(long, ALL);
		expect(ids.slice(-996)).toEqual(sorted.slice(4));
	});

	/** What the user may see: all but the last rows by ID. */
	const hideLast = (hidden: readonly string[]) => {
		const alter = (reply: Reply): Reply => {
			if (reply.status !== 200) return reply;
			const { data, info } = bodyOf(reply);
			const shown = data.filter(({ id }) => !hidden.includes(id));
			if (shown.length === 0) return { ...reply, status: 204, body: '' };
			return { ...reply, body: JSON.stringify({ data: shown, info }) };
		};
		bench.sandbox.faults.add({ match: { path: '/Leads' }, alter, times: Infinity });
	};

	it('ends with a page whose rows are all hidden: the others come', async () => {
		await open();
		const sorted = idsOf(short).sort();
		hideLast(sorted.slice(199));
		const options = { sortOrder: 'asc', maxConcurrentRequests: 1 };
		const { ids } = await read(short, { ...ALL, options });
		expect(ids).toEqual(sorted.slice(0, 199));
	});

	it('has a short page that does not say whether there is more: it is followed', async () => {
		await open();
		const sorted = idsOf(short).sort();
		bench.sandbox.faults.add({
			match: { path: '/Leads', query: { page: '1' } },
			alter: (reply) => {
				const data = bodyOf(reply).data.slice(0, 199);
				return { ...reply, body: JSON.stringify({ data }) };
			},
		});
		const options = { sortOrder: 'asc', maxConcurrentRequests: 1 };
		const { ids } = await read(short, { ...ALL, options });
		expect(ids).toEqual(sorted);
	});
});
