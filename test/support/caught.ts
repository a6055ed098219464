import { ZohoError } from '../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';

/** The ZohoError that a step throws; fails the test when it throws anything else, or nothing. */
export function caught(step: () => unknown): ZohoError {
	try {
		step();
	} catch (error) {
		return zohoErrorIn(error);
	}
	throw new Error('Nothing was thrown');
}

/** The ZohoError that a promise rejects with. */
export async function rejected(promise: Promise<unknown>): Promise<ZohoError> {
	try {
		await promise;
	} catch (error) {
		return zohoErrorIn(error);
	}
	throw new Error('Nothing was thrown');
}

function zohoErrorIn(error: unknown): ZohoError {
	if (error instanceof ZohoError) return error;
	throw new Error(`Not a ZohoError: ${String(error)}`);
}
