import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES } from '../../nodes/ZohoCrmRelatedRecords/transport/responses/errorMessages';
import { captures, firstColumn, read, ROOT } from './documents';

const page = read('docs/errors.md');
const folder = 'nodes/ZohoCrmRelatedRecords';
const sources = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.ts'))
	.map((path) => read(join(folder, path)));
const union = captures(read(`${folder}/helpers/zohoError.ts`), /type OwnCode =([^;]+);/g).join();
const assigned = sources.flatMap((source) => captures(source, /\bcode(?::| = )(.*)$/gm)).join();
const own = new Set(captures(union + assigned, /'([A-Z][A-Z0-9_]+)'/g));

it('codes of our own are all in the table, and no others', () => {
	expect(own.size).toBeGreaterThan(10);
	expect(firstColumn(page, 'Own code').sort()).toEqual([...own].sort());
});

it('codes of Zoho that the node explains are all in the table, and no others', () => {
	const explained = [...MESSAGES.keys()].filter((code) => code !== '*' && !own.has(code));
	expect(firstColumn(page, "Zoho's code").sort()).toEqual(explained.sort());
});
