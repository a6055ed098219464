import { NodeOperationError, type INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { byName, CREDENTIAL_TYPE, NODE_TYPE, openBench, type Bench } from '../operations/fixture';
import { holdDeadlines } from './deadlines';
import { FAULTS, NO_ROWS, WHOLE, type Hit, type Line } from './faultCases';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

/** What the editor shows of each failure: it has a message and a description, but no code. */
const MESSAGES: Record<string, RegExp> = {
	RATE_LIMITED: /too many requests/,
	CREDITS_SPENT: /API credits/,
	INTERNAL_ERROR: /internal error/,
	INVALID_RESPONSE: /response/,
	NETWORK_ERROR: /connection was lost/,
	TIMEOUT: /did not respond/,
	RECONNECT_REQUIRED: /no longer accepts/,
	OAUTH_SCOPE_MISMATCH: /scopes do not cover/,
	SOMETHING_NEW: /SOMETHING_NEW/,
	NO_PERMISSION: /not allowed/,
};
/** Most requests that one drop-down may send, whatever happens. */
const MOST_REQUESTS = 70;

interface DropDown {
	method: string;
	parameters: INodeParameters;
	filter?: string;
}

const leads = { module: byName('Leads') };
const DROP_DOWNS: readonly [string, DropDown][] = [
	['modules', { method: 'searchModules', parameters: {} }],
	['related lists', { method: 'searchRelatedLists', parameters: leads }],
	['records', { method: 'searchRecords', parameters: leads }],
	['records with a word', { method: 'searchRecords', parameters: leads, filter: 'an' }],
	[
		'fields of a list',
		{
			method: 'getFields',
			parameters: { ...leads, operation: 'getRelatedRecords', relatedList: byName('Notes') },
		},
	],
];
const ACTIVITY_FIELDS: DropDown = {
	method: 'getFields',
	parameters: { ...leads, operation: 'getActivityTimeline' },
};

describe('a fault while the editor fills a drop-down', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench({ credits: { total: 1_000_000, used: 0 } });
	});
	beforeEach(() => {
		bench.sandbox.faults.clear();
		bench.sandbox.log.clear();
		if (bench.sandbox.credits) bench.sandbox.credits.used = 0;
		bench.token = bench.sandbox.tokens.issue();
		bench.connect({ oauthTokenData: { ...bench.token } });
		takeDelays();
		holdDeadlines();
	});
	afterAll(async () => await bench.close());

	const filled = async ({ filter, ...asked }: DropDown) => {
		const options = {
			type: NODE_TYPE,
			...asked,
			credentials: { [CREDENTIAL_TYPE]: bench.credentialId },
		};
		return asked.method === 'getFields'
			? await bench.engine.loadOptions(options)
			: (await bench.engine.listSearch({ ...options, filter })).results;
	};
	const fillings = new Map<DropDown, ReturnType<typeof filled>>();
	/**
	 * What it offers without faults: the same each time. The fields of activities are read anew: what
	 * the failed attempt of the test before still asks for the other modules ends meanwhile.
	 */
	const filledWithoutFaults = async (dropDown: DropDown) => {
		const known = dropDown === ACTIVITY_FIELDS ? undefined : fillings.get(dropDown);
		const filling = known ?? filled(dropDown);
		fillings.set(dropDown, filling);
		const whole = await filling;
		expect(whole.length).toBeGreaterThan(0);
		bench.sandbox.log.clear();
		return whole;
	};
	const expectOutcome = async (dropDown: DropDown, hit: Hit, times: number, expected: string) => {
		const whole = await filledWithoutFaults(dropDown);
		bench.sandbox.faults.add({ ...hit, match: { path: '/crm/' }, times });
		const outcome: unknown = await filled(dropDown).catch((error: unknown) => error);
		expect(bench.sandbox.log.crm().length).toBeLessThanOrEqual(MOST_REQUESTS);
		if (expected === WHOLE) {
			expect(outcome).toEqual(whole);
			return;
		}
		expect(outcome).toBeInstanceOf(NodeOperationError);
		const { message, description } = outcome as NodeOperationError;
		expect(message).toMatch(MESSAGES[expected.replace('*', '')] ?? /no such code/);
		expect(description).toMatch(/\w+ .*\.$/);
		expect(`${message} ${description}`).not.toContain(bench.token.access_token);
	};

	describe.each([...DROP_DOWNS, ['fields of activities', ACTIVITY_FIELDS] as const])(
		'%s',
		(_name, dropDown) => {
			it.each(FAULTS)('%s, %d times: %s', async (...line: Line) => {
				const [, times, expected, hit] = line;
				await expectOutcome(dropDown, hit, times, expected);
			});
		},
	);

	describe.each(DROP_DOWNS)('%s', (_name, dropDown) => {
		it.each(NO_ROWS)('%s, %d times: %s', async (...line: Line) => {
			const [, times, expected, hit] = line;
			await expectOutcome(dropDown, hit, times, expected);
		});
	});

	it('offers the fields of the activities that Zoho does not refuse', async () => {
		const whole = await filled(ACTIVITY_FIELDS);
		const [, , , hit] = NO_ROWS.find(([name]) => name === 'no permission') ?? [];
		bench.sandbox.faults.add({ ...hit, match: { path: '/fields', query: { module: 'Events' } } });
		const rest = await filled(ACTIVITY_FIELDS);
		expect(rest.map(({ value }) => value)).toContain('Call_Type');
		expect(rest.length).toBeLessThan(whole.length);
	});
});
