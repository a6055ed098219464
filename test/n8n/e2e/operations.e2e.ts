import { demoWorkflow } from '../../tools/editor/workflows';
import { known } from '../../support/sandbox';
import { exampleWorkflow, recordsIn } from '../../tools/demo/exampleWorkflow';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

/** Files of all records that the example reads. */
function fileCount(): number {
	const { demoLeads, busyLead, longNotesLead } = known;
	const ids = recordsIn(exampleWorkflow()).map(({ id }) => id);
	return [...demoLeads, busyLead, longNotesLead]
		.filter(({ id }) => ids.includes(id))
		.reduce((sum, { counts }) => sum + (counts.Attachments ?? 0), 0);
}

scenario('all operations that read run in the editor', bench, async (page) => {
	const { id } = await bench().addWorkflow(await demoWorkflow());
	const canvas = await Canvas.open(page, id);
	await canvas.execute();
	const outputs: [node: string, items: number | RegExp][] = [
		['Get Related Records', 6],
		['Get Emails', 6],
		['Download Attachments', fileCount()],
		['Get Record History', 6],
		['Run Deluge Script', 6],
		['Count Related Records', 6],
		['Get Record Digest', 6],
		['Search Records', /\d+/],
	];
	for (const [name, items] of outputs) {
		const node = await canvas.openNode(name);
		const count = typeof items === 'number' ? String(items) : items.source;
		const tab = new RegExp(`^Success Branch \\(${count} items?\\)$`);
		await node.output.getByRole('tab', { name: tab }).waitFor();
		await node.close();
	}
});
