const MAX_WIDTH = 60;

export interface Column {
	heading: string;
	/** Numbers stand at the right. */
	isNumber?: boolean;
}

/**
 * Rows as aligned text under their headings, two spaces apart and indented by two. Long cells are cut
 * with "...".
 */
export function table(columns: readonly Column[], rows: readonly (readonly unknown[])[]): string {
	const cells = rows.map((row) => columns.map((_, index) => cellOf(row[index])));
	const widths = columns.map(({ heading }, index) =>
		Math.max(heading.length, ...cells.map((row) => row[index]?.length ?? 0)),
	);
	const lines = [columns.map(({ heading }) => heading), widths.map((width) => '-'.repeat(width))];
	return [...lines, ...cells]
		.map((row) => row.map((text, index) => padded(text, widths[index] ?? 0, columns[index])))
		.map((row) => `  ${row.join('  ')}`.trimEnd())
		.join('\n');
}

function cellOf(value: unknown): string {
	const text = String(value ?? '-').replace(/\s+/g, ' ');
	return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH - 3)}...` : text;
}

function padded(text: string, width: number, column: Column | undefined): string {
	return column?.isNumber ? text.padStart(width) : text.padEnd(width);
}
