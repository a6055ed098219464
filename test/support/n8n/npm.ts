import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command';

/**
 * Installs one package, without its install scripts, in a folder of its own.
 * @param overrides versions of packages below it, by name
 */
export async function npmInstall(
	folder: string,
	specifier: string,
	env: NodeJS.ProcessEnv = process.env,
	overrides: Record<string, string> = {},
): Promise<void> {
	const manifest = JSON.stringify({ private: true, overrides });
	await writeFile(join(folder, 'package.json'), `${manifest}\n`);
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
	await runCommand('npm', ['install', ...quiet, specifier], { cwd: folder, env });
}
