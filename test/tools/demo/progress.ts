import type { Progress } from './demo';

/** Calls between two signs of life where lines cannot be rewritten. */
const STRIDE = 10;

interface Screen {
	isTTY?: boolean;
	write(text: string): unknown;
}

/** Shows on a terminal, or in a log, how far a run is. */
export function progressOn(screen: Screen): Progress {
	const clear = screen.isTTY ? '\r\u001b[2K' : '';
	const called = (calls: number) => {
		if (screen.isTTY) screen.write(`${clear}  ... ${calls} API calls`);
		else if (calls % STRIDE === 0) screen.write(`  ... ${calls} API calls\n`);
	};
	const finished = (node: string, items: number, ms: number) => {
		const amount = `${items} ${items === 1 ? 'item' : 'items'}`;
		screen.write(`${clear}  ${node.padEnd(34)}${amount.padStart(11)}${`${ms} ms`.padStart(10)}\n`);
	};
	return { called, finished };
}
