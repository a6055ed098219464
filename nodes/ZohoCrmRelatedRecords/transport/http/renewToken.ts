import { CREDENTIAL } from '../../helpers/constants';
import { property, requireHelpers, type ZohoContext } from './context';
import { untilAborted, withDeadline } from './deadline';
import type { RenewalOutcome, RenewToken } from './exchange';

const OAUTH2 = { tokenType: 'Bearer' };

/**
 * @returns what lets n8n renew the access token. n8n heeds no signal there, and gives the accounts
 * server five minutes, so it is no longer waited for when the time is up.
 */
export function tokenRenewer(context: ZohoContext): RenewToken {
	return async (timeout) => {
		requireHelpers(context);
		const { helpers } = context;
		return await withDeadline(context, timeout, async (signal): Promise<RenewalOutcome> => {
			try {
				const renewal = helpers.refreshOAuth2Token.call(context, CREDENTIAL, OAUTH2);
				await untilAborted(renewal, signal);
				return { kind: 'renewed' };
			} catch (error) {
				signal.throwIfAborted();
				return outcomeOf(error);
			}
		});
	};
}

/**
 * What a failed renewal tells. The error is the system's one, that of an answer with an error status,
 * that of an answer that is no JSON, or n8n's of an answer in which the accounts server refuses.
 * @throws the error of a broken connection
 */
function outcomeOf(error: unknown): RenewalOutcome {
	const response = property(error, 'response');
	const status = property(response, 'status') ?? property(error, 'status');
	const body = property(error, 'body') ?? property(response, 'data');
	const word = property(body, 'error');
	if (typeof word === 'string') return { kind: 'refused', word };
	if (typeof status === 'number') {
		return { kind: 'answer', status, headers: {}, text: typeof body === 'string' ? body : '' };
	}
	// Half an answer: releases up to n8n 1.123 pass on what parsing it throws.
	const isHalf = property(error, 'name') === 'SyntaxError';
	if (isHalf || property(error, 'isAxiosError') === true) throw error;
	return { kind: 'refused' };
}
