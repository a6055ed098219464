import fc from 'fast-check';
import { runInThisContext } from 'node:vm';
import type { INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { openBench, related, timeline, type Bench } from '../operations/fixture';
import { DatasetBuilder, type FaultPlan } from '../../support/sandbox';
import { Choices } from '../../support/sandbox/data/random';
import { schedulesToRun } from '../../support/schedulesToRun';
import { answers, zoho, type Hit } from './faultCases';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const SCHEDULES = schedulesToRun({ few: 3, many: 20 });
/** Most of one schedule. */
const SCHEDULE_MS = 20_000;
const ITEMS = 20;
const FAILING_PERCENT = 20;
const OPEN = 'Activities_Chronological_View';

/** Faults that are over when the request is repeated. */
const CURABLE: readonly Hit[] = [
	zoho(429, 'TOO_MANY_REQUESTS'),
	zoho(429, 'TOO_MANY_REQUESTS', { 'Retry-After': '3' }),
	zoho(500, 'INTERNAL_ERROR'),
	answers(502, '<html>'),
	answers(503),
	answers(504, '<html>'),
	answers(200, '<html>'),
	answers(200),
	{ truncate: true },
	{ reset: 'before' },
	{ reset: 'headers' },
	{ reset: 'body' },
	{ dripMs: 1 },
];

/** Once in a run: two in a row are what a revoked access looks like. */
const EXPIRY: Hit = { then: ({ tokens }) => tokens.expireAccessTokens() };

/** Most times that one and the same request fails: fewer than it is tried. */
const MOST_FAILURES = 4;

const dataset = new DatasetBuilder();
const ids = Array.from({ length: ITEMS }, (_, item) => {
	const lead = dataset.withRelated('Leads', 'Notes', item % 5);
	dataset.withRelated('Leads', OPEN, item % 4, { recordId: lead });
	return dataset.withRelated('Leads', `${OPEN}_History`, item % 3, { recordId: lead });
});

const ID = '={{ $json.id }}';
const MORE = { returnAll: true, options: { pageSize: 3 } };
const READS: readonly (readonly [string, INodeParameters])[] = [
	['related records', related('Leads', ID, 'Notes', MORE)],
	[
		'related records, oldest first',
		related('Leads', ID, 'Notes', { ...MORE, options: { pageSize: 2, sortOrder: 'asc' } }),
	],
	['related records, all fields', related('Leads', ID, 'Notes', { ...MORE, fields: [] })],
	['activity timeline', timeline('Leads', ID, { returnAll: true })],
];

/** Lets one in five requests fail, by a seed. */
function failing(seed: number): FaultPlan['take'] {
	const choices = new Choices(seed);
	const failures = new Map<string, number>();
	let hits: readonly Hit[] = [...CURABLE, EXPIRY];
	return ({ method, path, query }) => {
		const request = `${method} ${path} ${JSON.stringify(query)}`;
		const before = failures.get(request) ?? 0;
		const isSpared = !path.startsWith('/crm/') || before >= MOST_FAILURES;
		if (isSpared || choices.below(100) >= FAILING_PERCENT) return undefined;
		failures.set(request, before + 1);
		const hit = choices.pick(hits);
		if (hit === EXPIRY) hits = CURABLE;
		return { match: {}, ...hit };
	};
}

describe('20 records, of whose requests one in five fails', () => {
	let bench: Bench;
	const lost: unknown[] = [];
	const note = (reason: unknown) => void lost.push(reason);
	// Jest gives test files a copy, on which nothing of the real process happens.
	const realProcess = runInThisContext('process') as NodeJS.Process;

	beforeAll(async () => {
		bench = await openBench({ dataset: dataset.build(), refreshLimit: Infinity });
		realProcess.on('unhandledRejection', note);
	});
	afterAll(async () => {
		realProcess.off('unhandledRejection', note);
		await bench.close();
	});

	const run = async (parameters: INodeParameters) => {
		const input = ids.map((id) => ({ id }));
		const { output, errorOutput, error } = await bench.run(parameters, {
			input,
			onError: 'continueErrorOutput',
		});
		takeDelays();
		return {
			rows: output.map(({ json, pairedItem }) => ({ json, pairedItem })),
			errors: errorOutput.map(({ json }) => json.error),
			error,
		};
	};

	it.each(READS)(
		'%s: nothing is lost, nothing comes twice',
		async (_name, parameters) => {
			const whole = await run(parameters);
			expect(whole.errors).toEqual([]);
			expect(whole.rows.length).toBeGreaterThan(ITEMS);
			await fc.assert(
				fc.asyncProperty(fc.nat(), async (seed) => {
					jest.spyOn(bench.sandbox.faults, 'take').mockImplementation(failing(seed));
					bench.sandbox.log.clear();
					expect(await run(parameters)).toEqual(whole);
					expect(bench.sandbox.log.crm().length).toBeGreaterThan(ITEMS);
				}),
				{ numRuns: SCHEDULES.number, seed: SCHEDULES.seed, endOnFailure: true },
			);
			expect(lost).toEqual([]);
		},
		SCHEDULES.number * SCHEDULE_MS + 30_000,
	);
});
