import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import { openBench, related, timeline, type Bench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

describe('failures of an input item', () => {
	let bench: Bench;

	beforeEach(async () => {
		takeDelays();
		bench = await openBench();
	});
	afterEach(async () => await bench.close());

	const errorOf = async (...args: Parameters<Bench['run']>) => {
		const { errorOutput, output, error } = await bench.run(args[0], { ...ON_ERROR, ...args[1] });
		expect({ output, error }).toEqual({ output: [], error: undefined });
		expect(errorOutput).toHaveLength(1);
		return errorOutput[0]?.json.error;
	};
	const requests = () => bench.sandbox.log.crm();
	const notes = () => related('Leads', known.lead.id, 'Notes');

	it('goes to the error output as one item, and the others stay whole', async () => {
		const ids = [known.lead.id, '111', known.lead.id, 'x'];
		const { output, errorOutput, error } = await bench.run(
			related('Leads', '={{ $json.id }}', 'Notes'),
			{ ...ON_ERROR, input: ids.map((id) => ({ id })) },
		);
		const count = known.lead.counts.Notes ?? NaN;
		expect(error).toBeUndefined();
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 2].flatMap((item) => Array.from({ length: count }, () => ({ item }))),
		);
		expect(errorOutput.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[
				{
					message: "Record 111 was not found in module 'Leads'",
					code: 'INVALID_DATA',
					httpStatusCode: 400,
					resolution: expect.stringContaining('Record'),
					details: { resource_path_index: 1 },
					module: 'Leads',
					recordId: '111',
					relatedList: 'Notes',
				},
				{ item: 1 },
			],
			[expect.objectContaining({ code: 'INVALID_PARAMETER', recordId: null }), { item: 3 }],
		]);
	});

	it('is one item with the key error only, under Continue On Fail', async () => {
		const { output } = await bench.run(related('Leads', '111', 'Notes'), {
			onError: 'continueRegularOutput',
		});
		expect(output).toEqual([
			expect.objectContaining({
				json: { error: expect.objectContaining({ code: 'INVALID_DATA' }) },
				pairedItem: { item: 0 },
			}),
		]);
		expect(output[0]).not.toHaveProperty('error');
	});

	it('leaves no rows of the failed item behind', async () => {
		bench.sandbox.faults.add({
			match: { query: { page: '2' } },
			reply: { status: 403, body: { code: 'NO_PERMISSION', status: 'error', details: {} } },
		});
		const parameters = related('Accounts', known.bigAccount.id, 'Contacts', { returnAll: true });
		expect(await errorOf(parameters)).toMatchObject({ code: 'NO_PERMISSION' });
	});

	it.each([
		['one after the other', 1, 2],
		['at once', 3, 3],
	])('stops the run without the setting, at that item: %s', async (_, atOnce, sent) => {
		const options = { maxConcurrentRequests: atOnce };
		const parameters = related('Leads', '={{ $json.id }}', 'Notes', { options });
		const { error, output } = await bench.run(parameters, {
			input: [known.lead.id, '111', '112', '113', '114', '115'].map((id) => ({ id })),
		});
		expect(output).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: "Record 111 was not found in module 'Leads'",
			description: expect.stringContaining('Record'),
			httpCode: '400',
			context: { itemIndex: 1 },
		});
		expect(error).not.toHaveProperty('cause.config');
		expect(requests().length).toBeLessThanOrEqual(sent + 1);
		expect(requests().length).toBeGreaterThanOrEqual(sent);
	});

	it('stops the run at an item with bad input, too, and says what to do', async () => {
		const { error, output } = await bench.run(related('Leads', '={{ $json.id }}', 'Notes'), {
			input: [{ id: 'x' }, { id: known.lead.id }, { id: 'y' }],
		});
		expect(output).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: "Parameter 'Record' is not a record ID: x",
			description: expect.stringContaining('digits only'),
			context: { itemIndex: 0 },
		});
		expect(error).not.toHaveProperty('cause.config');
	});

	it.each([
		['module', { module: '' }, 'Module'],
		['module', { module: '../Leads' }, 'Module'],
		['recordId', { recordId: 4876876000000376001 }, 'Record'],
		['recordId', { recordId: { mode: 'url', value: 'https://evil.test/crm/tab/A/1' } }, 'Record'],
		['recordId', { recordId: [] }, 'Record'],
		['relatedList', { relatedList: 'No/tes' }, 'Related List'],
		['fields', { fields: 'A,B-C' }, 'Field Names or IDs'],
		['fields', { fields: { a: 1 } }, 'Field Names or IDs'],
		['limit', { limit: 0 }, 'Limit'],
		['limit', { limit: 1.5 }, 'Limit'],
		['limit', { limit: 'many' }, 'Limit'],
		['pageSize', { pageSize: 201 }, 'Page Size'],
		['maxConcurrentRequests', { maxConcurrentRequests: 51 }, 'Max Concurrent Requests'],
		['maxConcurrentRequests', { maxConcurrentRequests: 0 }, 'Max Concurrent Requests'],
		['apiVersion', { apiVersion: 'v2' }, 'API Version'],
		['sortBy', { sortBy: 'Name' }, 'Sort By'],
		['ids', { ids: '1,x' }, 'Record IDs'],
		['converted', { converted: 'maybe' }, 'Converted Records'],
		['modifiedSince', { modifiedSince: 'yesterday' }, 'Modified Since'],
		['outputMode', { outputMode: 'both' }, 'Output Mode'],
	])('refuses a bad %s (%j) before any request, by its name', async (parameter, bad, label) => {
		const input = [{ bad: Object.values(bad)[0] as string }];
		const [name = ''] = Object.keys(bad);
		const given = { [name]: '={{ $json.bad }}' };
		const isOption = !(name in { ...notes(), limit: 0 });
		const error = await errorOf(
			{ ...notes(), ...(isOption ? { options: given } : given) },
			{ input },
		);
		expect(error).toMatchObject({
			code: 'INVALID_PARAMETER',
			httpStatusCode: null,
			message: expect.stringContaining(`'${label}'`),
			resolution: expect.stringMatching(/./),
			details: { parameter },
		});
		expect(requests()).toEqual([]);
	});

	it.each([
		['activityStatus', 'late'],
		['activityTypes', ['Meetings']],
		['order', 'up'],
	])('refuses a bad %s of the timeline', async (parameter, value) => {
		const error = await errorOf(timeline('Leads', known.lead.id, { [parameter]: value }));
		expect(error).toMatchObject({ code: 'INVALID_PARAMETER', details: { parameter } });
		expect(requests()).toEqual([]);
	});

	it.each([
		['module', "{{ $('Nowhere').item.json.x }}", 'Module'],
		['recordId', "{{ $('Nowhere').item.json.x }}", 'Record'],
		['fields', "{{ $('Nowhere').item.json.x }}", 'Field Names or IDs'],
		['limit', "{{ $('Nowhere').item.json.x }}", 'Limit'],
		['limit', '{{ nonsense( }}', 'Limit'],
		['ids', "{{ $('Nowhere').item.json.x }}", 'Record IDs'],
		['sortBy', '{{ nonsense( }}', 'Sort By'],
	])('is the expression of %s that fails: %s', async (parameter, expression, label) => {
		const given = { [parameter]: `=${expression}` };
		const isOption = ['ids', 'sortBy'].includes(parameter);
		const error = await errorOf({ ...notes(), ...(isOption ? { options: given } : given) });
		expect(error).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining(`Parameter '${label}' has an expression that failed: `),
			details: { parameter },
		});
		expect(requests()).toEqual([]);
	});

	it('knows the module and record of an item whose other expressions fail', async () => {
		const error = await errorOf(related('Leads', known.lead.id, '={{ nonsense( }}'));
		expect(error).toMatchObject({ module: 'Leads', recordId: known.lead.id, relatedList: null });
	});

	it.each([
		['Nonsense', known.lead.id, 'Notes', 'INVALID_MODULE', 400],
		[known.notSupportedModule, '1', 'Notes', 'NOT_SUPPORTED', 400],
		['Leads', known.lead.id, 'Nonsense', 'INVALID_DATA', 400],
		[known.noPermissionModule, '1', 'Notes', 'NO_PERMISSION', 403],
		[known.unauthorizedModule, '1', 'Notes', 'AUTHORIZATION_FAILED', 400],
	])('names what Zoho refuses: %s %s %s is %s', async (module, id, list, code, status) => {
		const error = await errorOf(related(module, id, list));
		expect(error).toMatchObject({ code, httpStatusCode: status, module, relatedList: list });
		expect(requests()).toHaveLength(1);
	});

	it('never shows the access token, whatever happens', async () => {
		bench.sandbox.faults.add({ match: {}, reset: 'before', times: Infinity });
		const stopped = await bench.run(notes());
		const continued = await bench.run(notes(), ON_ERROR);
		const seen = [stopped.error, stopped.run.recorded, continued.run.recorded];
		const text = seen.map((value) => JSON.stringify(value) + String(deepText(value))).join();
		expect(text).toContain('NETWORK_ERROR');
		expect(text).not.toContain(bench.token.access_token);
		expect(bench.sandbox.log.crm().every(({ query }) => !('access_token' in query))).toBe(true);
	});
});

/** All own texts of a value, hidden ones of errors included. */
function deepText(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (seen.has(value)) return '';
	seen.add(value);
	const names = Object.getOwnPropertyNames(value) as (keyof typeof value)[];
	return names.map((name) => deepText(value[name], seen)).join();
}

describe('retries', () => {
	let bench: Bench;

	beforeEach(async () => {
		takeDelays();
		jest.spyOn(Math, 'random').mockReturnValue(1);
		bench = await openBench({ credits: { total: 100, used: 0 } });
	});
	afterEach(async () => await bench.close());

	const notes = () => related('Leads', known.lead.id, 'Notes');
	const count = known.lead.counts.Notes;
	const tooMany = { status: 429, body: { code: 'TOO_MANY_REQUESTS', status: 'error' } };

	it.each([
		['429', { reply: tooMany }, [1000, 2000]],
		[
			'429 with Retry-After',
			{ reply: { ...tooMany, headers: { 'Retry-After': '7' } } },
			[7000, 7000],
		],
		[
			'500',
			{ reply: { status: 500, body: { code: 'INTERNAL_ERROR', status: 'error' } } },
			[1000, 2000],
		],
		['502 of a proxy', { reply: { status: 502, body: '<html>' } }, [1000, 2000]],
		['a dropped connection', { reset: 'before' as const }, [1000, 2000]],
		['a connection dropped in mid-answer', { reset: 'body' as const }, [1000, 2000]],
		['a truncated answer', { truncate: true }, [1000, 2000]],
		['a page of a proxy', { reply: { status: 200, body: '<html>' } }, [1000, 2000]],
		['an empty answer', { reply: { status: 200, body: '' } }, [1000, 2000]],
	])('survive %s twice', async (_, fault, delays) => {
		bench.sandbox.faults.add({ match: {}, times: 2, ...fault });
		const { json } = await bench.run(notes());
		expect(json).toHaveLength(count ?? NaN);
		expect(takeDelays()).toEqual(delays);
		expect(bench.sandbox.log.crm()).toHaveLength(3);
	});

	it.each([
		[
			'INTERNAL_ERROR',
			{ reply: { status: 500, body: { code: 'INTERNAL_ERROR', status: 'error' } } },
		],
		['INVALID_RESPONSE', { reply: { status: 503, body: '<html>' } }],
		['INVALID_RESPONSE', { truncate: true }],
		['NETWORK_ERROR', { reset: 'before' as const }],
	])('end with %s', async (code, fault) => {
		bench.sandbox.faults.add({ match: {}, times: Infinity, ...fault });
		const { errorOutput } = await bench.run(notes(), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({ code });
		expect(takeDelays()).toEqual([1000, 2000, 4000, 8000, 16000]);
		expect(bench.sandbox.log.crm()).toHaveLength(6);
	});

	it('are many for 429, which says that Zoho is only busy', async () => {
		bench.sandbox.faults.add({ match: {}, times: Infinity, reply: tooMany });
		const { errorOutput } = await bench.run(notes(), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({ code: 'RATE_LIMITED' });
		const waits = [1000, 2000, 4000, 8000, 16_000, ...Array.from({ length: 14 }, () => 20_000)];
		expect(takeDelays()).toEqual(waits);
		expect(bench.sandbox.log.crm()).toHaveLength(20);
	});

	it('end when the run has used up its share, for all items alike', async () => {
		bench.sandbox.faults.add({ match: {}, times: Infinity, reply: { status: 503, body: '' } });
		const input = Array.from({ length: 60 }, () => ({}));
		const { errorOutput } = await bench.run(notes(), { ...ON_ERROR, input });
		expect(errorOutput).toHaveLength(60);
		expect(bench.sandbox.log.crm()).toHaveLength(60 + 100);
	});

	it('are not made for what a repeat cannot cure', async () => {
		bench.sandbox.faults.add({
			match: {},
			reply: { status: 400, body: { code: 'INVALID_REQUEST', status: 'error', details: {} } },
		});
		const { errorOutput } = await bench.run(notes(), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({ code: 'INVALID_REQUEST' });
		expect(takeDelays()).toEqual([]);
	});

	it.each([
		['one after the other', 1],
		['at once', 10],
	])(
		'are not made when the credits are spent, nor is anything else sent: %s',
		async (_, atOnce) => {
			const { credits } = bench.sandbox;
			if (credits) credits.used = credits.total;
			const input = Array.from({ length: 15 }, () => ({}));
			const parameters = { ...notes(), options: { maxConcurrentRequests: atOnce } };
			const { errorOutput } = await bench.run(parameters, { ...ON_ERROR, input });
			expect(errorOutput.map(({ json }) => json.error)).toEqual(
				input.map(() => expect.objectContaining({ code: 'CREDITS_SPENT', httpStatusCode: 429 })),
			);
			expect(bench.sandbox.log.crm().length).toBeLessThanOrEqual(atOnce);
			expect(takeDelays()).toEqual([]);
		},
	);

	it('tell what credits are left when Zoho does', async () => {
		const { credits } = bench.sandbox;
		if (credits) credits.used = 89;
		const { hints } = await bench.run(notes());
		expect(hints).toEqual([
			'1 Zoho API call used. Zoho reports 10 API credits left for these 24 hours.',
		]);
	});

	it('give up a request that hangs', async () => {
		jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
			const controller = new AbortController();
			setTimeout(() => controller.abort(), 20);
			return controller.signal;
		});
		bench.sandbox.faults.add({ match: {}, hang: true, times: Infinity });
		const { errorOutput } = await bench.run(notes(), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({ code: 'TIMEOUT', httpStatusCode: null });
	});

	it('end with the execution when it is cancelled', async () => {
		const controller = new AbortController();
		bench.sandbox.faults.add({
			match: {},
			times: Infinity,
			reply: tooMany,
			then: () => controller.abort(),
		});
		const run = await bench.run(notes(), { ...ON_ERROR, signal: controller.signal });
		expect(run.run.status).toBe('canceled');
		expect(run.errorOutput).toEqual([]);
		expect(bench.sandbox.log.crm()).toHaveLength(1);
	});
});
