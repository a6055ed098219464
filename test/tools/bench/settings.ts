import { parseArgs } from 'node:util';
import { JOBS, SHORT_JOBS, type Job } from './jobs';
import { PEER_NAMES, type PeerName } from './peers';
import type { LinkSettings } from './report/results';

export const HELP = `Usage: npm run bench -- [options]

Reads lists of a Zoho CRM sandbox over a simulated link, with this node and with others, side by
side, and compares them. A full run takes about 20 minutes; leave the machine alone meanwhile.

  --rounds 5        Rounds of each client, of which the median counts
  --rtt 100         Round trip of the link, ms
  --server 50       Time that Zoho takes for a request, ms
  --cap 10          Requests at once that Zoho takes
  --jobs a,b        Only these jobs: ${JOBS.map(({ name }) => name).join(', ')}
  --peers a,b       Only these clients: ${PEER_NAMES.join(', ')}
                    http and zoho install n8n's nodes once: 800 MB, about a minute
  --concurrency n   This node's option for requests at once; default: the node's own
  --short           Small jobs, one round, a short link: shows that it runs, and no more
  --out file.json   Where the results go; default bench-results.json
  --from file.json  Measures nothing, and reports results written before
  --readme          Puts table and chart of the results into docs/speed.md
  --help
`;

export interface Settings {
	rounds: number;
	link: LinkSettings;
	jobs: readonly Job[];
	peers: readonly PeerName[];
	maxConcurrentRequests?: number;
	out: string;
	/** Results to report instead of measuring. */
	from?: string;
	readme: boolean;
}

/** The command line cannot be used; the message says what is wrong with it. */
export class UsageError extends Error {}

const FULL = { rounds: 5, rtt: 100, server: 50, cap: 10 };
const SHORT = { rounds: 1, rtt: 10, server: 5, cap: 10 };

/** @throws UsageError */
export function settingsFrom(args: readonly string[]): Settings | 'help' {
	const values = optionsIn(args);
	if (values.help) return 'help';
	const defaults = values.short ? SHORT : FULL;
	const jobs = values.short ? SHORT_JOBS : JOBS;
	const names = jobs.map(({ name }) => name);
	const chosen = someOf('jobs', values.jobs, names);
	const { concurrency } = values;
	return {
		rounds: wholeNumber('rounds', values.rounds, defaults.rounds, 1),
		link: {
			roundTripMs: wholeNumber('rtt', values.rtt, defaults.rtt, 0),
			serverTimeMs: wholeNumber('server', values.server, defaults.server, 0),
			concurrencyCap: wholeNumber('cap', values.cap, defaults.cap, 1),
		},
		jobs: jobs.filter(({ name }) => chosen.includes(name)),
		peers: someOf('peers', values.peers, PEER_NAMES),
		...(concurrency === undefined
			? {}
			: { maxConcurrentRequests: wholeNumber('concurrency', concurrency, 1, 1) }),
		out: values.out ?? 'bench-results.json',
		from: values.from,
		readme: values.readme ?? false,
	};
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
	rounds: text,
	rtt: text,
	server: text,
	cap: text,
	jobs: text,
	peers: text,
	concurrency: text,
	out: text,
	from: text,
	short: flag,
	readme: flag,
	help: flag,
};

function optionsIn(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS }).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function wholeNumber(
	name: string,
	given: string | undefined,
	preset: number,
	least: number,
): number {
	if (given === undefined) return preset;
	const value = /^\d+$/.test(given) ? Number(given) : NaN;
	if (value >= least) return value;
	throw new UsageError(`--${name} wants a whole number from ${least} on, not '${given}'`);
}

function someOf<T extends string>(
	name: string,
	given: string | undefined,
	known: readonly T[],
): T[] {
	if (given === undefined) return [...known];
	return given.split(',').map((word) => {
		const found = known.find((entry) => entry === word);
		if (found !== undefined) return found;
		throw new UsageError(`--${name} knows no '${word}', only ${known.join(', ')}`);
	});
}
