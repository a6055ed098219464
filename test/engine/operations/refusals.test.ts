import type { INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { known, type Fault } from '../../support/sandbox';
import { openBench, related, type Bench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

describe('what Zoho refuses, in whatever form', () => {
	let bench: Bench;

	beforeEach(async () => {
		takeDelays();
		bench = await openBench();
	});
	afterEach(async () => await bench.close());

	const notes = (more: INodeParameters = {}) => related('Leads', known.lead.id, 'Notes', more);
	const refuse = (status: number, body: unknown, times = 1) =>
		bench.sandbox.faults.add({ match: {}, reply: { status, body } as Fault['reply'], times });
	const errorOf = async (parameters: INodeParameters = notes()) => {
		const { errorOutput, output } = await bench.run(parameters, ON_ERROR);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error as Record<string, unknown>;
	};
	const refusal = { code: 'NO_PERMISSION', details: {}, message: 'denied', status: 'error' };

	it.each([
		[400, { data: [refusal] }, 'NO_PERMISSION'],
		[200, { data: [refusal] }, 'NO_PERMISSION'],
		[403, { notes: [refusal, refusal] }, 'NO_PERMISSION'],
		[400, { error: 'invalid_request', error_description: 'no such thing' }, 'invalid_request'],
		[200, { error: 'Access Denied', status: 'failure' }, 'Access_Denied'],
		[400, { data: [{ id: '1' }] }, 'INVALID_RESPONSE'],
	])('keeps its code with %d %j', async (status, body, code) => {
		refuse(status, body);
		expect(await errorOf()).toMatchObject({ code, httpStatusCode: status });
	});

	it('is waited out where it is a throttle with 400', async () => {
		const message = 'URL_FIXED_THROTTLES_LIMIT_EXCEEDED';
		refuse(400, { ...refusal, code: 'INTERNAL_ERROR', message }, 2);
		const { json } = await bench.run(notes());
		expect(json).toHaveLength(known.lead.counts.Notes ?? NaN);
		expect(takeDelays()).toHaveLength(2);
		refuse(400, { ...refusal, code: 'INTERNAL_ERROR', message }, 99);
		expect(await errorOf()).toMatchObject({ code: 'RATE_LIMITED' });
	});

	it.each(['invalid oauth scope to access this URL', 'Unauthorized'] as const)(
		'never advises a scope that the credential has (%s)',
		async (scopeRefusal) => {
			await bench.close();
			bench = await openBench({ unsettled: { scopeRefusal } });
			const scores = await errorOf(related('Leads', known.lead.id, 'Entity_Scores__s'));
			expect(scores).toMatchObject({ code: 'OAUTH_SCOPE_MISMATCH' });
			expect(scores.resolution).toContain(
				'add ZohoCRM.modules.entity_scores.READ to Enabled Scopes',
			);
			const social = await errorOf(related('Leads', known.lead.id, 'Social'));
			expect(social.resolution).toMatch(/beyond those of the credential/);
			expect(social.resolution).not.toContain('ZohoCRM.modules.READ');
		},
	);

	it.each(['text', 'number'] as const)('reads sizes of attachments as %s', async (size) => {
		await bench.close();
		bench = await openBench({ unsettled: { attachmentSize: size } });
		const list = related('Leads', known.lead.id, 'Attachments', { fields: ['Size'] });
		const { json } = await bench.run(list);
		expect(typeof json[0]?.Size).toBe(size === 'text' ? 'string' : 'number');
	});

	it('is of the list, not of the module, where the list is not supported', async () => {
		expect(
			await errorOf(related('Leads', known.lead.id, 'Voice_of_the_Customer__s')),
		).toMatchObject({
			code: 'NOT_SUPPORTED',
			resolution: expect.stringContaining('Choose another related list'),
		});
	});

	it.each([
		['an object as parameter name', { param_name: { toString: 'x' } }],
		['a long parameter name', { param_name: 'x'.repeat(5_000_000) }],
		['many permissions', { permissions: Array.from({ length: 100_000 }, () => 'Crm_View') }],
		['permissions that are objects', { permissions: [{ toString: 1 }, null] }],
		['control characters', { param_name: 'a\u0000\u202e\nb' }],
	])('is short and safe: %s', async (_what, details) => {
		for (const code of ['INVALID_DATA', 'NO_PERMISSION', 'REQUIRED_PARAM_MISSING']) {
			refuse(400, { ...refusal, code, details, message: 'm\u0000'.repeat(9999) });
			const error = await errorOf();
			expect(error.code).toBe(code);
			expect(JSON.stringify(error).length).toBeLessThan(6000);
			expect(String(error.message)).not.toMatch(/\p{C}/u);
		}
	});

	it('does not bring the access token out, however it is repeated', async () => {
		const token = bench.token.access_token;
		const words = [
			{ ...refusal, code: 'STRANGE', message: `no for ${token}` },
			{ ...refusal, details: { request: { authorization: `Bearer ${token}` }, [token]: 1 } },
			{ data: [{ ...refusal, details: { header: 'Zoho-oauthtoken 1000.other.token' } }] },
			// Long texts are cut off, and a token in the middle with them.
			{ ...refusal, code: 'STRANGE', message: `${'x'.repeat(500 - token.length / 2)}${token}` },
			{
				...refusal,
				details: { text: 'x'.repeat(1960 - token.length / 2), token, more: 'x'.repeat(99) },
			},
			{ ...refusal, code: 'INVALID_DATA', details: { param_name: `name ${token} and more` } },
		];
		for (const body of words) {
			refuse(400, body);
			const continued = await bench.run(notes(), ON_ERROR);
			refuse(400, body);
			const stopped = await bench.run(notes());
			const seen = JSON.stringify([continued.errorOutput, stopped.error, stopped.run.recorded]);
			expect(seen).toMatch(/NO_PERMISSION|STRANGE|INVALID_DATA/);
			expect(seen).not.toContain(token.slice(0, 20));
			expect(seen).not.toContain('1000.other.token');
		}
	});

	it('does not bring it out of a script that returns the refusal either', async () => {
		const token = bench.token.access_token;
		refuse(400, { ...refusal, message: `Bearer ${token}`, details: { token } });
		const { json } = await bench.run({
			operation: 'runDelugeScript',
			script: `return zoho.crm.getRelatedRecords("Notes", "Leads", "${known.lead.id}");`,
		});
		expect(JSON.stringify(json)).toContain('NO_PERMISSION');
		expect(JSON.stringify(json)).not.toContain(token);
	});

	it('leaves rows as they are, whatever they look like', async () => {
		const row = { id: '1', Note_Content: 'curl -H "Authorization: Bearer abc.def"' };
		refuse(200, { data: [row], info: { more_records: false } });
		expect((await bench.run(notes())).json).toEqual([row]);
	});

	it.each(['12', '10:00', '10:00:00 Europe/Berlin', '2026-W10', '2026-123', '2026'])(
		'is asked nothing with %s as a time',
		async (modifiedSince) => {
			expect(await errorOf(notes({ options: { modifiedSince } }))).toMatchObject({
				code: 'INVALID_PARAMETER',
				details: { parameter: 'modifiedSince' },
			});
			expect(bench.sandbox.log.crm()).toEqual([]);
		},
	);
});
