import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder';
import { freePorts } from './ports';
import { settings } from './settings';

const NAME = 'n8n-nodes-zoho-crm-related-records';
const environment = { ...process.env };

afterEach(() => {
	process.env = { ...environment };
});

describe('cacheFolder', () => {
	it.each([
		[undefined, join(homedir(), '.cache', NAME)],
		['', join(homedir(), '.cache', NAME)],
		['relative', join(homedir(), '.cache', NAME)],
		['/var/tmp/cache', join('/var/tmp/cache', NAME)],
	])('with XDG_CACHE_HOME %p is %s', (base, folder) => {
		if (base === undefined) delete process.env.XDG_CACHE_HOME;
		else process.env.XDG_CACHE_HOME = base;
		expect(cacheFolder()).toBe(folder);
	});
});

describe('freePorts', () => {
	it('gives different ports that can be listened on', async () => {
		const ports = await freePorts(20);
		expect(new Set(ports).size).toBe(20);
		for (const port of ports) {
			const server = createServer();
			await new Promise<void>((resolve, reject) => {
				server.once('error', reject);
				server.listen(port, '127.0.0.1', resolve);
			});
			await new Promise((resolve) => server.close(resolve));
		}
	});

	it('says so when there are not enough', async () => {
		await expect(freePorts(201)).rejects.toThrow(/no 201 free ports between \d+ and \d+/);
	});
});

describe('settings', () => {
	it('keep the settings of another n8n out, and take their own first', () => {
		Object.assign(process.env, { N8N_ENCRYPTION_KEY: 'theirs', DB_TYPE: 'mysqldb', PATH: '/bin' });
		const env = settings({ N8N_SECURE_COOKIE: 'true', N8N_PORT: '1' });
		expect(env).toMatchObject({ PATH: '/bin', N8N_SECURE_COOKIE: 'true', N8N_PORT: '1' });
		expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['N8N_ENCRYPTION_KEY']));
		expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['DB_TYPE']));
	});

	it('let n8n listen on the loopback address only, and send no telemetry', () => {
		expect(settings({})).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		});
	});
});
