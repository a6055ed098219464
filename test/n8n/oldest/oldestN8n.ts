import { rm } from 'node:fs/promises';
import {
	installN8n,
	installOurNode,
	newUserFolder,
	nodeFromNpm,
	Rest,
	Server,
	step,
} from '../../support/n8n';

/** The newest patch of the oldest supported minor, and the oldest Node that it takes. */
const N8N = '1.123.81';
const NODE = '20.20.2';
/** It knows other modules than newer releases, and its isolate would have to be compiled. */
const ENV = { N8N_DISABLED_MODULES: 'insights', N8N_EXPRESSION_ENGINE: 'legacy' };

/** The oldest supported n8n with our package in it, and its owner set up. */
export class OldestN8n {
	private constructor(
		readonly server: Server,
		readonly rest: Rest,
		private readonly userFolder: string,
	) {}

	/** @throws Error when something cannot be installed, or n8n does not start */
	static async start(): Promise<OldestN8n> {
		const installation = await installN8n(N8N, async () => await nodeFromNpm(NODE));
		const userFolder = await newUserFolder(installation, ENV);
		await step('Packing this package and installing it in n8n', async () => {
			await installOurNode(userFolder);
		});
		const server = await step(`Starting n8n ${N8N}`, async () => {
			return await Server.start(installation, { userFolder, env: ENV });
		});
		return new OldestN8n(server, await Rest.setUpOwner(server.origin), userFolder);
	}

	async stop(): Promise<void> {
		await this.server.stop();
		await rm(this.userFolder, { recursive: true, force: true });
	}
}
