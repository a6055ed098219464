import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CREDENTIAL_TYPE } from './credential';

const FOLDER = join(__dirname, 'workflows');
const DEMO = join(__dirname, '..', 'demo', 'workflow.json');

/** A workflow as it is exported from the editor. */
export interface ExampleWorkflow {
	name: string;
	nodes: {
		parameters: Record<string, unknown>;
		credentials?: Record<string, { id: string | null; name: string }>;
	}[];
	[key: string]: unknown;
}

/** The demo's workflow, then the others by file name. */
export async function exampleWorkflows(): Promise<ExampleWorkflow[]> {
	const others = (await readdir(FOLDER)).sort().map((file) => join(FOLDER, file));
	return await Promise.all([DEMO, ...others].map(readWorkflow));
}

/** The workflow that the demo runs. */
export async function demoWorkflow(): Promise<ExampleWorkflow> {
	return await readWorkflow(DEMO);
}

/** One example by the name of its file, without extension. */
export async function exampleWorkflow(name: string): Promise<ExampleWorkflow> {
	return await readWorkflow(join(FOLDER, `${name}.json`));
}

/** The same workflow with this credential in all nodes that want one of our type. */
export function withCredential(workflow: ExampleWorkflow, id: string): ExampleWorkflow {
	const copy = structuredClone(workflow);
	for (const { credentials } of copy.nodes) {
		const ours = credentials?.[CREDENTIAL_TYPE];
		if (ours) ours.id = id;
	}
	return copy;
}

async function readWorkflow(file: string): Promise<ExampleWorkflow> {
	return JSON.parse(await readFile(file, 'utf8')) as ExampleWorkflow;
}
