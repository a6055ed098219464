import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonParse, UnexpectedError, type INode } from 'n8n-workflow';
import type { WorkflowJson } from '../../support/engine';
import type { RecordChoice } from './settings';

/** The example's nodes by what they do. */
export const NODES = {
	records: 'Records to Read',
	items: 'One Item per Record',
	related: 'Get Related Records',
	emails: 'Get Emails',
	files: 'Download Attachments',
	timeline: 'Get Activity Timeline',
	history: 'Get Record History',
	script: 'Run Deluge Script',
	counts: 'Count Related Records',
	digest: 'Get Record Digest',
	search: 'Search Records',
} as const;

export const CREDENTIAL_TYPE = 'zohoCrmOAuth2Api';
const FILE = join(__dirname, 'workflow.json');

/** A record that the workflow reads, and what people call it. */
export interface NamedRecord extends RecordChoice {
	name?: string;
}

/** The workflow as it is imported into n8n. */
export function exampleWorkflow(): WorkflowJson {
	return jsonParse<WorkflowJson>(readFileSync(FILE, 'utf8'));
}

/** The records that the workflow reads. */
export function recordsIn(workflow: WorkflowJson): NamedRecord[] {
	const { jsonOutput } = recordsNode(workflow).parameters;
	return jsonParse<{ records: NamedRecord[] }>(String(jsonOutput)).records;
}

/** The same workflow for another record. */
export function readingRecord(workflow: WorkflowJson, record: RecordChoice): WorkflowJson {
	const copy = structuredClone(workflow);
	recordsNode(copy).parameters.jsonOutput = JSON.stringify({ records: [record] });
	return copy;
}

/** The same workflow with its credential found, as n8n does by name when it imports one. */
export function withCredential(workflow: WorkflowJson, id: string): WorkflowJson {
	const copy = structuredClone(workflow);
	for (const { credentials } of copy.nodes) {
		const details = credentials?.[CREDENTIAL_TYPE];
		if (details !== undefined) details.id = id;
	}
	return copy;
}

function recordsNode({ nodes }: WorkflowJson): INode {
	const node = nodes.find(({ name }) => name === NODES.records);
	if (node === undefined) throw new UnexpectedError(`The workflow has no node '${NODES.records}'`);
	return node;
}

/** What people call the records of a workflow, by id; module and id where it does not say. */
export function namesIn(workflow: WorkflowJson): Map<string, string> {
	const records = recordsIn(workflow);
	return new Map(records.map(({ id, module, name }) => [id, name ?? `${module}/${id}`]));
}
