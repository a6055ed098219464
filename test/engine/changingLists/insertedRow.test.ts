import { EventEmitter, once } from 'node:events';
import type { INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { emptyDataset } from '../../support/sandbox';
import { openBench, related, type Bench } from '../operations/fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

/** Notes with the IDs 4876876000002000010, 4876876000002000020 and so on. */
const idAt = (place: number, more = 0) => `487687600000${2_000_000 + place * 10 + more}`;
const places = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function notes(count: number) {
	const builder = emptyDataset();
	const parent = builder.add('Leads').id;
	const rows = places(count).map((place) => builder.add('Notes', { id: idAt(place) }));
	return { dataset: builder.relate('Leads', parent, 'Notes', ...rows).build(), parent };
}

/** Answers page 3, then lets a row come, then answers page 2, which was asked for at the same time. */
function insertBetween({ sandbox }: Bench, parent: string, id: string): void {
	const answers = new EventEmitter();
	const hold = once(answers, 'third').then(() => undefined);
	sandbox.faults.add({ match: { path: '/Notes', query: { page: '2' } }, hold });
	sandbox.faults.add({
		match: { path: '/Notes', query: { page: '3' } },
		alter: (reply) => {
			sandbox.data.addRelated('Leads', parent, 'Notes', { id });
			answers.emit('third');
			return reply;
		},
	});
}

async function read(count: number, inserted: string, parameters: INodeParameters) {
	const { dataset, parent } = notes(count);
	const bench = await openBench({ dataset });
	insertBetween(bench, parent, inserted);
	try {
		const { json, error } = await bench.run(related('Leads', parent, 'Notes', parameters));
		expect(error).toBeUndefined();
		expect(bench.sandbox.data.relatedRows('Leads', parent, 'Notes')).toHaveLength(count + 1);
		return json.map(({ id }) => String(id));
	} finally {
		await bench.close();
	}
}

describe('a row that is inserted between the answers of two pages', () => {
	it.each(['v6', 'v7', 'v8'])('costs none of 600 rows, by %s', async (apiVersion) => {
		const inserted = idAt(300, 5);
		const options = { sortOrder: 'asc', apiVersion };
		const ids = await read(600, inserted, { returnAll: true, options });
		expect(ids.filter((id) => id !== inserted)).toEqual(places(600).map((place) => idAt(place)));
	});

	it('costs none of the first 1,000 of 3,000', async () => {
		const inserted = idAt(3000 - 30, 5);
		const ids = await read(3000, inserted, { returnAll: false, limit: 1000 });
		const before = places(999).map((place) => idAt(3001 - place));
		expect(ids).toHaveLength(1000);
		expect(ids).toEqual(expect.arrayContaining(before));
		expect(ids).toEqual([...ids].sort().reverse());
	});
});
