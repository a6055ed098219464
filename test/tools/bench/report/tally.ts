/** Counts the rows that came against those that should have. */
export function tally(
	expected: readonly string[],
	came: readonly string[],
): { lost: number; doubled: number } {
	const distinct = new Set(came);
	const wanted = new Set(expected);
	const strange = [...distinct].filter((id) => !wanted.has(id));
	if (strange.length > 0) {
		throw new Error(`${strange.length} rows came that belong to others, such as ${strange[0]}`);
	}
	return {
		lost: [...wanted].filter((id) => !distinct.has(id)).length,
		doubled: came.length - distinct.size,
	};
}
