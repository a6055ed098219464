import { Daemon, type DaemonOptions } from './daemon';
import type { Installation } from './installation';
import { freePorts } from './ports';
import { settings } from './settings';

const READY = /Editor is now accessible via|worker is now ready/;

export interface ServerOptions {
	command?: 'start' | 'worker';
	/** Holds `.n8n` with settings, database and community packages (N8N_USER_FOLDER). */
	userFolder: string;
	/** Settings of n8n, on top of those in `settings.ts`. */
	env?: Record<string, string>;
}

/** A running n8n process, with those that it started. Always stop() it. */
export class Server extends Daemon {
	private constructor(
		options: DaemonOptions,
		/** Of the editor and webhooks; of a worker, of its health checks. */
		readonly origin: string,
	) {
		super(options);
	}

	/**
	 * Starts n8n on free ports of the loopback address, and waits until it is ready.
	 * @throws Error with n8n's last words when it ends instead, or is not ready in three minutes
	 */
	static async start(installation: Installation, options: ServerOptions): Promise<Server> {
		const server = await Server.launch(installation, options);
		await server.ready();
		return server;
	}

	/** Starts n8n, as start() does, without waiting: call ready() next. */
	static async launch({ node, script }: Installation, options: ServerOptions): Promise<Server> {
		const { command = 'start', userFolder, env } = options;
		const [port = 0, brokerPort = 0] = await freePorts(2);
		const origin = `http://127.0.0.1:${port}`;
		return new Server(
			{
				name: 'n8n',
				command: node.executable,
				args: [script, command],
				sign: READY,
				cwd: userFolder,
				env: settings({
					N8N_USER_FOLDER: userFolder,
					N8N_PORT: String(port),
					N8N_EDITOR_BASE_URL: origin,
					N8N_WEBHOOK_URL: origin,
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: String(port),
					N8N_RUNNERS_BROKER_PORT: String(brokerPort),
					...env,
				}),
			},
			origin,
		);
	}
}
