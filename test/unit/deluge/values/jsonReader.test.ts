import fc from 'fast-check';
import { readJson } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/jsonReader';
import { Meter } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/scriptLimits';
import { parseJson } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/json';

const pacer = { isDue: () => false, pause: async () => await Promise.resolve() };
const LIMITS = { maxStatements: 1, maxApiCalls: 1, maxSeconds: 1 };
/** Blanks that make any text too long to be parsed in one step. */
const LONG = ' '.repeat(200_001);

const inSteps = async (text: string) => await readJson(LONG + text, new Meter(LIMITS, pacer));

function atOnce(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

it('reads random JSON as the parser of short texts does', async () => {
	await fc.assert(
		fc.asyncProperty(fc.json(), fc.boolean(), async (json, isIndented) => {
			const text = isIndented ? JSON.stringify(JSON.parse(json), null, '\t') : json;
			expect(JSON.stringify(await inSteps(text))).toBe(JSON.stringify(atOnce(text)));
		}),
		{ numRuns: 300 },
	);
});

it.each([
	'',
	'[',
	'[1,]',
	'[1 2]',
	'{"a":}',
	'{"a" 1}',
	'{a:1}',
	'{"a":1,}',
	'"a',
	'"a\\"',
	'"\\x"',
	'"a\nb"',
	'01',
	'1.',
	'.5',
	'-',
	'+1',
	'1e400',
	'12345678901234567890',
	'[4876876000000376008]',
	'"4876876000000376008"',
	'{"b":1,"2":2,"1":3,"b":4}',
	'{"__proto__":1,"a":2}',
	'{"\\u005f_proto__":1}',
	'true false',
	'nul',
	'[null,true,false]',
	'"\\\\"',
	'"\\\\\\""',
	`${'['.repeat(200)}${']'.repeat(200)}`,
	`${'['.repeat(201)}${']'.repeat(201)}`,
])('reads %j as the parser of short texts does', async (text) => {
	expect(JSON.stringify(await inSteps(text))).toBe(JSON.stringify(atOnce(text)));
});
