const underWay = new Set<string>();

/**
 * Runs one poll of a node at a time: n8n fires the next one whether or not the last one has ended.
 * @returns null where another one is under way
 */
export async function onePoll<T>(node: string, poll: () => Promise<T>): Promise<T | null> {
	if (underWay.has(node)) return null;
	underWay.add(node);
	try {
		return await poll();
	} finally {
		underWay.delete(node);
	}
}
