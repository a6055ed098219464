import type * as clock from '../../support/engine/clock';
import { holdDeadlines, passDeadlinesFromNowOn, passDeadlinesInBodyOf } from './deadlines';
import type { Fault } from '../../support/sandbox';
import { ACCOUNTS } from './accountsCases';
import { FAULTS, NO_ROWS, WHOLE } from './faultCases';
import { expectOutcome, World, type ReadName } from './world';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const LISTS: readonly ReadName[] = [
	'related records',
	'related records, all fields',
	'activity timeline',
	'related records, counted',
	'record history',
	'record history, two pages',
	'emails',
	'emails with content',
	'record digest',
	'record digest, all of it',
	'files, listed',
	'found records',
];
const READS: readonly ReadName[] = [...LISTS, 'files', 'Deluge script'];

describe('a fault at one of three records', () => {
	let world: World;

	beforeAll(async () => {
		world = await World.open();
	});
	beforeEach(() => {
		world.reset();
		holdDeadlines();
	});
	afterAll(async () => await world.close());

	describe.each(READS)('%s', (read) => {
		it.each(FAULTS)('%s, %d times: %s', async (_name, times, expected, hit) => {
			const outcome = await world.runWith(read, { ...hit, times });
			expectOutcome(outcome, await world.expected(read), expected);
		});

		it('renewing access: no answer: TIMEOUT', async () => {
			const whole = await world.expected(read);
			world.sandbox.tokens.expireAccessTokens();
			const match = { path: '/oauth/v2/token', method: 'POST' };
			// n8n goes on waiting for its first request, so each further one passes its time, too.
			const then = passDeadlinesFromNowOn;
			const outcome = await world.runWith(read, { hang: true, then, times: Infinity, match });
			expectOutcome(outcome, whole, 'TIMEOUT*');
		});

		it.each(ACCOUNTS)('renewing access: %s, %d times: %s', async (...line) => {
			const [, times, expected, hit] = line;
			const whole = await world.expected(read);
			world.sandbox.tokens.expireAccessTokens();
			const match = { path: '/oauth/v2/token', method: 'POST' };
			const outcome = await world.runWith(read, { ...hit, times, match });
			expectOutcome(outcome, whole, expected);
		});

		it('access revoked: RECONNECT_REQUIRED', async () => {
			const { refresh_token: token } = world.bench.token;
			const then = () => world.sandbox.tokens.revoke(token);
			const outcome = await world.runWith(read, { then });
			expectOutcome(outcome, await world.expected(read), 'RECONNECT_REQUIRED*');
		});

		it('a body slower than the time bound: TIMEOUT', async () => {
			const then: Fault['then'] = (_sandbox, { path }) => passDeadlinesInBodyOf(path);
			const outcome = await world.runWith(read, { dripMs: 20, then, times: Infinity });
			expectOutcome(outcome, await world.expected(read), 'TIMEOUT');
		});
	});

	describe('related records by query', () => {
		const read = 'related records by query';

		it.each([...FAULTS, ...NO_ROWS])('%s, %d times: %s', async (...line) => {
			const [, times, expected, hit] = line;
			const outcome = await world.runWith(read, { ...hit, times });
			expectOutcome(outcome, await world.expected(read), withoutQuery(expected));
		});

		it('access revoked: RECONNECT_REQUIRED', async () => {
			const { refresh_token: token } = world.bench.token;
			const then = () => world.sandbox.tokens.revoke(token);
			const outcome = await world.runWith(read, { then });
			expectOutcome(outcome, await world.expected(read), 'RECONNECT_REQUIRED*');
		});
	});

	describe.each(LISTS)('%s', (read) => {
		it.each(NO_ROWS)('%s, %d times: %s', async (_name, times, expected, hit) => {
			const outcome = await world.runWith(read, { ...hit, times });
			expectOutcome(outcome, await world.expected(read), expected);
		});
	});
});

/** Where a query fails, the related lists are read: only what ends the run ends that as well. */
function withoutQuery(expected: string): string {
	return /^(RECONNECT_REQUIRED|CREDITS_SPENT)/.test(expected) ? expected : WHOLE;
}
