import { exampleWorkflow } from '../../tools/editor/workflows';
import { known } from '../../support/sandbox';
import { useBench } from './bench';

const bench = useBench();

interface Line {
	kind: string;
	title: string;
	lead: string;
	askedBy: string;
}

it("a webhook's answer joins what two of our nodes read, each line linked to its request", async () => {
	const { rest, origin } = bench();
	const workflow = await bench().addWorkflow(await exampleWorkflow('leadSummary'));
	await rest.publish(workflow);
	const leads = known.demoLeads.slice(0, 2);
	const response = await fetch(`${origin}/webhook/lead-summary`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			askedBy: 'Ana',
			leads: leads.map(({ id, name: label }) => ({ id, label })),
		}),
	});
	await rest.unpublish(workflow);
	const { lines } = (await response.json()) as { lines: Line[] };
	const expected = leads.flatMap(({ name, counts }) => [
		{ lead: name, kind: 'note', lines: counts.Notes },
		{ lead: name, kind: 'call', lines: counts.Calls_History },
		{ lead: name, kind: 'meeting', lines: counts.Events_History },
		{ lead: name, kind: 'task', lines: counts.Tasks_History },
	]);
	const counted = expected.map(({ lead, kind }) => ({
		lead,
		kind,
		lines: lines.filter((line) => line.lead === lead && line.kind === kind).length,
	}));
	expect(counted).toEqual(expected);
	expect(lines).toHaveLength(expected.reduce((sum, { lines: count = 0 }) => sum + count, 0));
	expect(new Set(lines.map(({ askedBy }) => askedBy))).toEqual(new Set(['Ana']));
	expect(lines.every(({ title }) => title.length > 0)).toBe(true);
});
