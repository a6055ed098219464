import { rm } from 'node:fs/promises';
import { installN8n, installOurNode, newUserFolder, Rest, Server, step } from '../../support/n8n';
import {
	connectedCredential,
	type Sandbox,
	startSandbox,
	SCRIPT_SCOPE,
} from '../../support/sandbox';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from './credential';
import { exampleWorkflows, withCredential } from './workflows';

/** A workflow in the editor. */
export interface Example {
	name: string;
	url: string;
}

/** Where to find what was started. */
export interface Running {
	origin: string;
	sandbox: Sandbox;
	/** The example workflows, the first of them to begin with. */
	workflows: Example[];
}

/** n8n with our package in it, and a sandbox that its credential is connected to. */
export class Editor {
	private readonly undo: (() => Promise<unknown>)[] = [];

	async start(): Promise<Running> {
		const installation = await installN8n();
		const userFolder = await newUserFolder(installation);
		this.undo.push(async () => await rm(userFolder, { recursive: true, force: true }));
		await step('Packing this package and installing it in n8n', async () => {
			await installOurNode(userFolder);
		});
		const sandbox = await startSandbox();
		this.undo.push(async () => await sandbox.close());
		const server = await Server.launch(installation, { userFolder });
		this.undo.push(async () => await server.stop());
		await step('Starting n8n', async () => await server.ready());
		const rest = await Rest.setUpOwner(server.origin);
		return { origin: server.origin, sandbox, workflows: await fill(rest, sandbox, server.origin) };
	}

	/** Stops and removes all that was started, however far start() has come. */
	async stop(): Promise<void> {
		for (const undo of this.undo.splice(0).reverse()) await undo();
	}
}

/** @returns the example workflows */
async function fill(rest: Rest, sandbox: Sandbox, origin: string): Promise<Example[]> {
	const data = connectedCredential(sandbox, sandbox.tokens.issue({ scope: SCRIPT_SCOPE }));
	const { id } = await rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, data);
	const examples: Example[] = [];
	for (const workflow of await exampleWorkflows()) {
		const stored = await rest.addWorkflow(withCredential(workflow, id));
		examples.push({ name: stored.name, url: `${origin}/workflow/${stored.id}` });
	}
	return examples;
}
