/** A syntax tree without its positions, which printing changes. */
export function withoutPositions(tree: unknown): unknown {
	if (Array.isArray(tree)) return tree.map(withoutPositions);
	if (typeof tree !== 'object' || tree === null) return tree;
	return Object.fromEntries(
		Object.entries(tree)
			.filter(([key, value]) => key !== 'at' && value !== undefined)
			.map(([key, value]) => [key, withoutPositions(value)]),
	);
}
