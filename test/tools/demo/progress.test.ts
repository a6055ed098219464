import { progressOn } from './progress';

function shownBy(isTTY: boolean, calls: number): string {
	let shown = '';
	const progress = progressOn({ isTTY, write: (text) => (shown += text) });
	for (let call = 1; call <= calls; call += 1) progress.called(call);
	progress.finished('Get Related Records', 1, 20);
	return shown;
}

it('rewrites one line on a terminal, then tells of the node', () => {
	expect(shownBy(true, 2)).toMatch(
		/^\r\u001b\[2K {2}\.\.\. 1 API calls\r\u001b\[2K {2}\.\.\. 2 API calls\r\u001b\[2K {2}Get Related Records +1 item +20 ms\n$/,
	);
});

it('writes a line now and then into a log', () => {
	const lines = shownBy(false, 25).split('\n');
	expect(lines.slice(0, 2)).toEqual(['  ... 10 API calls', '  ... 20 API calls']);
	expect(lines[2]).toMatch(/^ {2}Get Related Records +1 item +20 ms$/);
});
