import { spawn, type SpawnOptions } from 'node:child_process';

type CommandOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid' | 'timeout'>;

/**
 * Runs a command quietly; it does not outlive us.
 * @returns what it printed
 * @throws Error with what it printed, where it cannot be started or exits with a code but 0
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	options: CommandOptions = {},
): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		const kill = (): void => void child.kill();
		process.once('exit', kill);
		const chunks: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.once('error', reject);
		child.once('close', (code, signal) => {
			process.off('exit', kill);
			const output = Buffer.concat(chunks).toString();
			if (code === 0) resolve(output);
			else
				reject(new Error(`${[command, ...args].join(' ')} failed (${signal ?? code}):\n${output}`));
		});
	});
}
