import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	returnJsonArray,
	WorkflowExecute,
} from 'n8n-core';
import {
	UnexpectedError,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { startRun } from './adapter';
import { additionalDataFor } from './additionalData';
import { CORE_NODES } from './coreNodes';
import { CredentialStore } from './credentials';
import { NodeTypes } from './nodeTypes';
import { PolledNode } from './polledNode';
import type { DropDown, EngineOptions, NodeOptions, NodeRun, RunOptions } from './options';
import { WorkflowRun, type WorkflowJson } from './workflowRun';

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

	/** Stores what a user filled in. @returns id of the credential */
	addCredential(type: string, data: ICredentialDataDecryptedObject): string {
		return this.credentials.add(data, type);
	}

	/** A credential as it is stored now, for example after a refresh. */
	credential(id: string): ICredentialDataDecryptedObject {
		return this.credentials.get(id);
	}

	/** A credential with its defaults and expressions resolved by n8n. */
	async resolvedCredential(
		id: string,
		type = this.credentials.typeOf(id),
	): Promise<ICredentialDataDecryptedObject> {
		if (type === undefined) throw new UnexpectedError(`Credential ${id} was added without a type`);
		const additionalData = additionalDataFor(this.credentials);
		return await this.credentials.getDecrypted(
			additionalData,
			{ id, name: type },
			type,
			'internal',
		);
	}

	/** Runs a workflow as n8n exports it, from its trigger. Pinned data counts, as in the editor. */
	async runWorkflow(json: WorkflowJson, options: RunOptions = {}): Promise<WorkflowRun> {
		const { input, signal, onNode } = options;
		const workflow = this.workflow(json, options.timezone);
		const startNode = workflow.getStartNode();
		if (startNode === undefined) throw new UnexpectedError('The workflow has no trigger');
		const hooks = hooksFor(json);
		hooks.addHandler('nodeExecuteAfter', (name, data) =>
			onNode?.(name, data.data?.main?.[0]?.length ?? 0, data.executionTime),
		);
		const additionalData = additionalDataFor(this.credentials, {
			executionId: EXECUTION_ID,
			hooks,
		});
		const items = input && { [startNode.name]: returnJsonArray(input as IDataObject[]) };
		const pinData = structuredClone({ ...json.pinData, ...items });
		const engine = new WorkflowExecute(additionalData, MODE);
		const execution = startRun(engine, { workflow, startNode, pinData });
		const cancel = () => execution.cancel();
		if (signal?.aborted) cancel();
		signal?.addEventListener('abort', cancel, { once: true });
		try {
			return new WorkflowRun(await execution);
		} finally {
			signal?.removeEventListener('abort', cancel);
		}
	}

	/** Runs one node behind a trigger that gives out the input items. */
	async runNode(options: NodeOptions): Promise<NodeRun> {
		const run = await this.runWorkflow(
			{
				name: 'One node',
				nodes: [nodeOf(TRIGGER, { type: 'n8n-nodes-base.manualTrigger' }), tested(NODE, options)],
				connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			},
			options,
		);
		const output = run.output(NODE);
		return {
			run,
			status: run.status,
			output,
			errorOutput: run.output(NODE, 1),
			json: output.map((item) => item.json),
			hints: run.hints(NODE),
			error: run.error,
		};
	}

	/** A polling trigger in a workflow of its own, published or in the editor. */
	polled(options: NodeOptions): PolledNode {
		const node = tested(NODE, options);
		return new PolledNode(
			node,
			this.nodeTypes.getByNameAndVersion(options.type),
			additionalDataFor(this.credentials),
			(staticData) =>
				new Workflow({
					id: '1',
					nodes: [node],
					connections: {},
					active: true,
					nodeTypes: this.nodeTypes,
					staticData,
					settings: { timezone: options.timezone ?? 'UTC' },
				}),
		);
	}

	/** Calls the search of a resource locator as the editor does. */
	async listSearch(
		options: DropDown & { filter?: string; paginationToken?: string },
	): Promise<INodeListSearchResult> {
		const search = this.nodeTypes.getByNameAndVersion(options.type).methods?.listSearch?.[
			options.method
		];
		if (search === undefined) throw new UnexpectedError(`No list search ${options.method}`);
		return await search.call(this.dropDown(options), options.filter, options.paginationToken);
	}

	/** Loads the options of a parameter as the editor does. */
	async loadOptions(options: DropDown): Promise<INodePropertyOptions[]> {
		const load = this.nodeTypes.getByNameAndVersion(options.type).methods?.loadOptions?.[
			options.method
		];
		if (load === undefined) throw new UnexpectedError(`No options ${options.method}`);
		return await load.call(this.dropDown(options));
	}

	/** Like n8n: a workflow of only this node, without id, settings or execution. */
	private dropDown(options: DropDown): LoadOptionsContext {
		const node = tested('Temp-Node', options);
		const { nodeTypes } = this;
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const currentNodeParameters = structuredClone(options.parameters);
		const additionalData = additionalDataFor(this.credentials, { currentNodeParameters });
		return new LoadOptionsContext(workflow, node, additionalData, '');
	}

	private workflow(json: WorkflowJson, timezone: string | undefined): Workflow {
		const settings = { executionOrder: 'v1', ...json.settings } as const;
		return new Workflow({
			id: '1',
			name: json.name,
			nodes: structuredClone(json.nodes),
			connections: json.connections,
			active: false,
			nodeTypes: this.nodeTypes,
			settings: timezone === undefined ? settings : { ...settings, timezone },
		});
	}
}

function hooksFor(json: WorkflowJson): ExecutionLifecycleHooks {
	return new ExecutionLifecycleHooks(MODE, EXECUTION_ID, {
		...json,
		id: '1',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		activeVersionId: null,
	});
}

function nodeOf(name: string, more: Partial<INode> & Pick<INode, 'type'>): INode {
	return { id: name, name, typeVersion: 1, position: [0, 0], parameters: {}, ...more };
}

function tested(name: string, options: Omit<NodeOptions, keyof RunOptions>): INode {
	const { type, typeVersion = 1, parameters, credentials = {}, onError } = options;
	const named = Object.entries(credentials).map(([key, id]) => [key, { id, name: key }]);
	return nodeOf(name, {
		type,
		typeVersion,
		parameters: structuredClone(parameters),
		credentials: Object.fromEntries(named),
		...(onError === undefined ? {} : { onError }),
	});
}
