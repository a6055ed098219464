import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';
import {
	Agent,
	asTool,
	Engine,
	type EngineOptions,
	type NodeRun,
	type ToolPath,
	type WorkflowJson,
} from '../../support/engine';
import { takeDelays } from '../../support/engine/clock';
import {
	connectedCredential,
	startSandbox,
	type IssuedTokens,
	type Sandbox,
	type SandboxOptions,
} from '../../support/sandbox';

export const NODE_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords';
export const TOOL_TYPE = `${NODE_TYPE}Tool`;
const AGENT_TYPE = 'tests.agent';
export const CREDENTIAL_TYPE = 'zohoCrmOAuth2Api';

export interface BenchOptions extends SandboxOptions {
	scope?: string;
	/** Node classes beside the operations' own. */
	nodes?: EngineOptions['nodes'];
}

export interface ItemOptions {
	input?: IDataObject[];
	onError?: INode['onError'];
	timezone?: string;
	signal?: AbortSignal;
}

/** n8n's engine, a sandbox, and a credential connected to it. */
export interface Bench {
	sandbox: Sandbox;
	engine: Engine;
	credentialId: string;
	token: IssuedTokens;
	run(parameters: INodeParameters, options?: ItemOptions): Promise<NodeRun>;
	/** Lets an agent call the node as its tool. @returns what its model is told */
	runAsTool(path: ToolPath, parameters: INodeParameters, input?: IDataObject): Promise<string>;
	/** Puts another credential in place of the connected one. */
	connect(data: IDataObject): void;
	close(): Promise<void>;
}

/**
 * Opens a bench for the tests around it; each finds the sandbox without requests and faults.
 * @returns what gives the bench, once the tests run
 */
export function useBench(options?: BenchOptions): () => Bench {
	let bench: Bench | undefined;
	const opened = () => {
		if (bench === undefined) throw new Error('The bench is open while tests run');
		return bench;
	};
	beforeAll(async () => {
		bench = await openBench(options);
	});
	beforeEach(() => {
		opened().sandbox.log.clear();
		opened().sandbox.faults.clear();
		takeDelays();
	});
	afterAll(async () => await opened().close());
	return opened;
}

export async function openBench({
	scope,
	nodes = {},
	...options
}: BenchOptions = {}): Promise<Bench> {
	const sandbox = await startSandbox(options);
	const engine = new Engine({
		nodes: {
			[NODE_TYPE]: ZohoCrmRelatedRecords,
			[TOOL_TYPE]: asTool(ZohoCrmRelatedRecords),
			[AGENT_TYPE]: Agent,
			...nodes,
		},
		credentialTypes: { [CREDENTIAL_TYPE]: ZohoCrmOAuth2Api },
	});
	const token = sandbox.tokens.issue(scope === undefined ? {} : { scope });
	const connected = { ...connectedCredential(sandbox, token) };
	const bench: Bench = {
		sandbox,
		engine,
		token,
		credentialId: engine.credentials.add(connected),
		connect: (data) => {
			bench.credentialId = engine.credentials.add({ ...connected, ...data } as typeof connected);
		},
		run: async (parameters, { input = [{}], ...rest } = {}) =>
			await engine.runNode({
				type: NODE_TYPE,
				parameters,
				credentials: { [CREDENTIAL_TYPE]: bench.credentialId },
				input: input.map((json, item): INodeExecutionData => ({ json, pairedItem: { item } })),
				...rest,
			}),
		runAsTool: async (path, parameters, input = {}) => {
			const run = await engine.runWorkflow(
				agentWorkflow(bench.credentialId, parameters, path, input),
			);
			return String(run.output('Agent')[0]?.json.said ?? run.error?.message);
		},
		close: async () => await sandbox.close(),
	};
	return bench;
}

function agentWorkflow(
	credentialId: string,
	parameters: INodeParameters,
	path: ToolPath,
	input: IDataObject,
): WorkflowJson {
	const node = (name: string, type: string, more: Partial<INode>): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const credentials = { [CREDENTIAL_TYPE]: { id: credentialId, name: CREDENTIAL_TYPE } };
	const agent = { path, tool: 'Zoho', input: JSON.stringify(input) };
	return {
		name: 'An agent with a tool',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Agent', AGENT_TYPE, { parameters: agent }),
			node('Zoho', TOOL_TYPE, { parameters, credentials }),
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Zoho: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

export const byName = (value: unknown): INodeParameters =>
	({ __rl: true, mode: 'name', value }) as INodeParameters;
export const byId = (value: unknown): INodeParameters =>
	({ __rl: true, mode: 'id', value }) as INodeParameters;
export const byUrl = (value: unknown): INodeParameters =>
	({ __rl: true, mode: 'url', value }) as INodeParameters;

/** Parameters of Get Related Records: fields are given unless a test is about them. */
export function related(
	module: string,
	id: string,
	list: string,
	more: INodeParameters = {},
): INodeParameters {
	return {
		operation: 'getRelatedRecords',
		module: byName(module),
		recordId: byId(id),
		relatedList: byName(list),
		fields: ['Created_Time'],
		...more,
	};
}

/** Parameters of Get Activity Timeline. */
export function timeline(module: string, id: string, more: INodeParameters = {}): INodeParameters {
	return {
		operation: 'getActivityTimeline',
		module: byName(module),
		recordId: byId(id),
		...more,
	};
}

/** Parameters of Count Related Records. */
export function countOf(
	module: string,
	id: string,
	relatedLists: string[] | string = [],
	more: INodeParameters = {},
): INodeParameters {
	return {
		operation: 'countRelatedRecords',
		module: byName(module),
		recordId: byId(id),
		relatedLists,
		...more,
	};
}

/** Parameters of Get Record History. */
export function historyOf(module: string, id: string, more: INodeParameters = {}): INodeParameters {
	return {
		operation: 'getRecordHistory',
		module: byName(module),
		recordId: byId(id),
		returnAll: true,
		...more,
	};
}

/** Parameters of Get Record Digest. */
export function digestOf(module: string, id: string, more: INodeParameters = {}): INodeParameters {
	return { operation: 'getRecordDigest', module: byName(module), recordId: byId(id), ...more };
}

/** Parameters of Download Attachments. */
export function filesOf(module: string, id: string, more: INodeParameters = {}): INodeParameters {
	return {
		operation: 'downloadAttachments',
		module: byName(module),
		recordId: byId(id),
		returnAll: true,
		...more,
	};
}

/** The paging parameters of each request, in order. */
export function pagesOf(sandbox: Sandbox): Record<string, string | undefined>[] {
	return sandbox.log.crm().map(({ query: { page, per_page, page_token } }) => ({
		...(page === undefined ? {} : { page }),
		...(page_token === undefined ? {} : { page_token: 'token' }),
		per_page,
	}));
}
