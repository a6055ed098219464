import { parseArgs } from 'node:util';
import type { ChangeTimer, KnownRecord, Sandbox } from './index';
import { known, startSandbox } from './index';

const DEFAULT_PORT = 8045;

const help = `Usage: npm run sandbox -- [--port ${DEFAULT_PORT}] [--note-every SECONDS]

Runs a local Zoho CRM with made-up records. Ctrl-C stops it. With --note-every, a note is added to the
first record again and again, for the trigger to see.
`;

function column(rows: readonly (readonly [string, string])[]): string {
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

const VIEWS: Record<string, string> = {
	Activities_Chronological_View: 'open activities',
	Activities_Chronological_View_History: 'closed activities',
};

function amounts({ counts }: KnownRecord): string {
	const listed = Object.entries(counts).filter(([list]) => !/^(Calls|Events|Tasks)/.test(list));
	const filled = listed.filter(([, count]) => count > 0);
	const shown = filled.map(([list, count]) => `${count} ${VIEWS[list] ?? list}`);
	return shown.join(', ') || 'nothing related';
}

function records(): [string, string][] {
	const { account, bigAccount, deal, campaign, busyLead, longNotesLead, demoLeads, deluge } = known;
	const others = [busyLead, longNotesLead, account, bigAccount, deal, campaign];
	const scripted = [deluge.account, deluge.deal, deluge.case, deluge.settlement, deluge.pod];
	return [...demoLeads, ...others, ...scripted].map((record) => [
		`${record.module}/${record.id}`,
		`${record.name} (${amounts(record)})`,
	]);
}

function greeting(sandbox: Sandbox): string {
	const { access_token: token, refresh_token: refreshToken } = sandbox.tokens.issue();
	const url = `${sandbox.origin}/crm/v6/Leads/${known.lead.id}/Notes?fields=Note_Title,Owner`;
	return `Zoho CRM sandbox

${column([
	['Accounts URL', sandbox.origin],
	['API URL', sandbox.origin],
	['Client ID', sandbox.client.id],
	['Client secret', sandbox.client.secret],
	['Access token', token],
	['Refresh token', refreshToken],
])}

Records to try

${column(records())}

A first request

  curl -H 'Authorization: Zoho-oauthtoken ${token}' \\
    '${url}'

Ctrl-C stops the sandbox.
`;
}

function noteTimer(text: string | undefined): ChangeTimer | undefined {
	if (text === undefined) return undefined;
	const seconds = Number(text);
	if (!(seconds >= 1)) throw new Error(`--note-every wants a number of seconds, not "${text}"`);
	const { module, id: recordId } = known.lead;
	const row = { Note_Title: 'A new note', Note_Content: 'Added by the sandbox' };
	return {
		everyMs: seconds * 1000,
		commands: [{ do: 'add', module, recordId, list: 'Notes', row }],
	};
}

function portFrom(text: string | undefined): number {
	const port = text === undefined ? DEFAULT_PORT : Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`--port wants a number from 0 to 65535, not "${text}"`);
	}
	return port;
}

function explain(error: unknown, port: number | undefined): string {
	if (!(error instanceof Error)) return String(error);
	const inUse = 'code' in error && error.code === 'EADDRINUSE';
	return inUse
		? `Port ${port} is taken. Stop what runs there, or choose another with --port.`
		: error.message;
}

async function main(): Promise<void> {
	let port: number | undefined;
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string' },
				'note-every': { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		});
		if (values.help) {
			console.log(help);
			return;
		}
		port = portFrom(values.port);
		const sandbox = await startSandbox({ port, timer: noteTimer(values['note-every']) });
		console.log(greeting(sandbox));
		process.once('SIGINT', () => void sandbox.close());
		process.once('SIGTERM', () => void sandbox.close());
	} catch (error) {
		console.error(explain(error, port));
		process.exitCode = 1;
	}
}

void main();
