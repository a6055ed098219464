import { parse } from 'flatted';
import { until, type Rest } from '../support/n8n';
import { known, type Sandbox } from '../support/sandbox';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from '../tools/editor/credential';

export const TRIGGER = 'Zoho CRM Related Records Trigger';

/** A minute is n8n's shortest interval, but a node can have several poll times: one each ten seconds. */
const POLL_TIMES = [5, 15, 25, 35, 45, 55].map((second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));

/** The time for one poll and its execution, on a busy machine. */
const SECONDS = 150;

/** What the trigger gives out of a note. */
export interface TriggeredNote {
	id: string;
	Note_Title: string;
	event: string;
	parent: { module: string; id: string; relatedList: string };
}

interface RunData {
	resultData: {
		runData: Record<string, { data?: { main: ({ json: TriggeredNote }[] | null)[] } }[]>;
	};
}

/** A workflow that starts with each new note of the known lead, polled every ten seconds. */
export function newNotesWorkflow(credentialId: string): object {
	const { module, id } = known.lead;
	return {
		name: 'New notes of a lead',
		nodes: [
			{
				id: 'trigger',
				name: TRIGGER,
				type: 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecordsTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {
					pollTimes: { item: POLL_TIMES },
					event: 'created',
					watch: 'record',
					module: { __rl: true, mode: 'name', value: module },
					recordId: { __rl: true, mode: 'id', value: id },
					relatedList: { __rl: true, mode: 'name', value: 'Notes' },
					fields: ['Note_Title'],
					options: {},
				},
				credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: CREDENTIAL_NAME } },
			},
		],
		connections: {},
		settings: {},
		// n8n before 2.0 does not store a workflow without it.
		active: false,
	};
}

/** Adds a note to the known lead. @returns its ID */
export function addNote(sandbox: Sandbox, title: string): string {
	const { module, id: recordId } = known.lead;
	return sandbox.change({
		do: 'add',
		module,
		recordId,
		list: 'Notes',
		row: { Note_Title: title, Note_Content: title },
	});
}

/** Waits until the trigger has started so many executions. @returns what each of them was given */
export async function triggeredNotes(
	rest: Rest,
	workflowId: string,
	count: number,
): Promise<TriggeredNote[][]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['success', 'error'] }));
	const list = async () => {
		const path = `/executions?filter=${filter}`;
		const { results } = await rest.get<{ results: { id: string; mode: string }[] }>(path);
		// A test event is an execution of its own.
		return results.filter(({ mode }) => mode === 'trigger');
	};
	await until(`${count} executions of the trigger`, SECONDS, async () => {
		return (await list()).length >= count;
	});
	const runs = (await list()).reverse().map(async ({ id }) => {
		const { data } = await rest.get<{ data: string }>(`/executions/${id}`);
		const task = (parse(data) as RunData).resultData.runData[TRIGGER]?.at(-1);
		return (task?.data?.main[0] ?? []).map(({ json }) => json);
	});
	return await Promise.all(runs);
}

/** Waits until the trigger has asked Zoho so many times more. */
export async function untilPolled(sandbox: Sandbox, times = 1): Promise<void> {
	const path = `/${known.lead.id}/Notes`;
	const before = sandbox.log.crm(path).length;
	await until('the next poll', SECONDS, () => sandbox.log.crm(path).length >= before + times);
}
