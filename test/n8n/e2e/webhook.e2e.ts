import { exampleWorkflow } from '../../tools/editor/workflows';
import {
	ASKED_BY,
	callLeadSummary,
	countLines,
	EXPECTED_COUNTS,
	EXPECTED_LINES,
} from '../leadSummary';
import { useBench } from './bench';

const bench = useBench();

it("a webhook's answer joins what two of our nodes read, each line linked to its request", async () => {
	const { rest, origin } = bench();
	const workflow = await bench().addWorkflow(await exampleWorkflow('leadSummary'));
	await rest.publish(workflow);
	const lines = await callLeadSummary(origin);
	await rest.unpublish(workflow);
	expect(countLines(lines)).toEqual(EXPECTED_COUNTS);
	expect(lines).toHaveLength(EXPECTED_LINES);
	expect(new Set(lines.map(({ askedBy }) => askedBy))).toEqual(new Set([ASKED_BY]));
	expect(lines.every(({ title }) => title.length > 0)).toBe(true);
});
