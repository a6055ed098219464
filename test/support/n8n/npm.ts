import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command';

/** Installs one package, without its install scripts, in a folder of its own. */
export async function npmInstall(
	folder: string,
	specifier: string,
	env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
	await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
	await runCommand('npm', ['install', ...quiet, specifier], { cwd: folder, env });
}
