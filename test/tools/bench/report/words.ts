/** A time as people say it: about three digits. */
export function seconds(ms: number): string {
	const value = ms / 1000;
	return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

/** How many times as long as another. */
export function times(ms: number, ofMs: number): string {
	const ratio = ms / ofMs;
	return `${ratio.toFixed(ratio < 9.95 ? 1 : 0)} x`;
}

export function count(value: number): string {
	return new Intl.NumberFormat('en').format(value);
}

/** Memory in MB. */
export function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
