import { runCommand } from './command';
import { explain } from './explain';

it.each([
	['npm error code ENOTFOUND', /^npm could not reach its registry/],
	['npm error code EAI_AGAIN', /^npm could not reach its registry/],
	['npm error code ENOSPC', /^The disk is full.*XDG_CACHE_HOME/],
	['gyp ERR! find Python', /^n8n's database driver has to be compiled/],
	['Error: listen EADDRINUSE: address already in use', /^A port was taken/],
	['Something else', /^Something else$/],
])('%s', (message, expected) => {
	expect(explain(new Error(message))).toMatch(expected);
});

it('keeps what a failed command printed', async () => {
	const script = "console.log('out'); console.error('npm error code ENOSPC'); process.exit(3)";
	const failure = await runCommand(process.execPath, ['-e', script]).catch(explain);
	expect(failure).toMatch(/^The disk is full/);
	expect(failure).toMatch(/failed \(3\):\n(out\n|npm error code ENOSPC\n){2}/);
});

it('says which command is missing', async () => {
	const failure = await runCommand('no-such-command', []).catch(explain);
	expect(failure).toContain('no-such-command');
});
