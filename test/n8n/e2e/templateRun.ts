import { parse } from 'flatted';
import type { Page } from 'playwright-core';
import type { IDataObject } from 'n8n-workflow';
import { readTemplate, type TemplateRun } from '../../support/templates/templates';
import type { ExampleWorkflow } from '../../tools/editor/workflows';
import type { Bench } from './bench';
import { Canvas } from './ui/canvas';

interface Task {
	data?: { main: ({ json: IDataObject }[] | null)[] };
}

interface RunData {
	resultData: { error?: { message: string }; runData: Record<string, Task[]> };
}

/**
 * Runs a template in the editor. What a service would answer that is not there is pinned to its
 * node, as a user does who tries a workflow.
 * @returns the JSON of a node's first output
 */
export async function runTemplate(
	page: Page,
	bench: Bench,
	{ template, prepare, answers = {} }: TemplateRun,
): Promise<(node: string) => IDataObject[]> {
	prepare?.(bench.sandbox);
	const workflow = readTemplate(template) as unknown as ExampleWorkflow;
	const pins = Object.entries(answers).map(([node, json]) => [node, [{ json }]]);
	const pinData = { ...(workflow.pinData as object), ...Object.fromEntries(pins) };
	const { id } = await bench.addWorkflow({ ...workflow, pinData });
	const canvas = await Canvas.open(page, id);
	await canvas.execute();
	const { error, runData } = await lastRun(bench, id);
	if (error !== undefined) throw new Error(`${template}: ${error.message}`);
	return (node) => (runData[node]?.at(-1)?.data?.main[0] ?? []).map(({ json }) => json);
}

async function lastRun({ rest }: Bench, workflowId: string): Promise<RunData['resultData']> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await rest.get<{ results: { id: string }[] }>(`/executions?filter=${filter}`);
	const [last] = results;
	if (last === undefined) throw new Error(`Workflow ${workflowId} has not run`);
	const { data } = await rest.get<{ data: string }>(`/executions/${last.id}`);
	return (parse(data) as RunData).resultData;
}
