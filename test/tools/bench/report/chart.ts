import type { PeerName } from '../peers';
import { logScale, ticksWithin, type Scale } from './scale';
import { summaryIn, type JobResult, type Results, type Summary } from './results';
import { mark, STYLE, type Shape } from './svg';
import { seconds } from './words';

interface Series {
	peer: PeerName;
	label: string;
	shape: Shape;
}

/** From the back to the front. */
const SERIES: readonly Series[] = [
	{ peer: 'zoho', label: "n8n's Zoho CRM node, listing a module", shape: 'diamond' },
	{ peer: 'http', label: "n8n's HTTP Request node", shape: 'square' },
	{ peer: 'kept', label: 'ten kept connections', shape: 'ring' },
	{ peer: 'node', label: 'this node', shape: 'circle' },
];

const WIDTH = 860;
const LEFT = 300;
const RIGHT = WIDTH - 60;
const TOP = 84;
const ROW = 38;
const LEGEND_X = 24;
/** About the width of a letter. */
const LETTER = 6.9;

interface Point {
	series: Series;
	summary: Summary;
}

/**
 * The times of a run as an SVG picture: a row for each job, a mark for each client, on a logarithmic
 * scale. It brings its own background, and follows the reader's preference for light or dark.
 */
export function chart(results: Results): string {
	const rows = results.jobs.map((job) => ({ job, points: pointsOf(job) }));
	const times = rows.flatMap(({ points }) => points.map(({ summary }) => summary.ms));
	const scale = logScale(Math.min(...times) * 0.8, Math.max(...times) * 1.15, LEFT, RIGHT);
	const bottom = TOP + rows.length * ROW;
	const height = bottom + 44;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
<title id="title">Time of each job, in seconds, on a logarithmic scale</title>
<style>${STYLE}</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
${legend()}
${grid(scale, bottom)}
${rows.map(({ job, points }, index) => jobRow(job, points, scale, TOP + (index + 0.5) * ROW)).join('\n')}
</svg>
`;
}

function pointsOf(job: JobResult): Point[] {
	return SERIES.flatMap((series) => {
		const summary = summaryIn(job, series.peer);
		return summary === undefined ? [] : [{ series, summary }];
	});
}

function legend(): string {
	let x = LEGEND_X;
	const entries = [...SERIES].reverse().map(({ label, peer, shape }) => {
		const entry = `${mark(shape, peer, x + 6, 24)}<text x="${x + 18}" y="28">${label}</text>`;
		x += 42 + label.length * LETTER;
		return entry;
	});
	const lost = `${mark('cross', 'lost', LEGEND_X + 6, 48)}<text x="${LEGEND_X + 18}" y="52">rows were lost</text>`;
	return [...entries, lost].join('\n');
}

function grid(scale: Scale, bottom: number): string {
	return ticksWithin(scale)
		.map((ms) => {
			const x = scale.at(ms).toFixed(1);
			const line = `<line class="grid" x1="${x}" y1="${TOP}" x2="${x}" y2="${bottom}"/>`;
			return `${line}<text class="quiet" x="${x}" y="${bottom + 22}" text-anchor="middle">${ms / 1000} s</text>`;
		})
		.join('\n');
}

function jobRow(job: JobResult, points: readonly Point[], scale: Scale, y: number): string {
	const label = `<text x="${LEFT - 16}" y="${y + 4}" text-anchor="end">${job.title}</text>`;
	const places = points.map(({ summary }) => scale.at(summary.ms));
	const [from, to] = [Math.min(...places), Math.max(...places)].map((x) => x.toFixed(1));
	const line = `<line class="span" x1="${from}" y1="${y}" x2="${to}" y2="${y}"/>`;
	const marks = points.map(({ series, summary }) => {
		const x = scale.at(summary.ms);
		const lost = summary.lost > 0 ? mark('cross', 'lost', x, y) : '';
		const time = `<title>${series.label}: ${seconds(summary.ms)}</title>`;
		return `<g>${time}${mark(series.shape, series.peer, x, y)}${lost}</g>`;
	});
	return [label, line, ...marks].join('\n');
}
