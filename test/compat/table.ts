import { format } from 'prettier';
import type { Outcome } from './suite';

const SHOWN = 5;

/** The outcomes as the README shows them. */
export async function tableOf(outcomes: readonly Outcome[]): Promise<string> {
	const rows = outcomes.map(({ release, node, failed }) => {
		const { n8n, core } = release;
		return `| ${n8n} | ${core} | ${node} | ${failed.length === 0 ? 'passes' : shown(failed)} |`;
	});
	const head = ['| n8n | n8n-core | Node | Integration suite |', '| --- | --- | --- | --- |'];
	return await format([...head, ...rows].join('\n'), { parser: 'markdown' });
}

function shown(failed: readonly string[]): string {
	const names = failed
		.slice(0, SHOWN)
		.map((name) => `"${name.replace(/\s+/g, ' ').slice(0, 100)}"`);
	const more = failed.length > SHOWN ? `, and ${failed.length - SHOWN} more` : '';
	return `fails: ${names.join(', ')}${more}`;
}
