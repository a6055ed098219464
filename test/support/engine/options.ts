import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import type { NodeClass } from './nodeTypes';
import type { WorkflowRun } from './workflowRun';

export interface EngineOptions {
	/** Node classes by the type name that workflows use. */
	nodes: Record<string, NodeClass>;
	/** Credential classes by name; n8n's `oAuth2Api` is there already. */
	credentialTypes: Record<string, new () => ICredentialType>;
}

export interface RunOptions {
	/** Items the trigger gives out: complete ones, or only their JSON. */
	input?: INodeExecutionData[] | IDataObject[];
	timezone?: string;
	/** Cancels the execution as n8n's stop button does. */
	signal?: AbortSignal;
	/** Told of each node when it is done: items on its first output, and how long it took. */
	onNode?: (name: string, output: number, ms: number) => void;
}

export interface NodeOptions extends RunOptions {
	type: string;
	/** Default 1. */
	typeVersion?: number;
	parameters: INodeParameters;
	/** Credential ids by credential type. */
	credentials?: Record<string, string>;
	onError?: INode['onError'];
}

export type DropDown = Pick<NodeOptions, 'type' | 'typeVersion' | 'parameters' | 'credentials'> & {
	method: string;
};

export interface NodeRun {
	run: WorkflowRun;
	status: WorkflowRun['status'];
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
