import { emptyDataset } from '../../support/sandbox';
import { inspectionFields } from '../../support/sandbox/data/schema/vehicle';
import { openBench, related } from '../operations/fixture';

const LIST = 'Vehicles5';
const builder = emptyDataset();
const parent = builder.withRelated('Accounts', LIST, 60);
const dataset = builder.build();
/** More than the 50 that one request takes. */
const fields = inspectionFields.slice(0, 60).map(({ apiName }) => apiName);

describe('a row that leaves between two groups of fields', () => {
	it.each([
		[{ returnAll: false, limit: 40 }, 39, true],
		[{ returnAll: false, limit: 60 }, 59, true],
		[{ returnAll: false, limit: 61 }, 59, false],
		[{ returnAll: true }, 59, false],
	])('%j: %d rows, and where a limit was met a hint: %s', async (wanted, expected, isTold) => {
		const bench = await openBench({ dataset });
		const [, gone] = bench.sandbox.data.relatedRows('Accounts', parent, LIST).map(({ id }) => id);
		bench.sandbox.faults.add({
			match: { path: `/${LIST}`, query: { fields: new RegExp(fields.at(-1) ?? '') } },
			then: ({ data }) => data.removeRelated('Accounts', parent, LIST, gone ?? ''),
		});
		const options = { maxConcurrentRequests: 1 };
		const { json, hints } = await bench.run(
			related('Accounts', parent, LIST, { fields, ...wanted, options }),
		);
		await bench.close();
		expect(json).toHaveLength(expected);
		expect(json.map(({ id }) => id)).not.toContain(gone);
		expect(hints.some((hint) => hint.includes('changed while being read'))).toBe(isTold);
	});
});
