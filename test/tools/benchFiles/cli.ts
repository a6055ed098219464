import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { filesOf } from '../../engine/operations/fixture';
import { emptyDataset, startSandbox, type Sandbox } from '../../support/sandbox';
import type { DownloadRequest, DownloadResult } from './contract';

const MB = 1024 * 1024;
const MAX_FILE_SIZE = 250;
const DOWNLOADS = [
	{ size: 1, isOnDisk: true },
	{ size: 200, isOnDisk: true },
	{ size: 200, isOnDisk: false },
] as const;

/**
 * Downloads files in n8n's engine, each in a process of its own, and prints how much memory it took.
 * @returns the exit code
 */
async function bench(): Promise<number> {
	const dataset = emptyDataset();
	const ids = DOWNLOADS.map(({ size }) => {
		const lead = dataset.add('Leads', { Last_Name: `${size} MB` });
		const file = { File_Name: 'film.mp4', Size: String(size * MB), $type: 'Attachment' };
		dataset.relate('Leads', lead.id, 'Attachments', dataset.add('Attachments', file));
		return lead.id;
	});
	const sandbox = await startSandbox({ dataset: dataset.build() });
	try {
		console.log(line('file', 'n8n stores it', 'before', 'peak', 'added'));
		let failures = 0;
		for (const [index, { size, isOnDisk }] of DOWNLOADS.entries()) {
			const result = await inOwnProcess(requestOf(sandbox, ids[index] ?? '', isOnDisk));
			const isWhole = result.error === undefined && result.bytes === size * MB;
			if (!isWhole) failures += 1;
			const { before, peak } = result.memory;
			const place = isOnDisk ? 'in its file system' : 'in memory';
			const numbers = [before, peak, peak - before].map((bytes) => `${Math.round(bytes / MB)} MB`);
			console.log(
				isWhole
					? line(`${size} MB`, place, ...numbers)
					: `${size} MB ${place}: ${result.error ?? `${result.bytes} bytes`}`,
			);
		}
		return failures === 0 ? 0 : 1;
	} finally {
		await sandbox.close();
	}
}

function line(file: string, place: string, ...numbers: string[]): string {
	return `${file.padEnd(8)}${place.padEnd(20)}${numbers.map((text) => text.padStart(9)).join('')}`;
}

function requestOf(sandbox: Sandbox, id: string, isOnDisk: boolean): DownloadRequest {
	return {
		isOnDisk,
		credential: {
			dataCenter: 'custom',
			accountsUrl: sandbox.origin,
			apiUrl: sandbox.origin,
			clientId: sandbox.client.id,
			clientSecret: sandbox.client.secret,
			oauthTokenData: { ...sandbox.tokens.issue() },
		},
		parameters: filesOf('Leads', id, { options: { maxFileSize: MAX_FILE_SIZE } }),
	};
}

async function inOwnProcess(request: DownloadRequest): Promise<DownloadResult> {
	const child = fork(join(__dirname, 'download.process.ts'), {
		execArgv: ['--require', 'tsx/cjs'],
	});
	const ended = once(child, 'exit').then(([code]): DownloadResult => {
		const error = `The process ended with ${String(code)}`;
		return { bytes: 0, memory: { before: 0, peak: 0 }, error };
	});
	const told = once(child, 'message').then(([result]) => result as DownloadResult);
	child.send(request);
	return await Promise.race([told, ended]);
}

void bench().then((code) => (process.exitCode = code));
