import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { step } from '../../support/n8n';
import { connectedCredential } from '../../support/sandbox';
import { addNote, newNotesWorkflow, triggeredNotes, untilPolled } from '../newNotes';
import type { Checks } from './checks';
import type { Running } from './cluster';

/**
 * The main process, which polls, is restarted between two polls: a note of each time starts one
 * execution, on a worker, and none starts two.
 */
export async function restartBetweenPolls(running: Running, checks: Checks): Promise<void> {
	const { rest, sandbox } = running;
	const data = connectedCredential(sandbox, sandbox.tokens.issue());
	const credential = await rest.addCredential(`${CREDENTIAL_NAME} 2`, CREDENTIAL_TYPE, data);
	const workflow = await rest.addWorkflow(newNotesWorkflow(credential.id));
	await rest.publish(workflow);
	// The second of the first poll is not watched: a row of it may be older than the workflow.
	await untilPolled(sandbox, 2);
	const ids = await step(
		'Notes before, during and after a restart of the main process',
		async () => {
			const before = addNote(sandbox, 'Before the restart');
			await triggeredNotes(rest, workflow.id, 1);
			// A poll with nothing new: n8n does not store what it knows.
			await untilPolled(sandbox);
			await running.stopMain();
			const during = addNote(sandbox, 'During the restart');
			await running.startMain();
			await triggeredNotes(running.rest, workflow.id, 2);
			const after = addNote(sandbox, 'After the restart');
			await triggeredNotes(running.rest, workflow.id, 3);
			return [before, during, after];
		},
	);
	// What was delivered is read again by the next polls.
	await untilPolled(sandbox, 2);
	const executions = await triggeredNotes(running.rest, workflow.id, 3);
	const seen = executions.flat().map(({ id }) => id);
	checks.holds(
		`the trigger started ${executions.length} executions, one for each of 3 notes`,
		executions.length === 3 && seen.length === 3 && ids.every((id) => seen.includes(id)),
		`: ${seen.join(', ')} for ${ids.join(', ')}`,
	);
	await running.rest.unpublish(workflow);
}
