/** The lines of a script, without their line breaks. */
export function linesOf(source: string): string[] {
	return source.split(/\r?\n/);
}
