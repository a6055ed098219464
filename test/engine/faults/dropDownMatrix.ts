import { NodeOperationError, type INodeParameters } from 'n8n-workflow';
import { takeDelays } from '../../support/engine/clock';
import type { EngineOptions } from '../../support/engine';
import { CREDENTIAL_TYPE, openBench, type Bench } from '../operations/fixture';
import { holdDeadlines } from './deadlines';
import { FAULTS, MESSAGES, NO_ROWS, WHOLE, type Hit, type Line } from './faultCases';

/** Most requests that one drop-down may send, whatever happens. */
const MOST_REQUESTS = 70;

export interface DropDown {
	method: string;
	parameters: INodeParameters;
	filter?: string;
}

type Named = readonly [string, DropDown];

export interface DropDowns {
	/** Type of the node. */
	type: string;
	/** Its class, where the bench does not have it. */
	nodes?: EngineOptions['nodes'];
	dropDowns: readonly Named[];
	/** Those that ask for all activities, and offer what Zoho does not refuse. */
	ofActivities: readonly Named[];
	/** What these offer of calls. */
	offered: string;
}

/** Tests a node's drop-downs under each fault. The test file has to mock the clock of n8n-workflow. */
export function testDropDowns({ type, nodes, dropDowns, ofActivities, offered }: DropDowns): void {
	const activities = new Set(ofActivities.map(([, dropDown]) => dropDown));
	describe('a fault while the editor fills a drop-down', () => {
		let bench: Bench;

		beforeAll(async () => {
			bench = await openBench({ nodes, credits: { total: 1_000_000, used: 0 } });
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
				type,
				...asked,
				credentials: { [CREDENTIAL_TYPE]: bench.credentialId },
			};
			return asked.method.startsWith('search')
				? (await bench.engine.listSearch({ ...options, filter })).results
				: await bench.engine.loadOptions(options);
		};
		const fillings = new Map<DropDown, ReturnType<typeof filled>>();
		/**
		 * What it offers without faults: the same each time. The fields of activities are read anew: what
		 * the failed attempt of the test before still asks for the other modules ends meanwhile.
		 */
		const filledWithoutFaults = async (dropDown: DropDown) => {
			const known = activities.has(dropDown) ? undefined : fillings.get(dropDown);
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

		describe.each([...dropDowns, ...ofActivities])('%s', (_name, dropDown) => {
			it.each(FAULTS)('%s, %d times: %s', async (...line: Line) => {
				const [, times, expected, hit] = line;
				await expectOutcome(dropDown, hit, times, expected);
			});
		});

		describe.each(dropDowns)('%s', (_name, dropDown) => {
			it.each(NO_ROWS)('%s, %d times: %s', async (...line: Line) => {
				const [, times, expected, hit] = line;
				await expectOutcome(dropDown, hit, times, expected);
			});
		});

		it.each(ofActivities)('%s: those that Zoho does not refuse', async (_name, dropDown) => {
			const whole = await filled(dropDown);
			const [, , , hit] = NO_ROWS.find(([name]) => name === 'no permission') ?? [];
			bench.sandbox.faults.add({ ...hit, match: { path: '/fields', query: { module: 'Events' } } });
			const rest = await filled(dropDown);
			const values = rest.map(({ value }) => value);
			expect(values).toContain(offered);
			expect(values).not.toContain('Event_Title');
			expect(whole).toEqual(expect.arrayContaining(rest));
		});
	});
}
