import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { ExecutionStopped } from '../../helpers/executionStopped';
import { ZohoError } from '../../helpers/zohoError';

/**
 * What went wrong with an item, whatever was thrown.
 * @returns undefined when the execution was cancelled: that is no failure of an item
 */
export function asZohoError(error: unknown): ZohoError | undefined {
	if (error instanceof ZohoError) return error;
	if (error instanceof ExecutionStopped) return undefined;
	const message = error instanceof Error ? error.message : String(error);
	// n8n throws from getNodeParameter where an expression cannot be evaluated.
	const isExpression = error instanceof Error && error.name === 'ExpressionError';
	return new ZohoError({
		code: isExpression ? 'INVALID_PARAMETER' : 'UNEXPECTED',
		message: isExpression ? `A parameter's expression failed: ${message}` : message,
		resolution: isExpression
			? 'Correct the expression, or make sure that the item has the data it refers to.'
			: 'Report this to the maintainers of this node, with the parameters you used.',
	});
}

/** The failure for an AI agent, to which n8n hands nothing but the message of an error. */
export function inOneText(failure: ZohoError): ZohoError {
	const { message, code, resolution, httpStatusCode, details, subject } = failure;
	return new ZohoError({
		message: `${message}. ${resolution} [${code}]`,
		code,
		resolution,
		httpStatusCode: httpStatusCode ?? undefined,
		details,
		subject,
	});
}

/**
 * A fresh n8n error that stops the run, at an item where there are items. The caught one is no cause of it: n8n's request
 * errors hold the access token.
 * @param failure undefined when the execution was cancelled
 */
export function stopRun(
	node: INode,
	failure: ZohoError | undefined,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (failure === undefined) {
		// n8n tells a canceled run by this word.
		return new NodeOperationError(node, 'The execution was canceled', { itemIndex });
	}
	const { message, code, resolution: description, httpStatusCode, details } = failure;
	if (httpStatusCode === null) {
		const error = new NodeOperationError(node, message, { description, itemIndex });
		return named(error, message);
	}
	const error = new NodeApiError(
		node,
		{ message, zohoCode: code, zohoDetails: JSON.stringify(details) },
		{ message, description, httpCode: String(httpStatusCode), itemIndex },
	);
	return named(error, message);
}

/** n8n replaces messages that contain a system code, such as ENOENT, by sentences of its own. */
function named<T extends Error>(error: T, message: string): T {
	error.message = message;
	return error;
}
