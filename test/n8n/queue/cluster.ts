import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	installN8n,
	installOurNode,
	Rest,
	Server,
	step,
	type Installation,
} from '../../support/n8n';
import { startSandbox, type Sandbox } from '../../support/sandbox';
import { launchPostgres } from './postgres';
import { postgresFolder, redisServer } from './programs';
import { launchRedis } from './redis';

/** What Zoho allows an organization of the Standard edition. */
export const CONCURRENCY_CAP = 10;

/** Slow enough that executions crowd at Zoho, and not at this machine's processor. */
const SERVER_TIME_MS = 200;

/** So that a worker's end is noticed in seconds; n8n's own values are 60, 10 and 30 seconds. */
const IMPATIENT = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Where to find what was started. */
export interface Running {
	sandbox: Sandbox;
	/** Of the main process. */
	rest: Rest;
	origin: string;
	workers: [Server, Server];
	/** Ends the main process, as a deployment does. */
	stopMain(): Promise<void>;
	/** Starts it again; `rest` and `origin` are the new ones then. */
	startMain(): Promise<void>;
}

/** n8n in queue mode with our package in it: a main process, two workers, PostgreSQL and Redis. */
export class Cluster {
	private readonly undo: (() => Promise<unknown>)[] = [];

	/** @throws Error when something is missing on this machine, or does not start */
	async start(): Promise<Running> {
		// Before minutes are spent on an installation.
		redisServer();
		postgresFolder();
		const installation = await installN8n();
		const folder = await this.newFolder();
		const services = await step('Starting PostgreSQL and Redis', async () => {
			return await this.startServices(folder);
		});
		const names = ['main', 'worker-1', 'worker-2'];
		const [main = '', ...others] = names.map((name) => join(folder, name));
		await step('Packing this package and installing it for each process of n8n', async () => {
			await mkdir(main);
			await installOurNode(main);
			for (const other of others) await cp(main, other, { recursive: true });
		});
		const sandbox = await startSandbox({
			concurrencyCap: CONCURRENCY_CAP,
			serverTimeMs: SERVER_TIME_MS,
		});
		this.undo.push(async () => await sandbox.close());
		const env = {
			...services,
			...IMPATIENT,
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: randomBytes(16).toString('hex'),
			N8N_LOG_LEVEL: 'info',
		};
		const options = { userFolder: main, env };
		let server = await step('Starting n8n, which creates its tables', async () => {
			return await this.startServer(installation, options);
		});
		const [first, second] = await step('Starting two workers', async () => {
			const start = async (userFolder: string): Promise<Server> =>
				await this.startServer(installation, { command: 'worker', userFolder, env });
			return await Promise.all(others.map(start));
		});
		if (first === undefined || second === undefined) throw new Error('There are no two workers');
		const rest = await Rest.setUpOwner(server.origin);
		const running: Running = {
			sandbox,
			rest,
			origin: server.origin,
			workers: [first, second],
			stopMain: async () => await server.stop(),
			startMain: async () => {
				server = await this.startServer(installation, options);
				running.origin = server.origin;
				running.rest = await Rest.signIn(server.origin);
			},
		};
		return running;
	}

	/** Stops and removes all that was started, however far start() has come. */
	async stop(): Promise<void> {
		for (const undo of this.undo.splice(0).reverse()) await undo();
	}

	private async newFolder(): Promise<string> {
		const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
		this.undo.push(async () => await rm(folder, { recursive: true, force: true }));
		// PostgreSQL's own user has to reach its folder.
		await chmod(folder, 0o711);
		return folder;
	}

	private async startServices(folder: string): Promise<Record<string, string>> {
		const postgres = await launchPostgres(join(folder, 'postgres'));
		this.undo.push(async () => await postgres.daemon.stop());
		const redis = await launchRedis(join(folder, 'redis'));
		this.undo.push(async () => await redis.daemon.stop());
		await Promise.all([postgres.daemon.ready(), redis.daemon.ready()]);
		return { ...postgres.env, ...redis.env };
	}

	private async startServer(
		installation: Installation,
		options: Parameters<typeof Server.launch>[1],
	): Promise<Server> {
		const server = await Server.launch(installation, options);
		this.undo.push(async () => await server.stop());
		await server.ready();
		return server;
	}
}
