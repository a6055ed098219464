import { createRequire } from 'node:module';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';

/** n8n's container of services, which nothing else than n8n-core brings along. */
interface Services {
	Container: { get<T>(type: abstract new (...args: never[]) => T): T };
}

/**
 * Lets n8n store the files of this process in its file system, as a single n8n does by default;
 * without this, an engine holds them in memory.
 */
export async function storeFilesOnDisk(): Promise<FileStorage> {
	const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as Services;
	const { localStoragePath } = Container.get(BinaryDataConfig);
	const service = Container.get(BinaryDataService);
	await service.init();
	return new FileStorage(localStoragePath, service);
}

/** The folder in which n8n stores files. */
export class FileStorage {
	constructor(
		private readonly folder: string,
		private readonly service: BinaryDataService,
	) {}

	/** Everything that is in the folder: sizes in bytes, by path. */
	async sizes(): Promise<Record<string, number>> {
		const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
		const paths = entries.filter((entry) => entry.isFile()).map(pathOf);
		const sizes = paths.map(async (path) => [relative(this.folder, path), (await stat(path)).size]);
		return Object.fromEntries(await Promise.all(sizes)) as Record<string, number>;
	}

	/** The bytes of a stored file, as later nodes read them. */
	async read(id: string | undefined): Promise<Buffer> {
		return await this.service.getAsBuffer({ id, data: '', mimeType: '' });
	}

	/** Deletes the files of all runs, as n8n does together with their executions. */
	async clear(): Promise<void> {
		await this.service.deleteMany([{ type: 'execution', workflowId: '1', executionId: '1' }]);
	}
}

function pathOf({ parentPath, name }: { parentPath: string; name: string }): string {
	return join(parentPath, name);
}
