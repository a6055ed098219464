import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTarball } from '../../package/pack';
import { runCommand } from './command';

const ROOT = join(__dirname, '..', '..', '..');

const NOT_INSTALLED = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

interface Manifest {
	name: string;
	version: string;
	[key: string]: unknown;
}

/**
 * Builds and packs this package, and installs it in a user folder of n8n, with the steps that n8n
 * 2.41 takes for a community package (its community-packages service). Installed like this, its
 * node types carry the package's name. n8n loads it when it starts.
 * @param userFolder n8n's N8N_USER_FOLDER: `.n8n/nodes` below it takes the package
 */
export async function installOurNode(userFolder: string): Promise<void> {
	const workspace = await mkdtemp(join(tmpdir(), 'package-'));
	try {
		await installTarball(packTarball(ROOT, workspace), join(userFolder, '.n8n', 'nodes'));
	} finally {
		await rm(workspace, { recursive: true, force: true });
	}
}

async function installTarball(tarball: string, nodes: string): Promise<void> {
	const { name } = await readJson(join(ROOT, 'package.json'));
	const folder = join(nodes, 'node_modules', name);
	await mkdir(folder, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	const manifest = await readJson(join(folder, 'package.json'));
	// n8n provides the peers; npm would fetch them.
	for (const key of NOT_INSTALLED) Reflect.deleteProperty(manifest, key);
	await writeJson(join(folder, 'package.json'), manifest);
	const flags = ['--install-strategy=shallow', '--package-lock=false', '--bin-links=false'];
	await runCommand(
		'npm',
		['install', '--audit=false', '--fund=false', '--ignore-scripts=true', ...flags],
		{ cwd: folder },
	);
	await writeJson(join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [name]: manifest.version },
	});
}

async function readJson(file: string): Promise<Manifest> {
	return JSON.parse(await readFile(file, 'utf8')) as Manifest;
}

async function writeJson(file: string, content: object): Promise<void> {
	await writeFile(file, JSON.stringify(content, null, 2));
}
