import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Daemon, freePorts, runCommand } from '../../support/n8n';

/** What the registry calls itself in the addresses of its tarballs. */
export const NPM_REGISTRY = 'https://registry.npmjs.org';

const HOST = '127.0.0.1';
const USER = { name: 'publisher', password: 'for-this-run-only' };

/** Packages come from this registry alone: there is no other one behind it. */
const CONFIG = {
	storage: './storage',
	auth: { htpasswd: { file: './htpasswd', max_users: 1 } },
	packages: { '**': { access: '$all', publish: '$authenticated' } },
	web: { enable: false },
	max_body_size: '100mb',
	logs: { type: 'stdout', format: 'json', level: 'warn' },
};

/** A registry of npm packages on the loopback address, empty at first. Always close() it. */
export class Registry {
	private constructor(
		readonly origin: string,
		private readonly folder: string,
		private readonly daemon: Daemon,
	) {}

	static async start(): Promise<Registry> {
		const folder = await mkdtemp(join(tmpdir(), 'registry-'));
		const [port = 0] = await freePorts(1);
		const config = join(folder, 'config.yaml');
		// YAML takes JSON as it is.
		await writeFile(config, JSON.stringify(CONFIG));
		const daemon = new Daemon({
			name: 'Verdaccio',
			command: process.execPath,
			args: [verdaccio(), '--config', config, '--listen', `${HOST}:${port}`],
			cwd: folder,
			env: { ...process.env, VERDACCIO_PUBLIC_URL: NPM_REGISTRY },
			sign: /http address/,
		});
		const registry = new Registry(`http://${HOST}:${port}`, folder, daemon);
		try {
			await daemon.ready();
			await registry.signUp();
		} catch (error) {
			await registry.close();
			throw error;
		}
		return registry;
	}

	/**
	 * Publishes a package as its owner does, with `npm publish`.
	 * @param source a folder with a package.json, or a tarball
	 */
	async publish(source: string): Promise<void> {
		const home = join(this.folder, 'home');
		const args = ['publish', source, '--ignore-scripts', `--registry=${this.origin}`];
		const env = { PATH: process.env.PATH, HOME: home, npm_config_globalconfig: join(home, 'none') };
		await runCommand('npm', args, { cwd: home, env });
	}

	async close(): Promise<void> {
		await this.daemon.stop();
		await rm(this.folder, { recursive: true, force: true });
	}

	/** Adds a user, as `npm adduser` does, and keeps the token for `npm publish`. */
	private async signUp(): Promise<void> {
		const url = `${this.origin}/-/user/org.couchdb.user:${USER.name}`;
		const response = await fetch(url, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(USER),
		});
		const { token } = (await response.json()) as { token?: string };
		if (token === undefined) throw new Error(`The registry gave no token: ${response.status}`);
		const home = join(this.folder, 'home');
		await mkdir(home);
		const { host } = new URL(this.origin);
		await writeFile(join(home, '.npmrc'), `//${host}/:_authToken=${token}\n`);
	}
}

/** Its command, a script for Node. */
function verdaccio(): string {
	const manifest = createRequire(__filename).resolve('verdaccio/package.json');
	return join(dirname(manifest), 'bin', 'verdaccio');
}
