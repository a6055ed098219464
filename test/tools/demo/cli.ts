import { builtPackage } from './builtPackage';
import { run } from './command';

async function main(): Promise<void> {
	const stop = new AbortController();
	process.once('SIGINT', () => stop.abort());
	process.exitCode = await run({
		args: process.argv.slice(2),
		environment: process.env,
		engine: await builtPackage(),
		output: process.stdout,
		signal: stop.signal,
	});
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
