/** A source of chance, 0..1, that is the same at each run, so that results only change with the code. */
export function chances(): () => number {
	let state = 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}
