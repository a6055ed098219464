import { demoWorkflow } from '../../tools/editor/workflows';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

scenario('a bad record takes the error output, and the others the first', bench, async (page) => {
	const { id } = await bench().addWorkflow(await demoWorkflow());
	const canvas = await Canvas.open(page, id);
	await canvas.execute();
	const node = await canvas.openNode('Get Related Records');
	await node.output.getByRole('tab', { name: 'Success Branch (6 items)' }).waitFor();
	await node.output.getByRole('tab', { name: 'Error Branch (1 item)' }).click();
	await node.output.getByRole('radio', { name: 'JSON' }).click();
	const shown = node.output.getByTestId('ndv-data-container');
	await shown.getByText('INVALID_DATA').waitFor();
	const item = await shown.textContent();
	expect(item).toContain("Record 4876876000009999999 was not found in module 'Leads'");
	expect(item).toContain('resolution');
});
