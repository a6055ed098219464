const held: AbortController[] = [];

/** Time bounds of requests pass only when told to, from here to the end of the test. */
export function holdDeadlines(): void {
	held.length = 0;
	jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
		const controller = new AbortController();
		held.push(controller);
		return controller.signal;
	});
}

/** The time of all requests under way is over. */
export function passDeadlines(): void {
	const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
	for (const controller of held.splice(0)) controller.abort(reason);
}
