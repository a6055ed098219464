import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { emptyDataset, known, type Row } from '../../support/sandbox';
import { byId, byName, filesOf, openBench, useBench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;
const NETWORK_TYPES: Record<string, string> = {
	'offer.pdf': 'application/pdf',
	'contract.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'site-plan.png': 'image/png',
};

describe('Download Attachments', () => {
	const bench = useBench();

	const { id } = known.lead;
	const rows = () => bench().sandbox.data.relatedRows('Leads', id, 'Attachments');
	const paths = () =>
		bench()
			.sandbox.log.crm()
			.map(({ path }) => path);
	const LIST = `/crm/v8/Leads/${id}/Attachments`;
	const download = async (options: INodeParameters = {}, more: INodeParameters = {}) =>
		await bench().run(filesOf('Leads', id, { options, ...more }));
	const errorOf = async (options: INodeParameters = {}, more: INodeParameters = {}) => {
		const { output, errorOutput } = await bench().run(
			filesOf('Leads', id, { options, ...more }),
			ON_ERROR,
		);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error;
	};
	const sizes = (output: readonly INodeExecutionData[], field = 'data') =>
		output.map(({ binary }) => bytesOf(binary?.[field]?.data).length);

	it('gives an item for each file: its row, and its bytes with name, type and size', async () => {
		const { output, hints } = await download();
		expect(output).toHaveLength(3);
		for (const [index, { json, binary, pairedItem }] of output.entries()) {
			const row = rows()[index] as Row;
			expect(json).toMatchObject({ id: row.id, File_Name: row.File_Name, Size: row.Size });
			expect(json).toMatchObject({ Owner: { name: expect.any(String) }, $se_module: 'Leads' });
			expect(binary?.data).toMatchObject({
				fileName: row.File_Name,
				mimeType: NETWORK_TYPES[String(row.File_Name)],
				bytes: Number(row.Size),
			});
			expect(bytesOf(binary?.data?.data)).toHaveLength(Number(row.Size));
			expect(pairedItem).toEqual({ item: 0 });
		}
		expect(bytesOf(output.at(-1)?.binary?.data?.data).subarray(0, 5).toString()).toBe('%PDF-');
		expect(paths()).toEqual([LIST, ...rows().map((row) => `${LIST}/${row.id}`)]);
		expect(hints).toEqual(['4 Zoho API calls used.']);
	});

	it('puts the file in the field of the parameter', async () => {
		const { output } = await download(
			{},
			{ binaryField: 'attachment', returnAll: false, limit: 1 },
		);
		expect(Object.keys(output[0]?.binary ?? {})).toEqual(['attachment']);
	});

	it.each(['', 'a.b', '__proto__', 'x[0]', 7])('refuses the field %j', async (binaryField) => {
		expect(await errorOf({}, { binaryField })).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: 'binaryField' },
		});
		expect(paths()).toEqual([]);
	});

	it('takes no more files than the limit, and says that there are others', async () => {
		const { output, hints } = await download({}, { returnAll: false, limit: 2 });
		expect(output).toHaveLength(2);
		expect(hints.join(' ')).toMatch(/limit/i);
		expect(paths()).toHaveLength(3);
	});

	it.each([
		['*.pdf', ['offer.pdf']],
		['*.PDF', ['offer.pdf']],
		['offer.*,site*', ['site-plan.png', 'offer.pdf']],
		['?????.pdf', ['offer.pdf']],
		[['*plan*'], ['site-plan.png']],
		['nothing*', []],
	])('takes the files that fit the pattern %j', async (fileNames, names) => {
		const { json } = await download({ fileNames });
		expect(json.map((row) => row.File_Name)).toEqual(names);
		expect(paths()).toHaveLength(1 + names.length);
	});

	it('gives what is known of files without downloading them', async () => {
		const { output } = await download({ metadataOnly: true });
		expect(output.map(({ json }) => json.id)).toEqual(rows().map((row) => row.id));
		for (const { json, binary } of output) {
			expect(binary).toBeUndefined();
			expect(json).not.toHaveProperty('downloaded');
		}
		expect(paths()).toEqual([LIST]);
	});

	it('gives simple rows with their parent', async () => {
		const { json } = await download({ simplify: true, includeParent: true, metadataOnly: true });
		expect(json[0]).toMatchObject({
			Owner: expect.any(String),
			Owner_id: expect.any(String),
			parent: { module: 'Leads', id, relatedList: 'Attachments' },
		});
	});

	it('gives the files of notes as well, where they are wanted', async () => {
		const { output } = await download({ includeNoteFiles: true, includeParent: true });
		expect(output).toHaveLength(4);
		const [note] = bench()
			.sandbox.data.relatedRows('Leads', id, 'Notes')
			.filter((row) => bench().sandbox.data.relatedRows('Notes', row.id, 'Attachments').length > 0);
		const { json, binary } = output[3] as INodeExecutionData;
		expect(json).toMatchObject({
			File_Name: 'whiteboard.png',
			Parent_Id: { module: { api_name: 'Notes' }, id: note?.id, name: note?.Note_Title ?? null },
			parent: { module: 'Notes', id: note?.id, relatedList: 'Attachments' },
		});
		expect(binary?.data).toMatchObject({ mimeType: 'image/png', bytes: 5120 });
		expect(paths()).toContain(`/crm/v8/Leads/${id}/Notes`);
		expect(paths()).toContain(`/crm/v8/Notes/${note?.id}/Attachments/${String(json.id)}`);
	});

	it('gives a link its address and no bytes', async () => {
		const { deal } = known.deluge;
		const { output } = await bench().run(filesOf('Deals', deal.id));
		const links = output.filter(({ json }) => json.$type === 'Link URL');
		expect(links).toHaveLength(1);
		expect(links[0]?.json.$link_url).toMatch(/^https:/);
		expect(links[0]?.binary).toBeUndefined();
		expect(paths().filter((path) => path.includes(String(links[0]?.json.id)))).toEqual([]);
		const others = output.filter(({ json }) => json.$type !== 'Link URL');
		expect(others.every(({ binary }) => binary?.data !== undefined)).toBe(true);
	});

	it('refuses a file that is too large before any is downloaded', async () => {
		const [large] = rows().filter((row) => Number(row.Size) > 1024 * 1024);
		expect(large).toBeDefined();
		expect(await errorOf({ maxFileSize: 1 })).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringMatching(
				/^Parameter 'Max File Size \(MB\)' is 1 MB, but the file '.+' has \d+\.\d MB$/,
			),
			details: { parameter: 'maxFileSize' },
		});
		expect(paths()).toEqual([LIST]);
	});

	it('stops a file that grows beyond the limit while Zoho does not say its size', async () => {
		bench().sandbox.faults.add({
			match: { path: /Attachments$/ },
			alter: (reply) => ({
				...reply,
				body: String(reply.body).replace(/"Size":"\d+"/g, '"Size":null'),
			}),
		});
		bench().sandbox.faults.add({
			match: { path: /Attachments\/\d+$/ },
			alter: (reply) => ({ ...reply, body: Buffer.alloc(1024 * 1024 + 1) }),
			times: Infinity,
		});
		expect(await errorOf({ maxFileSize: 1 })).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining("but the file 'site-plan.png' is larger"),
		});
		expect(paths()).toHaveLength(2);
	});

	it.each(['reset', 'truncate'] as const)(
		'is repeated whole where it breaks off: %s',
		async (kind) => {
			bench().sandbox.faults.add({
				match: { path: /Attachments\/\d+$/ },
				times: 2,
				...(kind === 'reset' ? { reset: 'body' } : { truncate: true }),
			});
			const { output } = await download();
			expect(sizes(output)).toEqual(rows().map((row) => Number(row.Size)));
			expect(paths()).toHaveLength(1 + 3 + 2);
		},
	);

	it('is an error where it always comes short', async () => {
		bench().sandbox.faults.add({
			match: { path: /Attachments\/\d+$/ },
			times: Infinity,
			truncate: true,
		});
		expect(await errorOf({}, { returnAll: false, limit: 1 })).toMatchObject({
			code: 'INVALID_RESPONSE',
			message: expect.stringContaining('came with fewer bytes'),
			relatedList: 'Attachments',
		});
		expect(paths()).toHaveLength(1 + 6);
	});

	it('is an error where more bytes come than there are, without a repeat', async () => {
		bench().sandbox.faults.add({
			match: { path: /Attachments\/\d+$/ },
			alter: (reply) => ({
				...reply,
				body: Buffer.concat([Buffer.from(reply.body), Buffer.from('!')]),
			}),
		});
		expect(await errorOf({}, { returnAll: false, limit: 1 })).toMatchObject({
			code: 'INVALID_RESPONSE',
			message: expect.stringContaining('came with more bytes'),
		});
		expect(paths()).toHaveLength(2);
	});

	it('is an error where Zoho has no content for it', async () => {
		bench().sandbox.faults.add({ match: { path: /Attachments\/\d+$/ }, reply: { status: 204 } });
		expect(await errorOf({}, { returnAll: false, limit: 1 })).toMatchObject({
			code: 'INVALID_RESPONSE',
			message: expect.stringContaining("has no content for the file 'site-plan.png'"),
		});
	});

	it('names the file that Zoho refuses', async () => {
		bench().sandbox.faults.add({
			match: { path: /Attachments\/\d+$/ },
			reply: {
				status: 403,
				body: { code: 'NO_PERMISSION', details: {}, message: 'no', status: 'error' },
			},
		});
		expect(await errorOf({}, { returnAll: false, limit: 1 })).toMatchObject({
			code: 'NO_PERMISSION',
			message: `Your Zoho user is not allowed to read the file 'site-plan.png' of record ${id} in module 'Leads'`,
		});
	});

	it('waits out a throttle, and renews the token', async () => {
		const path = /Attachments\/\d+$/;
		bench().sandbox.faults.add({ match: { path }, reply: { status: 429, body: {} } });
		bench().sandbox.tokens.expireAccessTokens();
		const { output } = await download();
		expect(sizes(output)).toEqual(rows().map((row) => Number(row.Size)));
	});

	it('gives nothing where the record has no files', async () => {
		const { output, hints } = await bench().run(filesOf('Leads', known.bareLead.id));
		expect(output).toEqual([]);
		expect(hints).toContain('Nothing is related to this record in Zoho CRM.');
	});

	it('downloads one file at a time where n8n holds each in memory', async () => {
		const { log } = bench().sandbox;
		const atOnce: number[] = [];
		bench().sandbox.faults.add({
			match: { path: /Attachments\/\d+$/ },
			times: Infinity,
			then: () => {
				atOnce.push(log.crm(/Attachments\/\d+$/).filter(({ status }) => status === 0).length);
			},
		});
		await bench().run(filesOf('Leads', id, { recordId: byId('={{ $json.id }}') }), {
			input: [{ id }, { id }],
		});
		expect(atOnce).toHaveLength(6);
		expect(Math.max(...atOnce)).toBe(1);
	});

	it.each([
		['../../etc/passwd', '.._.._etc_passwd', 'application/octet-stream'],
		['C:\\x\\y.pdf', 'C:_x_y.pdf', 'application/pdf'],
		['no-extension', 'no-extension', 'application/octet-stream'],
		['page.html', 'page.html', 'text/html'],
		['notes.TXT', 'notes.TXT', 'text/plain'],
		['Übersicht – März.xlsx', 'Übersicht – März.xlsx', expect.stringContaining('spreadsheet')],
	])('names the file %j', async (File_Name, fileName, mimeType) => {
		const data = emptyDataset();
		const lead = data.add('Leads', { Last_Name: 'A' });
		const file = { File_Name, Size: '12', $type: 'Attachment', $link_url: null };
		data.relate('Leads', lead.id, 'Attachments', data.add('Attachments', file));
		const other = await openBench({ dataset: data.build() });
		try {
			const { output, json } = await other.run(filesOf('Leads', lead.id));
			expect(output[0]?.binary?.data).toMatchObject({ fileName, mimeType, bytes: 12 });
			expect(output[0]?.binary?.data).not.toHaveProperty('directory');
			expect(json[0]?.File_Name).toBe(File_Name);
		} finally {
			await other.close();
		}
	});

	it('gives an empty file', async () => {
		const data = emptyDataset();
		const lead = data.add('Leads', { Last_Name: 'A' });
		const file = { File_Name: 'empty.txt', Size: '0', $type: 'Attachment', $link_url: null };
		data.relate('Leads', lead.id, 'Attachments', data.add('Attachments', file));
		const other = await openBench({ dataset: data.build() });
		try {
			const { output } = await other.run(filesOf('Leads', lead.id));
			expect(output[0]?.binary?.data).toMatchObject({ fileName: 'empty.txt', bytes: 0 });
			other.sandbox.faults.add({ match: { path: /Attachments\/\d+$/ }, reply: { status: 204 } });
			const again = await other.run(filesOf('Leads', lead.id));
			expect(again.output[0]?.binary?.data).toMatchObject({ fileName: 'empty.txt', bytes: 0 });
		} finally {
			await other.close();
		}
	});

	it.each(['engine', 'function'] as const)(
		'gives an AI agent what is known of files, and says so: by way of the %s',
		async (path) => {
			const said = await bench().runAsTool(path, {
				...filesOf('Leads', id),
				module: byName('Leads'),
			});
			const items = JSON.parse(said) as IDataObject[];
			expect(items.map((item) => item.File_Name)).toEqual(rows().map((row) => row.File_Name));
			for (const item of items) {
				expect(item).toMatchObject({ downloaded: false, Owner: expect.any(String) });
			}
			expect(paths()).toEqual([LIST]);
		},
	);

	it.each([
		['maxFileSize', 0],
		['maxFileSize', 1.5],
		['maxFileSize', 'much'],
		['fileNames', 7],
		['fileNames', { a: 1 }],
		['metadataOnly', 'maybe'],
		['includeNoteFiles', 2],
	])('refuses %s %j, unsent', async (name, value) => {
		expect(await errorOf({ [name]: value })).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: name },
		});
		expect(paths()).toEqual([]);
	});
});

function bytesOf(data: string | undefined): Buffer {
	return Buffer.from(data ?? '', 'base64');
}
