import { chart } from './chart';
import { comparison } from './markdown';
import { withFigures } from './page';
import { jobOf, resultOf, resultsOf } from './sample';
import { logScale, ticksWithin } from './scale';
import { report } from './text';

const failing = { ...resultOf('zoho', [4], { lost: 2000 }), error: 'No way' };
const results = resultsOf(
	jobOf('a', [resultOf('node', [0.8, 0.7, 0.9]), resultOf('http', [3.6]), failing]),
	jobOf('b', [
		resultOf('node', [12]),
		resultOf('http', [0.6], { lost: 1800, rejected429: 90 }),
		resultOf('kept', [9]),
	]),
);

describe('the comparison', () => {
	it("has this node's times, and those of others as multiples of them or what they lost", () => {
		expect(comparison(results).split('\n')).toEqual([
			'| Job | This node | Ten kept connections | HTTP Request node | Built-in Zoho CRM node |',
			'| --- | --- | --- | --- | --- |',
			'| Job a | **0.80 s** | not measured | 3.60 s (4.5 x) | fails after 4.00 s |',
			'| Job b | **12.0 s** | 9.00 s (0.8 x) | loses 1,800 of 2,000 rows in 0.60 s | not measured |',
		]);
	});

	it('goes between the comments of the page, again and again', () => {
		const place = (name: string) => `<!-- ${name} --> old <!-- /${name} -->`;
		const names = ['times', 'conditions'].map((name) => `bench-${name}`);
		const page = `# Title\n${names.map(place).join('\n')}\nThe end\n`;
		const filled = withFigures(page, results);
		expect(filled).toContain(comparison(results));
		expect(filled).toMatch(/^# Title\n[^]*The end\n$/);
		expect(filled).not.toContain('old');
		expect(withFigures(filled, results)).toBe(filled);
	});

	it('needs its comments there', () => {
		expect(() => withFigures('# Title', results)).toThrow('no place for bench-times');
	});
});

describe('the report for a terminal', () => {
	const lines = report(results).split('\n');

	it('tells under which conditions the figures hold', () => {
		expect(lines[0]).toBe(
			'Median of 5 rounds; round trip 100 ms, TLS, server time 50 ms, 10 requests at once.',
		);
		expect(lines[1]).toContain('355 ms on a fresh connection, 152 ms on a kept one');
		expect(lines[2]).toContain('Node v24.0.0');
		expect(lines[2]).toContain('load 0.1 before and 0.9 after');
	});

	it('has a line for each client, with the time of this node as a multiple of its time', () => {
		expect(lines.find((line) => line.includes('HTTP Request node'))).toMatch(
			/HTTP Request node\s+3\.60 s\s+0\.2 x\s+10\s+10\s+0\s+0\s+0\s+150 MB/,
		);
	});

	it('quotes the first failure', () => {
		expect(lines).toContain('  Built-in Zoho CRM node: No way');
	});
});

describe('the chart', () => {
	const svg = chart(results);

	it('has a row for each job and a mark for each client in it', () => {
		expect(svg).toContain('>Job a</text>');
		expect(svg).toContain('>Job b</text>');
		expect(svg.match(/<g><title>/g)).toHaveLength(6);
		expect(svg).toContain("<title>n8n's HTTP Request node: 3.60 s</title>");
	});

	it('crosses out those that lost rows', () => {
		const legend = 1;
		expect(svg.match(/class="lost cross"/g)).toHaveLength(legend + 2);
	});

	it('is readable in light and dark, and says what it shows', () => {
		expect(svg).toContain('prefers-color-scheme: dark');
		expect(svg).toMatch(/role="img" aria-labelledby="title">\n<title id="title">Time of each job/);
	});
});

describe('a logarithmic scale', () => {
	const scale = logScale(0.1, 10, 100, 300);

	it('has equal ratios at equal distances', () => {
		expect([0.1, 1, 10].map((value) => Math.round(scale.at(value)))).toEqual([100, 200, 300]);
	});

	it('labels round values within it', () => {
		expect(ticksWithin(scale)).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]);
		expect(ticksWithin(logScale(0.3, 4, 0, 1))).toEqual([0.5, 1, 2]);
	});
});
