import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../../package.json';
import { packTarball } from '../../package/pack';
import { runCommand } from '../../support/n8n';

const ROOT = join(__dirname, '..', '..', '..');
const NODE_FILE = packageJson.n8n.nodes[0] ?? '';
/** Where the description begins that n8n shows of the node. */
const DESCRIPTION = /\bdescription: ['"`]/;

/** A release that is ready for `npm publish`. */
export interface Release {
	version: string;
	/** A tarball, or a folder with a package.json. */
	source: string;
}

/** Builds and packs this package. */
export async function thisRelease(workspace: string): Promise<Release> {
	return { version: packageJson.version, source: packTarball(ROOT, workspace) };
}

/** The same package one patch later: its node says so in its description. */
export async function nextRelease(
	{ version, source }: Release,
	workspace: string,
): Promise<Release> {
	const folder = join(workspace, 'next');
	await mkdir(folder);
	await runCommand('tar', ['-xzf', source, '-C', folder, '--strip-components=1']);
	const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
	await rewrite(join(folder, 'package.json'), `"version": "${version}"`, `"version": "${next}"`);
	await rewrite(join(folder, NODE_FILE), DESCRIPTION, `$&${next}: `);
	return { version: next, source: folder };
}

async function rewrite(file: string, old: string | RegExp, text: string): Promise<void> {
	const before = await readFile(file, 'utf8');
	const after = before.replace(old, text);
	if (after === before) throw new Error(`There is no ${String(old)} in ${file}`);
	await writeFile(file, after);
}
