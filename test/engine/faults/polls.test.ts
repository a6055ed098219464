import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { dataset, MINUTE, ofRecord, openTrigger, type Trigger } from '../trigger/fixture';
import { holdDeadlines } from './deadlines';
import { FAULTS, MESSAGES, NO_ROWS, WHOLE, type Line } from './faultCases';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

/** Most requests that one poll may send, whatever happens. */
const MOST_REQUESTS = 25;

const { lead, data } = dataset();
let trigger: Trigger;

beforeEach(async () => {
	takeDelays();
	trigger = await openTrigger(ofRecord('Leads', lead, 'Notes'), {
		dataset: data,
		credits: { total: 1_000_000, used: 0 },
	});
	holdDeadlines();
	await trigger.node.poll();
	trigger.now += MINUTE;
	trigger.sandbox.change({ do: 'add', module: 'Leads', recordId: lead, list: 'Notes' });
	trigger.takeRequests();
});
afterEach(async () => await trigger.close());

/** Waits beyond the time that a poll has are not waited out, as they are elsewhere. */
const expectedOf = ([name, , expected]: Line) =>
	name === 'Retry-After date' ? 'RATE_LIMITED' : expected.replace('*', '');

describe('a fault while a poll reads', () => {
	it.each([...FAULTS, ...NO_ROWS])('%s, %d times: %s', async (...line: Line) => {
		const [, times, , hit] = line;
		const expected = expectedOf(line);
		const before = trigger.node.stored;
		trigger.sandbox.faults.add({ ...hit, match: { path: '/crm/' }, times });
		const outcome: unknown = await trigger.pollAfter(MINUTE).catch((error: unknown) => error);
		expect(trigger.takeRequests().length).toBeLessThanOrEqual(MOST_REQUESTS);
		const isWhole = expected === WHOLE;
		if (isWhole) expect(outcome).toHaveLength(1);
		else {
			const isOurs = outcome instanceof NodeApiError || outcome instanceof NodeOperationError;
			expect([isOurs, String(outcome)]).toEqual([
				true,
				expect.stringMatching(MESSAGES[expected] ?? /no such code/),
			]);
			expect(trigger.node.stored).toBe(before);
		}
		trigger.sandbox.faults.clear();
		if (trigger.sandbox.credits) trigger.sandbox.credits.used = 0;
		const next = [await trigger.pollAfter(MINUTE), await trigger.pollAfter(MINUTE)];
		expect(next).toEqual([isWhole ? null : [expect.objectContaining({ event: 'created' })], null]);
	});
});
