import { ScriptRun } from '../../../nodes/ZohoCrmRelatedRecords/deluge';
import { DelugeError } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/errors';
import { parse } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { hostileScripts, type HostileScript } from '../../unit/deluge/hostileScripts';
import { runPure } from '../../unit/deluge/pure';
import { Heartbeat, stepOf, type Stall } from './heartbeat';
import { longestScripts } from './longestScripts';

const MAX_SECONDS = 3;

/** Parses the longest scripts, and runs hostile ones: all, or those whose names are given. */
async function bench(names: readonly string[]): Promise<void> {
	if (names.length === 0) benchParsing();
	await benchRuns(
		hostileScripts().filter(({ name }) => names.length === 0 || names.includes(name)),
	);
}

/** Each is one step, in which nothing else runs. The first one of a kind finds the code cold. */
function benchParsing(): void {
	console.log(`${'parsing'.padEnd(40)}${'wall ms'.padStart(9)}${'computing'.padStart(11)}`);
	const steps = longestScripts().map(({ name, source }) => {
		const step = stepOf(() => {
			parseOrFail(source);
		});
		console.log(
			`${name.padEnd(40)}${step.wall.toFixed(0).padStart(9)}${step.processor.toFixed(0).padStart(11)}`,
		);
		return step;
	});
	const [wall, processor] = longestOf(steps);
	console.log(`\nLongest parsing: ${wall} ms; longest computing: ${processor} ms.\n`);
}

function parseOrFail(source: string): void {
	try {
		parse(source);
	} catch (error) {
		if (!(error instanceof DelugeError)) throw error;
	}
}

function longestOf(stalls: readonly Stall[]): [string, string] {
	const longest = (values: number[]) => Math.max(...values).toFixed(0);
	return [
		longest(stalls.map(({ wall }) => wall)),
		longest(stalls.map(({ processor }) => processor)),
	];
}

/** Runs each script as n8n would, and prints how long the process stood still at the longest: while it
 * was parsed, which is one step, and afterwards. */
async function benchRuns(scripts: readonly HostileScript[]): Promise<void> {
	console.log(
		`${'script'.padEnd(40)}${'seconds'.padStart(9)}${'stall ms'.padStart(10)}${'of which computing'.padStart(20)}${'parsing'.padStart(9)}  end`,
	);
	const stalls: Stall[] = [];
	for (const hostile of scripts) stalls.push(await measure(hostile));
	const [wall, processor] = longestOf(stalls);
	console.log(
		`\nLongest stall: ${wall} ms; longest computing: ${processor} ms. Each script had ${MAX_SECONDS} seconds.`,
	);
}

async function measure({ name, source }: HostileScript): Promise<Stall> {
	const heartbeat = new Heartbeat();
	await heartbeat.beat();
	const start = performance.now();
	let parsing: Stall | undefined;
	const end = await endOf(source, () => (parsing ??= heartbeat.lap()));
	const seconds = (performance.now() - start) / 1000;
	await heartbeat.beat();
	const stall = heartbeat.stop();
	console.log(
		`${name.padEnd(40)}${seconds.toFixed(2).padStart(9)}${stall.wall.toFixed(0).padStart(10)}${stall.processor.toFixed(0).padStart(20)}${(parsing?.processor ?? 0).toFixed(0).padStart(9)}  ${end}`,
	);
	return stall;
}

/** @param onPause called at each pause, the first of which ends the parser's step */
async function endOf(source: string, onPause: () => void): Promise<string> {
	const limits = { maxStatements: 200_000, maxApiCalls: 100, maxSeconds: MAX_SECONDS };
	const host = {
		now: () => performance.now(),
		pause: async () => {
			onPause();
			await new Promise<void>((resolve) => void setTimeout(resolve, 0));
		},
	};
	try {
		await runPure(source, { limits, turn: new ScriptRun(host).turn(0, MAX_SECONDS) });
		return 'a value';
	} catch (error) {
		return error instanceof ZohoError
			? `${error.code}: ${error.message.split('\n')[0]}`.slice(0, 90)
			: String(error);
	}
}

void bench(process.argv.slice(2));
