import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { explain, installN8n, newUserFolder, Rest, Server, step } from '../../support/n8n';
import { keptFolder, launch, signedIn } from '../e2e/browser';
import { Internet } from './internet';
import { Registry } from './registry';

const LOOPBACK = '127.0.0.1,localhost';

/** An n8n without our package, its owner in a browser, and the registry that it takes for npm's. */
export interface World {
	origin: string;
	rest: Rest;
	session: BrowserContext;
	registry: Registry;
	/** What n8n, and npm within it, reach beside this machine. */
	internet: Internet;
	/** Where n8n keeps community packages. */
	packages: string;
	/** A folder to work in. */
	workspace: string;
	/** Stops and removes all of it. */
	close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
	const undo: (() => Promise<unknown>)[] = [];
	const close = async (): Promise<void> => {
		for (const step of undo.splice(0).reverse()) await step();
	};
	try {
		return { ...(await build(undo)), close };
	} catch (error) {
		await close();
		throw new Error(explain(error));
	}
}

async function build(undo: (() => Promise<unknown>)[]): Promise<Omit<World, 'close'>> {
	const installation = await installN8n();
	const workspace = await mkdtemp(join(tmpdir(), 'publish-'));
	undo.push(async () => await rm(workspace, { recursive: true, force: true }));
	const registry = await step('Starting a registry', async () => await Registry.start());
	undo.push(async () => await registry.close());
	const internet = await Internet.open(registry.origin);
	undo.push(async () => await internet.close());
	const userFolder = await newUserFolder(installation);
	undo.push(async () => await rm(userFolder, { recursive: true, force: true }));
	const env = await behind(internet, workspace);
	const server = await Server.launch(installation, { userFolder, env });
	undo.push(async () => {
		await server.stop();
		await writeFile(join(await keptFolder(), 'publish-n8n.log'), server.logs());
	});
	await step('Starting n8n', async () => await server.ready());
	const rest = await Rest.setUpOwner(server.origin);
	// What a browser asks for of its own accord is kept apart from what n8n asks for.
	const internetOfBrowser = await Internet.open(registry.origin);
	undo.push(async () => await internetOfBrowser.close());
	const browser = await launch(internetOfBrowser.origin);
	undo.push(async () => await browser.close());
	const session = await signedIn(browser, server.origin);
	const packages = join(userFolder, '.n8n', 'nodes', 'node_modules');
	return { origin: server.origin, rest, session, registry, internet, packages, workspace };
}

/**
 * Settings that send n8n, and npm within it, through the proxy. npm keeps to its own defaults: it
 * finds no settings of the user or the system.
 */
async function behind(internet: Internet, workspace: string): Promise<Record<string, string>> {
	const home = join(workspace, 'home');
	await mkdir(home);
	const certificate = join(workspace, 'certificate.pem');
	await writeFile(certificate, internet.certificate);
	return {
		HOME: home,
		npm_config_globalconfig: join(home, 'none'),
		HTTP_PROXY: internet.origin,
		HTTPS_PROXY: internet.origin,
		NO_PROXY: LOOPBACK,
		NODE_EXTRA_CA_CERTS: certificate,
	};
}
