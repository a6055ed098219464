import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import {
	Engine,
	type EngineOptions,
	type WorkflowJson,
	type WorkflowRun,
} from '../../support/engine';
import { ApiCalls } from './apiCalls';
import { CREDENTIAL_TYPE, NODES, withCredential } from './exampleWorkflow';
import type { Account } from './settings';

/** A related list that was read: the item that the node gives out with `itemPerInput`. */
export interface RelatedList {
	module: string;
	recordId: string;
	relatedList: string;
	count: number;
	records: IDataObject[];
}

export interface Activity {
	timeline: { time: string | null; status: string; type: string; title: string | null };
	parent: { module: string; id: string; relatedList: string };
}

/** What the Deluge script returns for a record. */
export interface ScriptResult {
	recordId: string;
	/** Rows of the list's first page. */
	rows: number;
	/** Names with commas between. */
	owners: string;
	/** Records of the module. */
	total: number;
}

export interface Failure {
	code: string;
	message: string;
	resolution: string;
	details: { error?: string };
	module: string | null;
	recordId: string | null;
	relatedList: string | null;
}

export interface DemoResult {
	status: WorkflowRun['status'];
	/** What stopped the whole run. */
	error?: string;
	lists: RelatedList[];
	activities: Activity[];
	scripts: ScriptResult[];
	failures: Failure[];
	/** Requests to the CRM and to the token endpoint. */
	calls: { crm: number; token: number };
	ms: number;
}

export interface DemoOptions {
	engine: EngineOptions;
	credential: ICredentialDataDecryptedObject;
	workflow: WorkflowJson;
	progress: Progress;
	signal?: AbortSignal;
}

export interface Progress {
	/** @param calls requests to the CRM so far */
	called(calls: number): void;
	finished(node: string, items: number, ms: number): void;
}

/**
 * The credential of an account: without an access token that Zoho takes, so that n8n fetches one with
 * the refresh token before anything is read.
 */
export function credentialOf({
	refreshToken,
	...account
}: Account): ICredentialDataDecryptedObject {
	const oauthTokenData = { access_token: 'none-yet', refresh_token: refreshToken };
	return { ...account, oauthTokenData };
}

/** Runs the workflow in n8n's engine and collects what came of it. */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
	const { progress, signal } = options;
	const engine = new Engine(options.engine);
	const id = engine.addCredential(CREDENTIAL_TYPE, options.credential);
	const workflow = withCredential(options.workflow, id);
	const calls = new ApiCalls((count) => progress.called(count));
	const start = performance.now();
	try {
		const run = await engine.runWorkflow(workflow, { signal, onNode: progress.finished });
		const { crm, token } = calls;
		return { ...resultOf(run), calls: { crm, token }, ms: performance.now() - start };
	} finally {
		calls.stop();
	}
}

function resultOf(run: WorkflowRun): Omit<DemoResult, 'calls' | 'ms'> {
	const { related, timeline, script } = NODES;
	const failed = [related, timeline, script].flatMap((node) => run.output(node, 1));
	return {
		status: run.status,
		error: run.error?.message,
		lists: run.output(related).map(({ json }) => json as unknown as RelatedList),
		activities: run.output(timeline).map(({ json }) => json as unknown as Activity),
		scripts: run.output(script).map(({ json }) => json as unknown as ScriptResult),
		failures: failed.map(({ json }) => json.error as unknown as Failure),
	};
}
