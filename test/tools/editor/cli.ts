import { parseArgs } from 'node:util';
import { explain, OWNER } from '../../support/n8n';
import { known, type KnownRecord } from '../../support/sandbox';
import { Editor, type Running } from './editor';

const IMPATIENT_MS = 1000;

const HELP = `Usage: npm run editor

Starts n8n's editor with this package installed in it, beside a Zoho CRM sandbox: with an owner
account, a connected credential and example workflows. The first start installs n8n (3 GB) in a
cache folder, $XDG_CACHE_HOME or ~/.cache: about ten minutes on two processors, and it needs a C++
compiler where there is no ready database driver. Later starts take about half a minute. Ctrl-C stops
all of it, and removes the workflows.
`;

function greeting({ sandbox, workflows }: Running): string {
	const [first, ...others] = workflows;
	return `
n8n is ready

  Address   ${first?.url}
  Email     ${OWNER.email}
  Password  ${OWNER.password}

Sign in, and the workflow '${first?.name}' opens: press Execute workflow. The others:

${others.map(({ name, url }) => `  ${url}  ${name}`).join('\n')}

Records to try in a node of your own: module Leads, Record From List, By ID or By URL

${known.demoLeads.slice(0, 2).map(recordLines).join('\n')}

For a credential of your own: data center Custom

  Client ID      ${sandbox.client.id}
  Client Secret  ${sandbox.client.secret}
  Accounts URL   ${sandbox.origin}
  API URL        ${sandbox.origin}

Ctrl-C stops n8n and the sandbox, and removes all that was made in them.
`;
}

function recordLines({ module, id, name }: KnownRecord): string {
	return `  ${name}  ${id}\n    https://crm.zoho.com/crm/tab/${module}/${id}`;
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
