import fc from 'fast-check';
import { print } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/print';
import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { programs } from './programs';
import { json, parse, runPure } from './pure';
import { withoutPositions } from './withoutPositions';

const LIMITS = { maxStatements: 300, maxApiCalls: 5 };
const CODES = /^(DELUGE_(SYNTAX|RUNTIME|UNSUPPORTED|LIMIT)|BINARY_RESPONSE)$/;

it('printing a tree and parsing it gives the same tree', () => {
	fc.assert(
		fc.property(programs, (script) => {
			expect(withoutPositions(parse(print(script)))).toEqual(withoutPositions(script));
		}),
		{ numRuns: 400 },
	);
});

it('random programs end with a value or an error of their own, within the bounds', async () => {
	await fc.assert(
		fc.asyncProperty(programs, async (script) => {
			const source = print(script);
			let requests = 0;
			const answer = () => {
				requests += 1;
				return json({ data: [{ id: '1', Name: 'a' }] });
			};
			const variables = { a: 'text', rows: [{ id: '1' }, 2], x1: 3, _y: null };
			try {
				await runPure(source, { limits: LIMITS, variables, answer });
			} catch (error) {
				if (!(error instanceof ZohoError)) throw error;
				expect(error.code).toMatch(CODES);
				expect(error.details).toEqual({ line: expect.any(Number), column: expect.any(Number) });
			}
			expect(requests).toBeLessThanOrEqual(LIMITS.maxApiCalls);
		}),
		{ numRuns: 400 },
	);
});

it('any text is read, or refused with a place in it', () => {
	const pieces = fc.constantFrom(
		...'if else for each in while try catch return info null true { } ( ) [ ] " \' ; : , . = + - ! && || // /* */ a 1 zoho.crm.f \n'.split(
			' ',
		),
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
			const source = parts.join(' ');
			try {
				parse(source);
			} catch (error) {
				if (!(error instanceof ZohoError)) throw error;
				const { line } = error.details as { line: number };
				expect(error.code).toMatch(/^DELUGE_(SYNTAX|LIMIT)$/);
				expect(line).toBeLessThanOrEqual(source.split('\n').length);
			}
		}),
		{ numRuns: 1000 },
	);
});
