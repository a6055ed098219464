/**
 * Whether a file name fits a pattern in which `*` stands for any text and `?` for one character, in
 * any case. Takes time in proportion to both lengths, whatever they hold.
 */
export function fitsPattern(name: string, pattern: string): boolean {
	const text = [...name.toLowerCase()];
	const wanted = [...pattern.toLowerCase()];
	let [at, next] = [0, 0];
	let star: { next: number; at: number } | undefined;
	while (at < text.length) {
		if (wanted[next] === '*') {
			star = { next, at };
			next += 1;
		} else if (wanted[next] === '?' || wanted[next] === text[at]) {
			next += 1;
			at += 1;
		} else if (star !== undefined) {
			// The last star takes one character more.
			star = { next: star.next, at: star.at + 1 };
			next = star.next + 1;
			at = star.at;
		} else return false;
	}
	return wanted.slice(next).every((rest) => rest === '*');
}
