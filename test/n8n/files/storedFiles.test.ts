import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { filesOf, openBench, type Bench } from '../../engine/operations/fixture';
import type * as clock from '../../support/engine/clock';
import { storeFilesOnDisk, type FileStorage } from '../../support/engine';
import { known, type Fault, type Row } from '../../support/sandbox';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

describe('Download Attachments where n8n stores files in its file system', () => {
	let bench: Bench;
	let storage: FileStorage;

	beforeAll(async () => {
		storage = await storeFilesOnDisk();
		bench = await openBench();
	});
	beforeEach(async () => {
		bench.sandbox.log.clear();
		bench.sandbox.faults.clear();
		await storage.clear();
	});
	afterAll(async () => await bench.close());

	const { id } = known.lead;
	const rows = () => bench.sandbox.data.relatedRows('Leads', id, 'Attachments');
	const sizesOf = (files: readonly Row[]) => files.map((row) => Number(row.Size));
	const download = async (fault?: Partial<Fault>, input: IDataObject[] = [{}]) => {
		if (fault) {
			bench.sandbox.faults.add({ match: { path: /Attachments\/\d+$/ }, ...fault });
		}
		return await bench.run(filesOf('Leads', id), { onError: 'continueErrorOutput', input });
	};
	/** Sizes of the files in the folder, without n8n's notes on them. */
	const stored = async () =>
		Object.entries(await storage.sizes())
			.filter(([path]) => !path.endsWith('.metadata'))
			.map(([, size]) => size);
	const sorted = (sizes: readonly number[]) => [...sizes].sort((a, b) => a - b);

	const expectWhole = async (output: readonly INodeExecutionData[]) => {
		expect(output).toHaveLength(rows().length);
		for (const [index, { binary }] of output.entries()) {
			const row = rows()[index] as Row;
			const { data } = binary ?? {};
			expect(data).toMatchObject({
				id: expect.stringMatching(/^filesystem-v2:/),
				data: 'filesystem-v2',
				fileName: row.File_Name,
				fileExtension: String(row.File_Name).split('.').at(-1),
				mimeType: expect.stringMatching(/pdf|wordprocessingml|png/),
				bytes: Number(row.Size),
			});
			expect(await storage.read(data?.id)).toHaveLength(Number(row.Size));
		}
		expect(sorted(await stored())).toEqual(sorted(sizesOf(rows())));
	};

	it('stores each file once, with name, type and size', async () => {
		const { output, errorOutput } = await download();
		expect(errorOutput).toEqual([]);
		await expectWhole(output);
	});

	it.each<[string, Partial<Fault>]>([
		['breaks off', { reset: 'body' }],
		['breaks off twice', { reset: 'body', times: 2 }],
		['comes short', { truncate: true, times: 2 }],
		['is throttled', { reply: { status: 429 } }],
	])(
		'leaves nothing behind of a file that %s, and stores it whole by a retry',
		async (_, fault) => {
			const { output, errorOutput } = await download(fault);
			expect(errorOutput).toEqual([]);
			await expectWhole(output);
		},
	);

	it('leaves nothing behind of files that never come whole', async () => {
		const { output, errorOutput } = await download({ truncate: true, times: Infinity });
		expect(output).toEqual([]);
		expect(errorOutput.map(({ json }) => json.error)).toEqual([
			expect.objectContaining({ code: 'INVALID_RESPONSE' }),
		]);
		expect(await storage.sizes()).toEqual({});
	});

	it('leaves nothing behind of a file that is longer than Zoho says', async () => {
		const longer: Partial<Fault> = {
			times: Infinity,
			alter: (reply) => ({
				...reply,
				body: Buffer.concat([Buffer.from(reply.body), Buffer.alloc(9)]),
			}),
		};
		const { output, errorOutput } = await download(longer);
		expect(output).toEqual([]);
		expect(errorOutput).toHaveLength(1);
		expect(await storage.sizes()).toEqual({});
	});

	it('stores the files of each input item', async () => {
		const { output } = await download(undefined, [{}, {}, {}]);
		expect(new Set(output.map(({ binary }) => binary?.data?.id)).size).toBe(9);
		expect(sorted(await stored())).toEqual(sorted([1, 2, 3].flatMap(() => sizesOf(rows()))));
	});
});
