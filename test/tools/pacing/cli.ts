import { chances } from './chances';
import { simulate, type Outcome, type Scenario } from './simulate';

const MAX = 50;
const LINKS = [
	{ roundTripMs: 5, serverTimeMs: 20 },
	{ roundTripMs: 10, serverTimeMs: 300 },
	{ roundTripMs: 30, serverTimeMs: 150 },
	{ roundTripMs: 100, serverTimeMs: 50 },
	{ roundTripMs: 100, serverTimeMs: 300 },
	{ roundTripMs: 300, serverTimeMs: 50 },
	{ roundTripMs: 300, serverTimeMs: 2000 },
];
const CAPS = [3, 5, 10, 25];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const share = ({ refused, sent }: Outcome): string => `${((100 * refused) / sent).toFixed(1)} %`;

function rowOf(link: Pick<Scenario, 'roundTripMs' | 'serverTimeMs'>, cap: number): string {
	const play = (runs: number, requests: number) =>
		simulate({ ...link, cap, runs, requests, max: MAX, random: chances() });
	const [one, two, ten] = [play(1, 1000), play(2, 500), play(10, 10)];
	const least = Math.max(
		(1000 * link.serverTimeMs) / cap,
		(1000 * (3 * link.roundTripMs + link.serverTimeMs)) / MAX,
	);
	const cells = [
		`${link.roundTripMs} ms`,
		`${link.serverTimeMs} ms`,
		`${cap}`,
		seconds(least),
		`${seconds(one.lastMs)}, ${share(one)}`,
		`${seconds(two.lastMs)}, ${share(two)}, ${(two.firstMs / two.lastMs).toFixed(2)}`,
		`${seconds(ten.lastMs)}, ${share(ten)}`,
	];
	return `| ${cells.join(' | ')} |`;
}

console.log(
	'| Round trip | Server time | Cap | Least for 1,000 requests | One run of 1,000: time, refused | Two runs of 500: time, refused, first / last | Ten runs of 10: time, refused |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const link of LINKS) for (const cap of CAPS) console.log(rowOf(link, cap));
