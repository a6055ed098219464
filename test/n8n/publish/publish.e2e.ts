import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import packageJson from '../../../package.json';
import { step, type Stored } from '../../support/n8n';
import {
	connectedCredential,
	SCRIPT_SCOPE,
	type Sandbox,
	startSandbox,
} from '../../support/sandbox';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { demoWorkflow, withCredential } from '../../tools/editor/workflows';
import { traced } from '../e2e/browser';
import { Canvas } from '../e2e/ui/canvas';
import { CommunityNodesPage } from './communityNodesPage';
import { nextRelease, type Release, thisRelease } from './releases';
import { openWorld, type World } from './world';

const { name: NAME } = packageJson;
const START_MS = 900_000;
/** The questions whether a package is banned, and whether there is a newer npm. */
const BANNED = 'POST api.n8n.io/api/package';
const NEWER_NPM = 'GET registry.npmjs.org/npm';

let world: World;
let sandbox: Sandbox;
let first: Release;
let second: Release;
let workflow: Stored;
let failed: string | undefined;

beforeAll(async () => {
	world = await openWorld();
	sandbox = await startSandbox();
	await step('Packing this package, and the next version of it', async () => {
		first = await thisRelease(world.workspace);
		second = await nextRelease(first, world.workspace);
	});
}, START_MS);
afterAll(async () => {
	await sandbox?.close();
	await world?.close();
});

/** Each goes on where the one before it ended, so after a failure there is nothing to go on from. */
function scenario(name: string, work: (page: Page) => Promise<void>): void {
	it(name, async () => {
		if (failed !== undefined) throw new Error(`Not tried, because this failed: ${failed}`);
		failed = name;
		await traced(world.session, name, work);
		failed = undefined;
	});
}

/** Runs the example workflow in the editor. All its leads but the deleted one are read. */
async function runWorkflow(page: Page): Promise<void> {
	sandbox.log.clear();
	const canvas = await Canvas.open(page, workflow.id);
	await canvas.execute();
	const node = await canvas.openNode('Get Related Records');
	await node.output.getByRole('tab', { name: 'Error Branch (1 item)' }).waitFor();
	await node.output.getByText('6 items').waitFor();
	expect(sandbox.log.crm(/\/Leads\/\d+\/Notes/)).not.toEqual([]);
}

/** Descriptions of the nodes of our package that n8n offers. */
async function offered(page: Page): Promise<string[]> {
	const response = await page.request.get('/types/nodes.json');
	const types = (await response.json()) as { name: string; description: string }[];
	return types.filter(({ name }) => name.startsWith(`${NAME}.`)).map((type) => type.description);
}

async function installedVersion(): Promise<string> {
	const manifest = await readFile(join(world.packages, NAME, 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}

scenario('a name that nobody has published is not installed', async (page) => {
	const settings = await CommunityNodesPage.open(page);
	await settings.ask(NAME);
	await settings.message('Error installing new package').waitFor();
	expect(existsSync(join(world.packages, NAME))).toBe(false);
});

scenario('the published package is installed by its name', async (page) => {
	await world.registry.publish(first.source);
	const settings = await CommunityNodesPage.open(page);
	await settings.install(NAME);
	await settings.card(NAME).getByText(`v${first.version}`).waitFor();
	expect(await installedVersion()).toBe(first.version);
	expect(world.internet.answered).toContain(BANNED);
});

scenario('a workflow runs with it', async (page) => {
	const data = connectedCredential(sandbox, sandbox.tokens.issue({ scope: SCRIPT_SCOPE }));
	const { id } = await world.rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, data);
	workflow = await world.rest.addWorkflow(withCredential(await demoWorkflow(), id));
	await runWorkflow(page);
});

scenario('the next version is offered as an update, and takes its place', async (page) => {
	expect(await offered(page)).not.toContainEqual(expect.stringContaining(second.version));
	await world.registry.publish(second.source);
	const settings = await CommunityNodesPage.open(page);
	await settings.update(NAME);
	await settings.card(NAME).getByText(`v${second.version}`).waitFor();
	expect(await installedVersion()).toBe(second.version);
	expect(await offered(page)).toContainEqual(expect.stringContaining(second.version));
});

scenario('the workflow still runs', runWorkflow);

scenario('it is uninstalled, and n8n offers its nodes no more', async (page) => {
	const settings = await CommunityNodesPage.open(page);
	await settings.uninstall(NAME);
	await settings.empty.waitFor();
	expect(existsSync(join(world.packages, NAME))).toBe(false);
	expect(await offered(page)).toEqual([]);
});

it('n8n has asked for this package, and for nothing else beside this machine', () => {
	const { answered, refused } = world.internet;
	const tarball = ({ version }: Release): string =>
		`GET registry.npmjs.org/${NAME}/-/${NAME}-${version}.tgz`;
	expect(answered).toEqual(expect.arrayContaining([tarball(first), tarball(second)]));
	const others = answered.filter((request) => !request.includes(NAME));
	expect(others.filter((request) => ![BANNED, NEWER_NPM].includes(request))).toEqual([]);
	expect(refused).toEqual([]);
});
