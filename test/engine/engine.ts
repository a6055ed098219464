import {
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	UnexpectedError,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { CORE_NODES } from './coreNodes';
import { CredentialStore } from './credentials';
import { NodeTypes } from './nodeTypes';
import { WorkflowRun, type WorkflowJson } from './workflowRun';

export interface EngineOptions {
	/** Node classes by the type name that workflows use. */
	nodes: Record<string, new () => INodeType>;
	credentialTypes: Record<string, new () => ICredentialType>;
}

export interface RunOptions {
	/** Items the trigger gives out. */
	input?: INodeExecutionData[];
	timezone?: string;
	/** Cancels the execution as n8n's stop button does. */
	signal?: AbortSignal;
	/** Told of each node when it is done. */
	onNode?: (name: string, output: number) => void;
}

export interface NodeOptions extends RunOptions {
	type: string;
	parameters: INodeParameters;
	/** Credential ids by credential type. */
	credentials?: Record<string, string>;
	onError?: INode['onError'];
}

export type DropDown = Pick<NodeOptions, 'type' | 'parameters' | 'credentials'> & {
	method: string;
};

const MODE = 'manual';
const TRIGGER = 'Start';
const NODE = 'Zoho';
const EXECUTION_ID = '1';

/** n8n-core's engine in this process: its contexts, expressions, HTTP helper and token refresh. */
export class Engine {
	readonly credentials: CredentialStore;
	private readonly nodeTypes: NodeTypes;

	constructor({ nodes, credentialTypes }: EngineOptions) {
		this.credentials = new CredentialStore(credentialTypes);
		this.nodeTypes = new NodeTypes({ ...CORE_NODES, ...nodes });
	}

	/** Runs a workflow as n8n exports it, from its first node. */
	async runWorkflow(json: WorkflowJson, options: RunOptions = {}): Promise<WorkflowRun> {
		const workflow = this.workflow(json, options);
		const start = workflow.getNode(json.nodes[0]?.name ?? '');
		if (start === null) throw new UnexpectedError('The workflow has no node');
		const additionalData = this.additionalData();
		const hooks = new ExecutionLifecycleHooks(MODE, EXECUTION_ID, {
			...json,
			id: '1',
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
		});
		hooks.addHandler('nodeExecuteAfter', (name, data) =>
			options.onNode?.(name, data.data?.main?.[0]?.length ?? 0),
		);
		additionalData.hooks = hooks;
		const execution = new WorkflowExecute(additionalData, MODE).run({ workflow, startNode: start });
		options.signal?.addEventListener('abort', () => execution.cancel());
		return new WorkflowRun(await execution);
	}

	/** Runs one node behind a trigger that gives out the input items. */
	async runNode(options: NodeOptions): Promise<NodeRun> {
		const run = await this.runWorkflow(
			{
				name: 'One node',
				nodes: [nodeOf(TRIGGER, 'n8n-nodes-base.manualTrigger'), tested(options)],
				connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
				settings: {},
			},
			options,
		);
		const output = run.output(NODE);
		return {
			run,
			output,
			errorOutput: run.output(NODE, 1),
			json: output.map((item) => item.json),
			hints: run.hints(NODE),
			error: run.error,
		};
	}

	/** Calls the search of a resource locator as the editor does. */
	async listSearch(
		options: DropDown & { filter?: string; paginationToken?: string },
	): Promise<INodeListSearchResult> {
		const search = this.nodeTypes.getByName(options.type).methods?.listSearch?.[options.method];
		if (search === undefined) throw new UnexpectedError(`No list search ${options.method}`);
		return await search.call(this.dropDown(options), options.filter, options.paginationToken);
	}

	/** Loads the options of a parameter as the editor does. */
	async loadOptions(options: DropDown): Promise<INodePropertyOptions[]> {
		const load = this.nodeTypes.getByName(options.type).methods?.loadOptions?.[options.method];
		if (load === undefined) throw new UnexpectedError(`No options ${options.method}`);
		return await load.call(this.dropDown(options));
	}

	/** A credential with its defaults and expressions resolved by n8n. */
	async resolvedCredential(id: string, type: string): Promise<ICredentialDataDecryptedObject> {
		const details = { id, name: type };
		return await this.credentials.getDecrypted(this.additionalData(), details, type, 'internal');
	}

	private dropDown(options: DropDown): LoadOptionsContext {
		const node = tested(options);
		const workflow = this.workflow({ name: 'Editor', nodes: [node], connections: {} });
		const additionalData = this.additionalData();
		additionalData.currentNodeParameters = options.parameters;
		return new LoadOptionsContext(workflow, node, additionalData, '');
	}

	private workflow(json: WorkflowJson, { input, timezone }: RunOptions = {}): Workflow {
		const settings = { executionOrder: 'v1', ...json.settings } as const;
		return new Workflow({
			id: '1',
			name: json.name,
			nodes: structuredClone(json.nodes),
			connections: json.connections,
			active: false,
			nodeTypes: this.nodeTypes,
			settings: timezone === undefined ? settings : { ...settings, timezone },
			staticData: input === undefined ? {} : { global: { items: input } as unknown as IDataObject },
		});
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const url = 'http://127.0.0.1:5678/';
		const absent = async () =>
			await Promise.reject(new UnexpectedError('This engine has no such service'));
		return {
			credentialsHelper: this.credentials,
			externalSecretsProxy: new ExternalSecretsProxy(),
			executeWorkflow: absent,
			getRunExecutionData: absent,
			getRuntimeCredential: absent,
			startRunnerTask: absent,
			executionId: EXECUTION_ID,
			currentNodeExecutionIndex: 0,
			restApiUrl: url,
			instanceBaseUrl: url,
			formBaseUrl: url,
			formWaitingBaseUrl: url,
			formTestBaseUrl: url,
			webhookBaseUrl: url,
			webhookWaitingBaseUrl: url,
			webhookTestBaseUrl: url,
			mcpBaseUrl: url,
			mcpTestBaseUrl: url,
			variables: {},
			logAiEvent: () => undefined,
		};
	}
}

export interface NodeRun {
	run: WorkflowRun;
	/** First output. */
	output: INodeExecutionData[];
	/** Second output, when `onError` is `continueErrorOutput`. */
	errorOutput: INodeExecutionData[];
	/** JSON of the first output. */
	json: IDataObject[];
	/** Texts of the execution hints. */
	hints: string[];
	/** What stopped the run. */
	error: WorkflowRun['error'];
}

function nodeOf(name: string, type: string, more: Partial<INode> = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...more };
}

function tested(options: Omit<NodeOptions, keyof RunOptions>): INode {
	const { type, parameters, credentials = {}, onError } = options;
	const named = Object.entries(credentials).map(([name, id]) => [name, { id, name }]);
	return nodeOf(NODE, type, {
		parameters,
		credentials: Object.fromEntries(named),
		...(onError === undefined ? {} : { onError }),
	});
}
