import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { locatorOf } from '../actions/parameters/locator';
import { apiName } from '../actions/parameters/validate';
import { ZohoError } from '../helpers/zohoError';

/** The value of a resource locator as it is in the editor. */
export function currentLocator(context: ILoadOptionsFunctions, name: string): unknown {
	return locatorOf(context.getCurrentNodeParameter(name)).value;
}

/**
 * The module that the other drop-downs depend on.
 * @throws ZohoError INVALID_PARAMETER
 */
export function chosenModule(context: ILoadOptionsFunctions): string {
	const module = currentLocator(context, 'module') ?? '';
	if (module !== '') return apiName(module, 'module');
	throw new ZohoError({
		code: 'INVALID_PARAMETER',
		message: 'Choose the module first',
		resolution: 'Its records or lists are then shown here.',
		details: { parameter: 'module' },
	});
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
		const said = error instanceof Error ? error.message : String(error);
		const description = error instanceof ZohoError ? error.resolution : undefined;
		// A drop-down shows the message alone, so the way out is part of it.
		const message = description === undefined ? said : `${said}. ${description}`;
		throw new NodeOperationError(context.getNode(), message, { description });
	}
}
