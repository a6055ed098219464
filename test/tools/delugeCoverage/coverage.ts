import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import type { JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { asScript, json, runPure } from '../../unit/deluge/pure';
import { builtIns, type BuiltIns } from './builtIns';
import { helpExamples, type HelpExample } from './helpExamples';

/** Runs; is refused with a sentence that says why; or is not known at all. */
export type Standing = 'supported' | 'refused' | 'unknown';

export interface GroupCoverage extends Pick<BuiltIns, 'group' | 'page'> {
	names: Record<Standing, readonly string[]>;
}

export interface Coverage {
	groups: readonly GroupCoverage[];
	totals: Record<Standing, number>;
	examples: { count: number; documented: number; others: readonly HelpExample[] };
}

/** What the interpreter says to each name of Zoho's help, and to each of its examples. */
export async function measureCoverage(): Promise<Coverage> {
	const groups: GroupCoverage[] = [];
	for (const { group, page, use, names } of builtIns) {
		const found: Record<Standing, string[]> = { supported: [], refused: [], unknown: [] };
		for (const name of names) found[await standingOf(name, use)].push(name);
		groups.push({ group, page, names: found });
	}
	const others: HelpExample[] = [];
	for (const example of helpExamples) if (!(await isAsDocumented(example))) others.push(example);
	const total = (standing: Standing) =>
		groups.reduce((sum, { names }) => sum + names[standing].length, 0);
	return {
		groups,
		totals: { supported: total('supported'), refused: total('refused'), unknown: total('unknown') },
		examples: {
			count: helpExamples.length,
			documented: helpExamples.length - others.length,
			others,
		},
	};
}

/** What a script says that is not known; all else that is refused is refused by name. */
const UNKNOWN = /is not available here|is unknown|^Expected /;

/** A script that uses a name and is told whether it can, before its values matter. */
function probeOf(name: string, use: BuiltIns['use']): string {
	switch (use) {
		case 'syntax':
			return `a = true; b = false; l = {}; x = 1; ${name}`;
		case 'constant':
			return `x = ${name};`;
		case 'task':
			return `x = ${name}("Leads");`;
		case 'function':
			return /^(now|today)$/.test(name) ? `x = ${name};` : `x = ${name}("","a");`;
	}
}

async function standingOf(name: string, use: BuiltIns['use']): Promise<Standing> {
	const { code, message } = await failureOf(probeOf(name, use));
	if (code === 'DELUGE_UNSUPPORTED' || code === 'DELUGE_SYNTAX') {
		return UNKNOWN.test(message) ? 'unknown' : 'refused';
	}
	return 'supported';
}

async function failureOf(script: string): Promise<{ code: string; message: string }> {
	const users: JsonValue = [{ email: 'ada@x.example', full_name: 'Ada' }];
	const variables: JsonValue = [{ api_name: 'Leads', value: '1' }];
	try {
		await runPure(script, { answer: () => json({ users, variables }) });
	} catch (error) {
		if (error instanceof ZohoError) return { code: error.code, message: error.message };
		throw error;
	}
	return { code: '', message: '' };
}

async function isAsDocumented({ script, value, zone = 'UTC' }: HelpExample): Promise<boolean> {
	try {
		const { returned } = await runPure(asScript(script), { zone });
		return JSON.stringify(returned ?? null) === JSON.stringify(value);
	} catch (error) {
		return error instanceof ZohoError && error.code === value;
	}
}

/** One row a group, as Markdown. */
export function coverageTable({ groups, totals }: Coverage): string {
	const rows = groups.map(({ group, names }) => [
		group,
		`${names.supported.length}`,
		`${names.refused.length}`,
		`${names.unknown.length}`,
	]);
	const all = [
		["Names in Zoho's help", 'Supported', 'Refused by name', 'Unknown'],
		...rows,
		['**All**', `**${totals.supported}**`, `**${totals.refused}**`, `**${totals.unknown}**`],
	];
	const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	const [head = [], ...others] = all;
	const dashes = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [line(head), dashes, ...others.map(line)].join('\n');
}

/** The examples in a sentence. */
export function examplesSentence({ examples }: Coverage): string {
	const share = Math.floor((100 * examples.documented) / examples.count);
	return `Of ${examples.count} examples in Zoho's help that need no other service, account or file, ${examples.documented} (${share} %) give the documented value.`;
}
