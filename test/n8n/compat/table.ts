import { format } from 'prettier';
import type { Outcome } from './suite';

/** The outcomes as docs/compatibility.md shows them, with the names of the tests that fail below. */
export async function tableOf(outcomes: readonly Outcome[]): Promise<string> {
	const rows = outcomes.map(({ release, node, failed }) => {
		const { n8n, core } = release;
		return `| ${n8n} | ${core} | ${node} | ${resultOf(failed)} |`;
	});
	const head = ['| n8n | n8n-core | Node | Integration tests |', '| --- | --- | --- | --- |'];
	const names = outcomes.flatMap(({ failed }) => failed).map((name) => `- ${name}`);
	const list = names.length === 0 ? [] : ['', 'What fails:', '', ...names];
	return await format([...head, ...rows, ...list].join('\n'), { parser: 'markdown' });
}

function resultOf({ length }: readonly string[]): string {
	if (length === 0) return 'all pass';
	return length === 1 ? '1 fails' : `${length} fail`;
}
