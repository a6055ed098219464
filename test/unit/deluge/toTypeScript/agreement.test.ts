import fc from 'fast-check';
import { print } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/print';
import { programsOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { complaintsOf } from '../compiled';
import { programs } from '../programs';
import { parse, runPure } from '../pure';
import { runTranslated } from '../translated';

/**
 * Tasks have nothing to ask here, loops may have no end, errors have no line in TypeScript, chance
 * differs, and AES and XML are no part of it.
 */
const LEFT_OUT = /zoho\.crm|invokeurl|while|lineno|randomnumber|aes(?:en|de)code|xml|xpath/i;

async function outcomeOf(script: string): Promise<unknown> {
	try {
		const { returned } = await runPure(script);
		return { value: returned ?? null };
	} catch (error) {
		if (error instanceof ZohoError) return error.code;
		throw error;
	}
}

it('random programs give in both translations what they give as scripts', async () => {
	const scripts = fc
		.sample(programs, { numRuns: 600, seed: 11 })
		.map(print)
		.filter((script) => !LEFT_OUT.test(script));
	const results = runTranslated(scripts);
	for (const [index, script] of scripts.entries()) {
		const outcome = await outcomeOf(script);
		const { typescript, javascript } = results[index] ?? {};
		// What is refused before it starts may go further in a translation.
		if (outcome === 'DELUGE_UNSUPPORTED') continue;
		const expected = typeof outcome === 'string' ? { failure: expect.any(String) } : outcome;
		expect({ script, typescript, javascript }).toEqual({
			script,
			typescript: expected,
			javascript: expected,
		});
	}
	const texts = scripts.map((script) => programsOf(parse(script)).typescript.text);
	expect(complaintsOf(texts)).toEqual([]);
});
