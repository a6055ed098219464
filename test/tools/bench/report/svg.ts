export type Shape = 'circle' | 'square' | 'diamond' | 'ring' | 'cross';

const COLOURS = {
	light: {
		card: '#ffffff',
		border: '#d0d7de',
		text: '#1f2328',
		quiet: '#59636e',
		grid: '#e6eaee',
		node: '#0969da',
		http: '#bc4c00',
		zoho: '#8250df',
		kept: '#1a7f37',
		lost: '#cf222e',
	},
	dark: {
		card: '#0d1117',
		border: '#3d444d',
		text: '#e6edf3',
		quiet: '#9198a1',
		grid: '#262c36',
		node: '#58a6ff',
		http: '#f0883e',
		zoho: '#bc8cff',
		kept: '#56d364',
		lost: '#ff7b72',
	},
};

type Palette = (typeof COLOURS)['light'];

const rules = (colours: Palette): string => `
.card { fill: ${colours.card}; stroke: ${colours.border} }
text { fill: ${colours.text} }
.quiet { fill: ${colours.quiet} }
.grid, .span { stroke: ${colours.grid} }
${(['node', 'http', 'zoho', 'kept', 'lost'] as const)
	.map((name) => `.${name} { fill: ${colours[name]}; stroke: ${colours[name]} }`)
	.join('\n')}`;

export const STYLE = `
text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif }
.span { stroke-width: 3 }
.ring, .cross { stroke-width: 2.5 }
${rules(COLOURS.light)}
.ring { fill: none }
@media (prefers-color-scheme: dark) {${rules(COLOURS.dark)}
.ring { fill: none }
}
`;

/** A mark of one client; shapes differ as well as colours, for those who cannot tell these apart. */
export function mark(shape: Shape, name: string, x: number, y: number): string {
	const at = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
	return `<g transform="${at}">${shapeOf(shape, `${name} ${shape}`)}</g>`;
}

function shapeOf(shape: Shape, classes: string): string {
	switch (shape) {
		case 'circle':
			return `<circle class="${classes}" r="7"/>`;
		case 'ring':
			return `<circle class="${classes}" r="8.5"/>`;
		case 'square':
			return `<rect class="${classes}" x="-5" y="-5" width="10" height="10"/>`;
		case 'diamond':
			return `<path class="${classes}" d="M0 -7 7 0 0 7 -7 0Z"/>`;
		case 'cross':
			return `<path class="${classes}" d="M-9 -9 9 9M9 -9 -9 9"/>`;
	}
}
