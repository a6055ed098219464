import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import {
	Engine,
	type EngineOptions,
	type WorkflowJson,
	type WorkflowRun,
} from '../../support/engine';
import { ApiCalls } from './apiCalls';
import { CREDENTIAL_TYPE, withCredential } from './exampleWorkflow';
import { outputsOf, type Outputs } from './outputs';
import type { Account } from './settings';

export interface DemoResult extends Outputs {
	status: WorkflowRun['status'];
	/** What stopped the whole run. */
	error?: string;
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
		const { status, error } = run;
		return {
			...outputsOf(run),
			status,
			error: error?.message,
			calls: { crm, token },
			ms: performance.now() - start,
		};
	} finally {
		calls.stop();
	}
}
