/**
 * Order of two record ids. They exceed 2^53, so they are compared as text: by length, then by digits.
 */
export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a === b ? 0 : a < b ? -1 : 1;
}
