import { exampleWorkflow } from '../../tools/editor/workflows';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();
const EVERY_SECOND = { interval: [{ field: 'seconds', secondsInterval: 1 }] };

/** All activities of the lead, each second. */
async function everySecond() {
	const workflow = await exampleWorkflow('newActivities');
	for (const { parameters } of workflow.nodes) {
		if ('rule' in parameters) parameters.rule = EVERY_SECOND;
		if ('options' in parameters) parameters.options = {};
	}
	return workflow;
}

scenario('a published workflow runs by itself on its schedule', bench, async (page) => {
	const { id } = await bench().addWorkflow(await everySecond());
	const canvas = await Canvas.open(page, id);
	await canvas.publish();
	await canvas.openExecutions();
	const run = page.getByRole('link', { name: 'Succeeded in' }).first();
	await run.waitFor();
	await bench().rest.unpublish({ id });
	await run.click();
	await page.getByTestId('execution-preview-label').getByText('Succeeded').waitFor();
	const itemCounts = page.getByTestId('edge-label').filter({ hasText: /items?$/, visible: true });
	await itemCounts.filter({ hasText: '46 items' }).waitFor();
	expect(await itemCounts.allTextContents()).toEqual(['1 item', '46 items']);
});
