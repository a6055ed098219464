import { RUNS } from '../../support/templates/templates';
import { scenario, useBench } from './bench';
import { runTemplate } from './templateRun';

const bench = useBench();

for (const run of RUNS) {
	scenario(`the template ${run.template} runs with n8n's own nodes`, bench, async (page) => {
		const output = await runTemplate(page, bench(), run);
		for (const [node, items] of Object.entries(run.expected)) {
			const json = output(node);
			expect([node, typeof items === 'number' ? json.length : json]).toEqual([node, items]);
		}
	});
}
