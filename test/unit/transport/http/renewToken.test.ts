import type { IExecuteFunctions } from 'n8n-workflow';
import type { RenewalOutcome } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/exchange';
import { tokenRenewer } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/renewToken';

/** An n8n whose renewal of the token ends so. */
const renewing = async (refresh: () => Promise<unknown>, cancel?: AbortSignal) => {
	const helpers = { httpRequestWithAuthentication: () => undefined, refreshOAuth2Token: refresh };
	const context: IExecuteFunctions = Object.create(null, {
		helpers: { value: helpers },
		getExecutionCancelSignal: { value: () => cancel },
	});
	return await tokenRenewer(context)(60_000);
};
const SECRET = '1000.secret';

describe('a renewal of the token by n8n', () => {
	it('is done when n8n has it', async () => {
		expect(await renewing(async () => ({ access_token: SECRET }))).toEqual({ kind: 'renewed' });
	});

	it.each<[string, object, RenewalOutcome]>([
		[
			'the word of the accounts server',
			Object.assign(new Error(SECRET), { body: { error: 'invalid_code' } }),
			{ kind: 'refused', word: 'invalid_code' },
		],
		[
			'the word in an answer with an error status',
			Object.assign(new Error(), { response: { status: 400, data: { error: 'Access Denied' } } }),
			{ kind: 'refused', word: 'Access Denied' },
		],
		['an error without anything', new Error(SECRET), { kind: 'refused', word: undefined }],
		[
			'a page',
			Object.assign(new Error(), { status: 404, body: '<html>' }),
			{ kind: 'answer', status: 404, text: '<html>', headers: {} },
		],
		[
			'a fault of the accounts server',
			Object.assign(new Error(), { isAxiosError: true, response: { status: 503, data: 'busy' } }),
			{ kind: 'answer', status: 503, text: 'busy', headers: {} },
		],
		[
			'a broken connection',
			Object.assign(new Error(SECRET), { isAxiosError: true, code: 'ECONNRESET' }),
			{ kind: 'broken', reason: 'ECONNRESET' },
		],
		['half an answer', new SyntaxError(SECRET), { kind: 'broken', reason: undefined }],
	])('that fails with %s', async (_, error, outcome) => {
		const actual = await renewing(async () => await Promise.reject(error));
		expect(actual).toEqual(outcome);
		expect(JSON.stringify(actual)).not.toContain(SECRET);
	});

	it('is no longer waited for when the execution is cancelled', async () => {
		const controller = new AbortController();
		const outcome = renewing(async () => await new Promise(() => undefined), controller.signal);
		controller.abort();
		expect(await outcome).toEqual({ kind: 'cancelled' });
	});
});
