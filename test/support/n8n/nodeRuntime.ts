import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder';
import { filledOnce } from './filledOnce';
import { npmInstall } from './npm';
import { step } from './progress';

const NEEDED_MAJOR = 24;
const VERSION = '24.21.0';

/** A Node to run n8n with. */
export interface NodeRuntime {
	executable: string;
	/** Holds `include/node`, the headers that native modules are compiled with. */
	root: string;
}

/** The Node that runs this, where it is new enough for n8n and has its headers; else one from npm. */
export async function nodeForN8n(): Promise<NodeRuntime> {
	const host = runtimeIn(join(dirname(process.execPath), '..'));
	const isNewEnough = Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR;
	const hasHeaders = existsSync(join(host.root, 'include', 'node', 'node.h'));
	return isNewEnough && hasHeaders ? host : await nodeFromNpm(VERSION);
}

/** Installs a Node from npm, once for each version. */
export async function nodeFromNpm(version: string): Promise<NodeRuntime> {
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const folder = join(cacheFolder(), `node-${version}`);
	await filledOnce(folder, async (partial) => {
		await step(`Installing Node ${version} in ${folder} (200 MB)`, async () => {
			await npmInstall(partial, `${name}@${version}`);
		});
	});
	return runtimeIn(join(folder, 'node_modules', name));
}

/** The environment in which `node`, and so npm's scripts, are this Node. */
export function withNode({ executable }: NodeRuntime): NodeJS.ProcessEnv {
	return { ...process.env, PATH: `${dirname(executable)}${delimiter}${process.env.PATH}` };
}

function runtimeIn(root: string): NodeRuntime {
	return { executable: join(root, 'bin', 'node'), root };
}
