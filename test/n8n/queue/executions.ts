import { parse } from 'flatted';
import type { Rest } from '../../support/n8n';
import { TRIGGER, ZOHO } from './workflow';

const UNFINISHED = ['new', 'running', 'waiting'];

export interface Listed {
	id: string;
	/** n8n's word, such as success, error or crashed. */
	status: string;
}

export interface Execution extends Listed {
	/** Leads that it was asked for. */
	ids: string[];
	/** Number of different notes that it gives out, by lead; undefined without the node's output. */
	notes?: Record<string, number>;
	/** What ended it. */
	error?: string;
}

interface Item<T> {
	json: T;
}

interface Task<T> {
	data?: { main: (Item<T>[] | null)[] };
}

interface RunData {
	resultData: {
		error?: { message: string };
		runData: {
			[TRIGGER]?: Task<{ body: { ids: string[] } }>[];
			[ZOHO]?: Task<{ id: string; parent: { id: string } }>[];
		};
	};
}

/** All executions of a workflow, as n8n's list shows them. */
export async function listExecutions(rest: Rest, workflowId: string): Promise<Listed[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const path = `/executions?filter=${filter}&limit=100`;
	return (await rest.get<{ results: Listed[] }>(path)).results;
}

export function isUnfinished({ status }: Listed): boolean {
	return UNFINISHED.includes(status);
}

/** One execution with what its nodes gave out. */
export async function readExecution(rest: Rest, id: string): Promise<Execution> {
	const { status, data } = await rest.get<{ status: string; data: string }>(`/executions/${id}`);
	const { error, runData } = (parse(data) as RunData).resultData;
	const asked = firstOutput(runData[TRIGGER])?.[0]?.json.body.ids ?? [];
	const rows = firstOutput(runData[ZOHO])?.map(({ json }) => json);
	return { id, status, ids: asked, notes: rows && countByLead(rows), error: error?.message };
}

function firstOutput<T>(tasks: Task<T>[] | undefined): Item<T>[] | undefined {
	return tasks?.at(-1)?.data?.main[0] ?? undefined;
}

function countByLead(
	rows: readonly { id: string; parent: { id: string } }[],
): Record<string, number> {
	const leads = new Map(rows.map(({ id, parent }) => [`${parent.id} ${id}`, parent.id]));
	const counts: Record<string, number> = {};
	for (const lead of leads.values()) counts[lead] = (counts[lead] ?? 0) + 1;
	return counts;
}
