import type { Outcome } from './outcome';

const EXAMPLES = 3;

/** The outcomes as the documentation shows them. */
export function tableOf(outcomes: readonly Outcome[]): string {
	const rows = outcomes.map((outcome) => {
		const { n8n, core } = outcome.release;
		return `| ${n8n} | ${core} | ${outcome.node ?? '-'} | ${resultOf(outcome)} |`;
	});
	const head = ['| n8n | n8n-core | Node | Integration tests |', '| --- | --- | --- | --- |'];
	return `${[...head, ...rows].join('\n')}\n`;
}

function resultOf({ reason, failures, notHad }: Outcome): string {
	if (reason !== undefined) return `not measured: ${reason}`;
	const but = notHad.length === 0 ? '' : `, but ${notHad.length} of what it does not have`;
	if (failures.length === 0) return `all pass${but}`;
	return failures.length === 1 ? `1 fails${but}` : `${failures.length} fail${but}`;
}

/** Failures and tests that do not apply, those with the same cause together. */
export function summaryOf({ failures, notHad }: Outcome): string {
	const failed = failures.map(({ file, test = 'the whole file', message }) => ({
		cause: message,
		test: `${file}: ${test}`,
	}));
	const skipped = notHad.map(({ test, reason }) => ({
		cause: `Not in this engine: ${reason}`,
		test,
	}));
	return [...grouped(failed), ...grouped(skipped)].join('\n');
}

function grouped(tests: readonly { cause: string; test: string }[]): string[] {
	const groups = new Map<string, string[]>();
	for (const { cause, test } of tests) groups.set(cause, [...(groups.get(cause) ?? []), test]);
	const byNumber = [...groups].sort(([, a], [, b]) => b.length - a.length);
	return byNumber.map(([cause, names]) => {
		const more = names.length > EXAMPLES ? [`  and ${names.length - EXAMPLES} more`] : [];
		const shown = names.slice(0, EXAMPLES).map((name) => `  - ${name}`);
		return [`${names.length} x ${cause.replaceAll('\n', '\n    ')}`, ...shown, ...more].join('\n');
	});
}

/** A page with the table in it replaced. @throws Error where it has none */
export function withTable(page: string, table: string): string {
	const place = /^\| n8n +\|.*\n(?:\|.*\n)+/m;
	if (!place.test(page)) throw new Error('The page has no table of releases');
	return page.replace(place, () => table);
}
