import { fork } from 'node:child_process';
import { join } from 'node:path';
import { emptyDataset, startSandbox } from '../../support/sandbox';
import { related } from '../../engine/operations/fixture';
import type { ReadRequest, ReadResult } from './request';

const MEGABYTE = 1024 * 1024;
/** Heap of the whole process, n8n's engine included, as a multiple of the rows' JSON size (docs/limits.md). */
const MULTIPLE = 4;
const FIELDS =
	'Last_Name,First_Name,Email,Phone,Company,Lead_Source,Lead_Status,Description,Owner,Created_Time,Modified_Time,Created_By,Modified_By';

/** Reads in a process whose heap has a bound; undefined when it ran out of it. */
async function readWithin(heapMb: number, request: ReadRequest): Promise<ReadResult | undefined> {
	const child = fork(join(__dirname, 'read.ts'), {
		execArgv: ['--require', 'tsx/cjs', `--max-old-space-size=${heapMb}`],
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	const result = new Promise<ReadResult | undefined>((resolve) => {
		child.once('message', (message: ReadResult) => resolve(message));
		child.once('exit', () => resolve(undefined));
	});
	child.send(request);
	return await result;
}

describe('the memory of a run', () => {
	it('of 100,000 rows stays within a multiple of their JSON size', async () => {
		const builder = emptyDataset();
		const id = builder.withRelated('Campaigns', 'Leads', 100_000);
		const sandbox = await startSandbox({ dataset: builder.build() });
		try {
			const request: ReadRequest = {
				credential: {
					dataCenter: 'custom',
					accountsUrl: sandbox.origin,
					apiUrl: sandbox.origin,
					clientId: sandbox.client.id,
					clientSecret: sandbox.client.secret,
					oauthTokenData: { ...sandbox.tokens.issue() },
				},
				parameters: related('Campaigns', id, 'Leads', { fields: FIELDS, returnAll: true }),
			};
			const sample = await readWithin(1000, {
				...request,
				parameters: { ...request.parameters, returnAll: false, limit: 1000 },
			});
			const jsonMb = ((sample?.jsonBytes ?? NaN) * 100) / MEGABYTE;
			const heap = Math.ceil(MULTIPLE * jsonMb);
			const read = await readWithin(heap, request);
			expect(read).toMatchObject({ rows: 100_000 });
		} finally {
			await sandbox.close();
		}
	}, 240_000);
});
