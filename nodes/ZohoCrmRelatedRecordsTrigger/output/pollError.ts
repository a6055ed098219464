import { NodeOperationError, type INode, type NodeApiError } from 'n8n-workflow';
import { asZohoError, stopRun } from '../../ZohoCrmRelatedRecords/actions/output/nodeErrors';

/** Causes in n8n's words, by which it polls less often for a while, where it can. */
const CAUSES = {
	RATE_LIMITED: 'rate-limited',
	CREDITS_SPENT: 'quota-exhausted',
	RECONNECT_REQUIRED: 'credential-invalid',
} as const;

/** n8n's error for what made a poll fail. */
export function pollError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const failure = asZohoError(error);
	const shown = stopRun(node, failure);
	const cause = Object.entries(CAUSES).find(([code]) => code === failure?.code)?.[1];
	if (cause !== undefined) shown.failure = { cause };
	return shown;
}
