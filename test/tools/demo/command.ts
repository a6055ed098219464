import type { INodePropertyOptions } from 'n8n-workflow';
import type { EngineOptions } from '../../support/engine';
import { startSandbox, SCRIPT_SCOPE } from '../../support/sandbox';
import { credentialOf, runDemo, type DemoOptions, type DemoResult } from './demo';
import {
	CREDENTIAL_TYPE,
	exampleWorkflow,
	namesIn,
	NODES,
	readingRecord,
	recordsIn,
} from './exampleWorkflow';
import { deviations } from './expectations';
import type { Failure } from './outputs';
import { progressOn } from './progress';
import { report } from './report';
import { HELP, settingsFrom, UsageError, type Account, type RecordChoice } from './settings';

/** Nodes that read what only some modules have. */
const OPTIONAL: readonly string[] = [NODES.emails, NODES.history, NODES.search];

export interface Command {
	args: readonly string[];
	environment: Readonly<Record<string, string | undefined>>;
	engine: EngineOptions;
	output: { isTTY?: boolean; write(text: string): unknown };
	signal?: AbortSignal;
}

/**
 * Runs the demo as the command line asks, and shows what comes of it.
 * @returns the exit code: 0 when all is as expected, 1 when not, 2 when called wrongly
 */
export async function run(command: Command): Promise<number> {
	const { args, environment, engine, output } = command;
	try {
		const settings = settingsFrom(args, environment, dataCenters(engine));
		if (settings.kind === 'account') return await account(command, settings);
		if (settings.kind === 'sandbox') return await sandbox(command);
		output.write(HELP);
		return 0;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		output.write(`${error.message}\n`);
		return 2;
	}
}

async function sandbox(command: Command): Promise<number> {
	const zoho = await startSandbox();
	try {
		command.output.write(`Zoho CRM sandbox at ${zoho.origin}\n`);
		const credential = credentialOf({
			dataCenter: 'custom',
			accountsUrl: zoho.origin,
			apiUrl: zoho.origin,
			clientId: zoho.client.id,
			clientSecret: zoho.client.secret,
			refreshToken: zoho.tokens.issue({ scope: SCRIPT_SCOPE }).refresh_token,
		});
		const workflow = exampleWorkflow();
		const result = await show(command, { credential, workflow });
		return verdict(command, deviations(result, recordsIn(workflow)));
	} finally {
		await zoho.close();
	}
}

async function account(
	command: Command,
	settings: { account: Account; record: RecordChoice },
): Promise<number> {
	const result = await show(command, {
		credential: credentialOf(settings.account),
		workflow: readingRecord(exampleWorkflow(), settings.record),
	});
	if (result.status !== 'success') return verdict(command, [`the run ended: ${result.error}`]);
	// Not every module has emails or a history: what lacks them is shown, but was read.
	const isRead = ({ node }: Failure) => OPTIONAL.includes(node);
	return result.failures.every(isRead) ? 0 : 1;
}

async function show(
	{ engine, output, signal }: Command,
	what: Pick<DemoOptions, 'credential' | 'workflow'>,
): Promise<DemoResult> {
	output.write(`Workflow '${what.workflow.name}' in n8n's engine:\n\n`);
	const result = await runDemo({ ...what, engine, signal, progress: progressOn(output) });
	output.write(`\n${report(result, namesIn(what.workflow))}\n`);
	return result;
}

function verdict({ output }: Command, wrong: readonly string[]): number {
	if (wrong.length === 0) {
		output.write("Everything is as the sandbox's data has it.\n");
		return 0;
	}
	output.write(`\nNot as expected:\n${wrong.map((line) => `- ${line}`).join('\n')}\n`);
	return 1;
}

function dataCenters({ credentialTypes }: EngineOptions): string[] {
	const Type = credentialTypes[CREDENTIAL_TYPE];
	const properties = Type === undefined ? [] : new Type().properties;
	const { options = [] } = properties.find(({ name }) => name === 'dataCenter') ?? {};
	return (options as INodePropertyOptions[]).map(({ value }) => String(value));
}
