import { askAll } from './questions';
import { HELP, settingsFrom } from './settings';
import { ProbedZoho } from './zoho';

async function main(): Promise<void> {
	const settings = settingsFrom(process.argv.slice(2), process.env);
	if (settings === 'help') return console.log(HELP);
	const zoho = await ProbedZoho.connect(settings.account);
	for (const { question, answer } of await askAll(zoho, settings.module)) {
		console.log(`${question}: ${answer}`);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
