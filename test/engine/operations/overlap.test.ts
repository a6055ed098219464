import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { emptyDataset } from '../../support/sandbox';
import { holdAnswers } from '../../support/sandbox/testClient';
import { openBench, related, timeline, type Bench, type BenchOptions } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;
const PARENTS = 30;

/** Parents with 1, 2, 3 ... notes each. */
function parents() {
	const builder = emptyDataset();
	const ids = Array.from({ length: PARENTS }, (_, i) =>
		builder.withRelated('Leads', 'Notes', i + 1),
	);
	return { dataset: builder.build(), input: ids.map((id) => ({ id })) };
}

describe('input items overlap', () => {
	const { dataset, input } = parents();
	let bench: Bench;

	const open = async (options: BenchOptions = {}) => {
		bench = await openBench({ dataset, ...options });
	};
	beforeEach(async () => {
		takeDelays();
		jest.spyOn(Math, 'random').mockReturnValue(1);
		await open();
	});
	afterEach(async () => await bench.close());

	const notes = (options = {}) => related('Leads', '={{ $json.id }}', 'Notes', { options });
	/** Number of the input item of each output item, when nothing is lost. */
	const expected = input.flatMap((_, item) => Array.from({ length: item + 1 }, () => ({ item })));
	const requests = () => bench.sandbox.log.crm();

	it.each([
		[10, {}],
		[3, { maxConcurrentRequests: 3 }],
		[10, { maxConcurrentRequests: '25' }],
	])('%d at once at first, and come out in the order of the input', async (atOnce, options) => {
		await bench.close();
		await open({ concurrencyCap: 25 });
		const held = holdAnswers(bench.sandbox, atOnce);
		const running = bench.run(notes(options), { input });
		await held.arrived;
		expect(requests()).toHaveLength(atOnce);
		held.release();
		const { output } = await running;
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(expected);
		expect(bench.sandbox.counters.peakConcurrency).toBeGreaterThanOrEqual(atOnce);
		expect(requests()).toHaveLength(PARENTS);
	});

	it.each([2, 12])('never more than %d at once, if that is the maximum', async (most) => {
		await bench.close();
		await open({ concurrencyCap: 25 });
		const { output } = await bench.run(notes({ maxConcurrentRequests: most }), { input });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(expected);
		expect(bench.sandbox.counters.peakConcurrency).toBeLessThanOrEqual(most);
	});

	it('one after the other when only one request at a time is allowed', async () => {
		const { output } = await bench.run(notes({ maxConcurrentRequests: 1 }), { input });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(expected);
		expect(bench.sandbox.counters.peakConcurrency).toBe(1);
		expect(requests().map(({ path }) => path)).toEqual(
			input.map(({ id }) => `/crm/v8/Leads/${id}/Notes`),
		);
	});

	it('takes the number of the first item', async () => {
		const varied = input.map((json, item) => ({ ...json, atOnce: item === 0 ? 2 : 9 }));
		await bench.run(notes({ maxConcurrentRequests: '={{ $json.atOnce }}' }), { input: varied });
		expect(bench.sandbox.counters.peakConcurrency).toBeLessThanOrEqual(2);
	});

	it('refuses a bad number for its own item only', async () => {
		const varied = input.map((json, item) => ({ ...json, atOnce: item === 0 ? 'x' : 9 }));
		const parameters = notes({ maxConcurrentRequests: '={{ $json.atOnce }}' });
		const { output, errorOutput } = await bench.run(parameters, { ...ON_ERROR, input: varied });
		expect(errorOutput.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(output).toHaveLength(expected.length - 1);
	});

	it.each([1, 2, 5])('lose nothing where Zoho takes only %d at once', async (concurrencyCap) => {
		await bench.close();
		await open({ concurrencyCap });
		const { output, errorOutput } = await bench.run(notes(), { ...ON_ERROR, input });
		expect(errorOutput).toEqual([]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(expected);
	});

	it('a pause that Zoho asks for is kept by all', async () => {
		bench.sandbox.faults.add({
			match: {},
			reply: { status: 429, headers: { 'Retry-After': '9' }, body: { code: 'X' } },
		});
		const { output } = await bench.run(notes(), { input });
		expect(output).toHaveLength(expected.length);
		expect(takeDelays()).toEqual([9000]);
		expect(requests()).toHaveLength(PARENTS + 1);
	});

	it('ends with the failure of the first item that failed, and waits for what is under way', async () => {
		const held = holdAnswers(bench.sandbox, 4);
		const bad = input.map((json, item) => (item === 1 || item === 3 ? { id: `${item}` } : json));
		const running = bench.run(notes({ maxConcurrentRequests: 4 }), { input: bad });
		await held.arrived;
		held.release();
		const { error, output } = await running;
		expect(output).toEqual([]);
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 1 } });
		expect(requests().length).toBeLessThan(8);
		expect(requests().every(({ status }) => status !== 0)).toBe(true);
	});

	it.each(['500', '429'])(
		'names the first item that fails, even when %s delays it',
		async (status) => {
			const [, second] = input;
			const reply = { status: Number(status), body: { code: 'INTERNAL_ERROR' } };
			bench.sandbox.faults.add({ match: { path: `/${second?.id}/` }, reply, times: 2 });
			const refusal = {
				status: 403,
				body: { code: 'NO_PERMISSION', status: 'error', details: {} },
			};
			bench.sandbox.faults.add({ match: { path: `/${second?.id}/` }, reply: refusal });
			const bad = input.map((json, item) => (item === 6 ? { id: '7' } : json));
			const { error } = await bench.run(notes(), { input: bad });
			expect(error).toMatchObject({ httpCode: '403', context: { itemIndex: 1 } });
			expect(requests().length).toBeLessThan(PARENTS);
		},
	);

	it('goes on with an earlier item only, which has more than one page', async () => {
		const [, second, third] = input;
		const reply = { status: 403, body: { code: 'NO_PERMISSION', status: 'error', details: {} } };
		// Pages of one row cannot overlap: the one after has up to nine.
		const match = { path: `/${third?.id}/`, query: { per_page: '9' } };
		bench.sandbox.faults.add({ match, reply });
		const held = holdAnswers(bench.sandbox, 6);
		const bad = input.map((json, item) => (item === 5 ? { id: '7' } : json));
		const parameters = { ...notes({ maxConcurrentRequests: 6, pageSize: 1 }), returnAll: true };
		const running = bench.run(parameters, { input: bad });
		await held.arrived;
		held.release();
		expect((await running).error).toMatchObject({ httpCode: '403', context: { itemIndex: 2 } });
		expect(requests().filter(({ path }) => path.includes(`/${second?.id}/`))).not.toHaveLength(1);
		const started = new Set(requests().map(({ path }) => path.split('/')[4]));
		expect(started.size).toBeLessThan(PARENTS);
	});

	it('a bad parameter of one item stops the run before later ones are asked for', async () => {
		const bad = input.map((json, item) => (item === 1 ? { id: 'x' } : json));
		const { error } = await bench.run(notes(), { input: bad });
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		expect(requests().length).toBeLessThanOrEqual(1);
	});

	it('of the timeline, too', async () => {
		const parameters = timeline('Leads', '={{ $json.id }}', { activityStatus: 'open' });
		const held = holdAnswers(bench.sandbox, 10);
		const running = bench.run(parameters, { input });
		await held.arrived;
		held.release();
		expect((await running).error).toBeUndefined();
		expect(requests()).toHaveLength(PARENTS);
	});

	it('starts no further request when the execution is cancelled, and makes no item of it', async () => {
		const controller = new AbortController();
		const held = holdAnswers(bench.sandbox, 10);
		const running = bench.run(notes(), { ...ON_ERROR, input, signal: controller.signal });
		await held.arrived;
		controller.abort();
		const { run, errorOutput } = await running;
		held.release();
		expect(run.status).toBe('canceled');
		expect(errorOutput).toEqual([]);
		expect(requests()).toHaveLength(10);
		expect(takeDelays()).toEqual([]);
	});
});
