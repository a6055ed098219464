import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { known } from './index';
import { answerOf, sandboxesPerTest } from './testClient';

const ROOT = join(__dirname, '../../..');
const CLI = join(__dirname, 'cli.ts');

const open = sandboxesPerTest();
let running: ChildProcess | undefined;

afterEach(() => running?.kill('SIGKILL'));

interface Run {
	said: string;
	code: unknown;
}

/** Runs the command until it ends; `onText` sees all it has said so far. */
async function run(args: string[], onText?: (said: string) => void): Promise<Run> {
	const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], { cwd: ROOT });
	running = child;
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			onText?.(said);
		});
	}
	const [code] = await once(child, 'close');
	return { said, code };
}

/** The first request that it prints, sent. */
async function tryOut(said: string): ReturnType<typeof answerOf> {
	const [, authorization = ''] = /Authorization: (.*)' /.exec(said) ?? [];
	const [, url = ''] = /'(http:.*)'/.exec(said) ?? [];
	return await answerOf(fetch(url, { headers: { authorization } }));
}

describe('npm run sandbox', () => {
	it('prints what it takes to try it, and ends with Ctrl-C', async () => {
		let answer: ReturnType<typeof answerOf> | undefined;
		const { said, code } = await run(['--port', '0'], (text) => {
			if (answer || !text.includes('Ctrl-C stops')) return;
			answer = tryOut(text);
			void answer.finally(() => running?.kill('SIGINT'));
		});
		expect(code).toBe(0);
		expect((await answer)?.body.data).toHaveLength(known.lead.counts.Notes ?? NaN);
		expect(said).toMatch(/Client secret +sandbox-client-secret/);
		for (const { module, id } of [...known.demoLeads, known.deal, known.deluge.pod]) {
			expect(said).toContain(`${module}/${id} `);
		}
	});

	it('says so when the port is taken', async () => {
		const { port } = new URL((await open()).origin);
		const { said, code } = await run(['--port', port]);
		expect(said).toContain(`Port ${port} is taken.`);
		expect(code).toBe(1);
	});

	it.each([
		['--port', '99999'],
		['--prot', '1'],
	])('explains what is wrong with %s %s', async (...args) => {
		const { said, code } = await run(args);
		expect(said).toContain(args[0]);
		expect(said).not.toContain('    at ');
		expect(code).toBe(1);
	});

	it('tells how it is used', async () => {
		const { said, code } = await run(['--help']);
		expect(said).toContain('Usage: npm run sandbox');
		expect(code).toBe(0);
	});
});
