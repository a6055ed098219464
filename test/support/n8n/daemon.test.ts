import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Daemon } from './daemon';

const started: Daemon[] = [];

afterEach(() => {
	for (const daemon of started.splice(0)) daemon.kill();
});

function daemonOf(script: string): Daemon {
	const daemon = new Daemon({
		name: 'The thing',
		command: process.execPath,
		args: ['--eval', script],
		sign: /^ready$/m,
	});
	started.push(daemon);
	return daemon;
}

const STAYS = 'setInterval(() => {}, 1000);';

it.each(['log', 'error'])('is ready when it says so with console.%s', async (print) => {
	const daemon = daemonOf(`${STAYS} console.${print}('ready')`);
	await daemon.ready();
	expect(daemon.logs()).toBe('ready\n');
});

it('tells the last words of one that ends before it is ready', async () => {
	const ready = daemonOf("console.error('No such database')").ready();
	await expect(ready).rejects.toThrow(
		'The thing ended while it was starting. Its last words:\nNo such database\n',
	);
});

it('lets it end by itself when it is stopped', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'daemon-'));
	const file = join(folder, 'goodbye');
	const onTerm = `fs.writeFileSync(${JSON.stringify(file)}, ''); process.exit();`;
	const daemon = daemonOf(
		`process.on('SIGTERM', () => { ${onTerm} }); ${STAYS} console.log('ready')`,
	);
	await daemon.ready();
	await daemon.stop();
	expect(existsSync(file)).toBe(true);
	rmSync(folder, { recursive: true });
});
