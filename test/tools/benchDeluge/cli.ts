import { ScriptRun } from '../../../nodes/ZohoCrmRelatedRecords/deluge';
import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { hostileScripts, type HostileScript } from '../../unit/deluge/hostileScripts';
import { runPure } from '../../unit/deluge/pure';
import { Heartbeat, type Stall } from './heartbeat';

const MAX_SECONDS = 3;

/** Runs each script as n8n would, and prints how long the process stood still at the longest. */
async function bench(): Promise<void> {
	console.log(
		`${'script'.padEnd(40)}${'seconds'.padStart(9)}${'stall ms'.padStart(10)}${'of which computing'.padStart(20)}  end`,
	);
	const stalls: Stall[] = [];
	for (const hostile of hostileScripts()) stalls.push(await measure(hostile));
	const wall = Math.max(...stalls.map((stall) => stall.wall));
	const processor = Math.max(...stalls.map((stall) => stall.processor));
	console.log(
		`\nLongest stall: ${wall.toFixed(0)} ms; longest computing: ${processor.toFixed(0)} ms. Each script had ${MAX_SECONDS} seconds.`,
	);
}

async function measure({ name, source }: HostileScript): Promise<Stall> {
	const heartbeat = new Heartbeat();
	await heartbeat.beat();
	const start = performance.now();
	const end = await endOf(source);
	const seconds = (performance.now() - start) / 1000;
	await heartbeat.beat();
	const stall = heartbeat.stop();
	console.log(
		`${name.padEnd(40)}${seconds.toFixed(2).padStart(9)}${stall.wall.toFixed(0).padStart(10)}${stall.processor.toFixed(0).padStart(20)}  ${end}`,
	);
	return stall;
}

async function endOf(source: string): Promise<string> {
	const limits = { maxStatements: 200_000, maxApiCalls: 100, maxSeconds: MAX_SECONDS };
	const host = {
		now: () => performance.now(),
		pause: async () => await new Promise<void>((resolve) => void setTimeout(resolve, 0)),
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

void bench();
