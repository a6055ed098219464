/**
 * Splits texts into groups that fit one comma-separated parameter each.
 * @param maxCount texts in one group at most
 * @param maxLength characters of one group at most, commas included
 */
export function chunk(texts: readonly string[], maxCount: number, maxLength: number): string[][] {
	const groups: string[][] = [];
	let length = 0;
	for (const text of texts) {
		const group = groups.at(-1);
		if (group === undefined || group.length === maxCount || length + 1 + text.length > maxLength) {
			groups.push([text]);
			length = text.length;
		} else {
			group.push(text);
			length += 1 + text.length;
		}
	}
	return groups;
}
