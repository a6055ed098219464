import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { ZohoError } from '../../helpers/zohoError';

export type ZohoContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The oldest n8n that has all that is asked of it. */
export const MINIMUM_N8N = '1.123';

/** The execution's cancel signal; drop-downs and polls have none. */
export function cancelSignal(context: ZohoContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/**
 * The context with another signal: n8n's helper takes its abort signal from there, and its own
 * `timeout` counts idle time only.
 */
export function withSignal(context: ZohoContext, signal: AbortSignal): IExecuteFunctions {
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } });
}

/** @throws ZohoError N8N_TOO_OLD when n8n lacks one of the helpers that reach Zoho */
export function requireHelpers({ helpers }: ZohoContext): void {
	const names = ['httpRequestWithAuthentication', 'refreshOAuth2Token'];
	const missing = names.find((name) => typeof property(helpers, name) !== 'function');
	if (missing === undefined) return;
	throw new ZohoError({
		code: 'N8N_TOO_OLD',
		message: `This n8n is too old for the node: it has no '${missing}'`,
		resolution: `Update n8n to version ${MINIMUM_N8N} or newer.`,
		details: { missing },
	});
}

/** A property of a value whose type is not known, such as an error of n8n's helper. */
export function property(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
	return (value as Record<string, unknown>)[key];
}
