import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { locatorOf } from '../actions/parameters/locator';
import { ZohoError } from '../helpers/zohoError';

/** The value of a resource locator as it is in the editor. */
export function currentLocator(context: ILoadOptionsFunctions, name: string): unknown {
	return locatorOf(context.getCurrentNodeParameter(name)).value;
}

/**
 * Runs a step of a drop-down.
 * @throws NodeOperationError that the editor can show: what happened, and the way out
 */
export async function shownToUser<T>(
	context: ILoadOptionsFunctions,
	step: () => Promise<T>,
): Promise<T> {
	try {
		return await step();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const description = error instanceof ZohoError ? error.resolution : undefined;
		throw new NodeOperationError(context.getNode(), message, { description });
	}
}
