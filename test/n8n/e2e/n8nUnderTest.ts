import { rm } from 'node:fs/promises';
import { installN8n, installOurNode, newUserFolder, Rest, Server, step } from '../../support/n8n';

/** An n8n with our package in it and its owner set up, nothing else. */
export class N8nUnderTest {
	private constructor(
		private readonly server: Server,
		private readonly userFolder: string,
	) {}

	static async start(): Promise<N8nUnderTest> {
		const installation = await installN8n();
		const userFolder = await newUserFolder(installation);
		await step('Packing this package and installing it in n8n', async () => {
			await installOurNode(userFolder);
		});
		const server = await step('Starting n8n', async () => {
			return await Server.start(installation, { userFolder });
		});
		await Rest.setUpOwner(server.origin);
		return new N8nUnderTest(server, userFolder);
	}

	get origin(): string {
		return this.server.origin;
	}

	logs(): string {
		return this.server.logs();
	}

	async stop(): Promise<void> {
		await this.server.stop();
		await rm(this.userFolder, { recursive: true, force: true });
	}
}
