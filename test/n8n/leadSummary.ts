import { known } from '../support/sandbox';

const LEADS = known.demoLeads.slice(0, 2);

/** Who asks, which comes back in each line. */
export const ASKED_BY = 'Ana';

export interface Line {
	kind: string;
	title: string;
	lead: string;
	askedBy: string;
}

/** Calls the webhook of the example workflow leadSummary for two leads. */
export async function callLeadSummary(origin: string): Promise<Line[]> {
	const response = await fetch(`${origin}/webhook/lead-summary`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			askedBy: ASKED_BY,
			leads: LEADS.map(({ id, name: label }) => ({ id, label })),
		}),
	});
	const answer = await response.text();
	if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${answer}`);
	return (JSON.parse(answer) as { lines: Line[] }).lines;
}

interface Count {
	lead: string;
	kind: string;
	lines: number | undefined;
}

/** How many lines of each kind the sandbox's data gives for each lead. */
export const EXPECTED_COUNTS: readonly Count[] = LEADS.flatMap(({ name: lead, counts }) => [
	{ lead, kind: 'note', lines: counts.Notes },
	{ lead, kind: 'call', lines: counts.Calls_History },
	{ lead, kind: 'meeting', lines: counts.Events_History },
	{ lead, kind: 'task', lines: counts.Tasks_History },
]);

/** How many lines there are of what EXPECTED_COUNTS has. */
export function countLines(lines: readonly Line[]): Count[] {
	return EXPECTED_COUNTS.map(({ lead, kind }) => ({
		lead,
		kind,
		lines: lines.filter((line) => line.lead === lead && line.kind === kind).length,
	}));
}

/** How many lines there are in all. */
export const EXPECTED_LINES = EXPECTED_COUNTS.reduce((sum, { lines = 0 }) => sum + lines, 0);
