import { parse } from 'flatted';
import type { Page } from 'playwright-core';
import type { IDataObject } from 'n8n-workflow';
import { readTemplate, type TemplateRun } from '../../support/templates/templates';
import { startSandbox } from '../../support/sandbox';
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
 * Runs a template in the editor, against a sandbox of its own: templates change their records.
 * @returns the JSON of a node's first output
 */
export async function runTemplate(
	page: Page,
	bench: Bench,
	run: TemplateRun,
): Promise<(node: string) => IDataObject[]> {
	const sandbox = await startSandbox();
	try {
		run.prepare?.(sandbox);
		const credential = await bench.addCredential(sandbox);
		const { id } = await bench.addWorkflow(pinned(run), credential);
		const canvas = await Canvas.open(page, id);
		await canvas.execute();
		const { error, runData } = await lastRun(bench, id);
		if (error !== undefined) throw new Error(`${run.template}: ${error.message}`);
		return (node) => (runData[node]?.at(-1)?.data?.main[0] ?? []).map(({ json }) => json);
	} finally {
		await sandbox.close();
	}
}

/** With what a service would answer that is not there, as a user pins it who tries a workflow. */
function pinned({ template, answers = {} }: TemplateRun): ExampleWorkflow {
	const workflow = readTemplate(template) as unknown as ExampleWorkflow;
	const pins = Object.entries(answers).map(([node, json]) => [node, [{ json }]]);
	return { ...workflow, pinData: { ...(workflow.pinData as object), ...Object.fromEntries(pins) } };
}

async function lastRun({ rest }: Bench, workflowId: string): Promise<RunData['resultData']> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await rest.get<{ results: { id: string }[] }>(`/executions?filter=${filter}`);
	const [last] = results;
	if (last === undefined) throw new Error(`Workflow ${workflowId} has not run`);
	const { data } = await rest.get<{ data: string }>(`/executions/${last.id}`);
	return (parse(data) as RunData).resultData;
}
