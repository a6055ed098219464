import { parseArgs } from 'node:util';
import { explain, OWNER } from '../../support/n8n';
import { Editor, type Running } from './editor';

const IMPATIENT_MS = 1000;

const HELP = `Usage: npm run editor

Starts n8n's editor with this package installed in it, beside a Zoho CRM sandbox: with an owner
account, a connected credential and example workflows. The first time it installs n8n (3 GB) in a
cache folder, $XDG_CACHE_HOME or ~/.cache. Ctrl-C stops all of it, and removes the workflows.
`;

function greeting({ origin, sandbox, workflows }: Running): string {
	return `
n8n is ready

  Address   ${origin}
  Email     ${OWNER.email}
  Password  ${OWNER.password}

Workflows to try

${workflows.map((name) => `  ${name}`).join('\n')}

For a credential of your own: data center Custom

  Client ID      ${sandbox.client.id}
  Client Secret  ${sandbox.client.secret}
  Accounts URL   ${sandbox.origin}
  API URL        ${sandbox.origin}

Ctrl-C stops n8n and the sandbox, and removes all that was made in them.
`;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
	if (values.help) return console.log(HELP);
	const editor = new Editor();
	let stoppingSince: number | undefined;
	let exitCode = 130;
	const stop = (): void => {
		if (stoppingSince === undefined) {
			stoppingSince = Date.now();
			console.log('\nStopping n8n and the sandbox ...');
			void editor.stop().finally(() => process.exit(exitCode));
		} else if (Date.now() - stoppingSince > IMPATIENT_MS) {
			// Within a second it is the same Ctrl-C: npm and tsx pass it on, too.
			process.exit(exitCode);
		}
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
	try {
		console.log(greeting(await editor.start()));
		// From here on, Ctrl-C is the way to end it.
		exitCode = 0;
	} catch (error) {
		if (stoppingSince !== undefined) return;
		await editor.stop();
		console.error(`\n${explain(error)}`);
		process.exitCode = 1;
	}
}

main().catch((error: unknown) => {
	console.error(explain(error));
	process.exitCode = 1;
});
