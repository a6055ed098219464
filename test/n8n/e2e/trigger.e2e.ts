import { known } from '../../support/sandbox';
import { addNote, newNotesWorkflow, TRIGGER, triggeredNotes, untilPolled } from '../newNotes';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

scenario('a published workflow starts when a note is added', bench, async (page) => {
	const { rest, sandbox, credential } = bench();
	const { id } = await rest.addWorkflow(newNotesWorkflow(credential.id));
	const canvas = await Canvas.open(page, id);
	await canvas.openNode(TRIGGER);
	await page
		.getByTestId('trigger-execute-button')
		.or(page.getByText('Fetch Test Event'))
		.first()
		.click();
	await page.getByTestId('output-panel').getByText('created').first().waitFor();
	await page.keyboard.press('Escape');
	await canvas.publish();
	// The second of the first poll is not watched: a row of it may be older than the workflow.
	await untilPolled(sandbox, 2);
	const note = addNote(sandbox, 'Written in the sandbox');
	const [items] = await triggeredNotes(rest, id, 1);
	expect(items).toEqual([
		expect.objectContaining({
			id: note,
			Note_Title: 'Written in the sandbox',
			event: 'created',
			parent: { module: 'Leads', id: known.lead.id, name: null, relatedList: 'Notes' },
		}),
	]);
	await canvas.openExecutions();
	await page.getByRole('link', { name: 'Succeeded in' }).first().waitFor();
	await rest.unpublish({ id });
});
