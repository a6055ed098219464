import { explain } from '../../support/n8n';
import { chromiumPath } from './browser';
import { N8nUnderTest } from './n8nUnderTest';

/** The variable that tells the tests where n8n is. Set before, it is the address of `npm run editor`. */
export const ORIGIN = 'N8N_UNDER_TEST';

export interface WithN8n {
	n8nUnderTest?: N8nUnderTest;
}

/** Before all tests: Jest runs this in its own process, and stopN8n.ts in the same. */
export default async function startN8n(): Promise<void> {
	try {
		chromiumPath();
		if (process.env[ORIGIN] !== undefined) return;
		const n8n = await N8nUnderTest.start();
		(globalThis as WithN8n).n8nUnderTest = n8n;
		process.env[ORIGIN] = n8n.origin;
	} catch (error) {
		throw new Error(explain(error));
	}
}
