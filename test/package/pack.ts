import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The package as npm would publish it. */
export interface Packed {
	/** Where it is unpacked. */
	folder: string;
	/** Paths within the package, with forward slashes. */
	files: string[];
	read(file: string): string;
	bytes(file: string): number;
}

/**
 * Builds and packs the project at `root`, and unpacks the tarball in `workspace`.
 * @throws Error with the output of the step that failed
 */
export function pack(root: string, workspace: string): Packed {
	run('tar', ['-xzf', packTarball(root, workspace)], workspace);
	// n8n lets a package resolve what n8n provides; here this folder does.
	symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'), 'dir');
	const folder = join(workspace, 'package');
	return {
		folder,
		files: filesIn(folder),
		read: (file) => readFileSync(join(folder, file), 'utf8'),
		bytes: (file) => statSync(join(folder, file)).size,
	};
}

/**
 * Builds and packs the project at `root`.
 * @returns the path of the tarball, in `workspace`
 * @throws Error with the output of the step that failed
 */
export function packTarball(root: string, workspace: string): string {
	run('npm', ['run', '--silent', 'build'], root);
	run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', workspace], root);
	const tarball = readdirSync(workspace).find((file) => file.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no tarball in ${workspace}`);
	return join(workspace, tarball);
}

/** Quiet, unless it fails: tsc tells its errors on standard output, between what gulp says. */
function run(command: string, args: string[], cwd: string): void {
	const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
	if (status === 0) return;
	throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`);
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.map((path) => path.split(sep).join('/'))
		.sort();
}
