import type {
	IConnections,
	INode,
	INodeExecutionData,
	IPinData,
	IRun,
	ITaskData,
	IWorkflowSettings,
} from 'n8n-workflow';

/** What n8n exports of a workflow, as far as the engine needs it. */
export interface WorkflowJson {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** A finished run, as n8n recorded it. */
export class WorkflowRun {
	readonly status: IRun['status'];
	readonly error: IRun['data']['resultData']['error'];

	constructor(readonly recorded: IRun) {
		this.status = recorded.status;
		this.error = recorded.data.resultData.error;
	}

	/** Items of one output of a node; none when it did not run. */
	output(node: string, index = 0): INodeExecutionData[] {
		return this.task(node)?.data?.main?.[index] ?? [];
	}

	/** Texts of a node's execution hints. */
	hints(node: string): string[] {
		return (this.task(node)?.hints ?? []).map(({ message }) => message);
	}

	private task(node: string): ITaskData | undefined {
		return this.recorded.data.resultData.runData[node]?.at(-1);
	}
}
