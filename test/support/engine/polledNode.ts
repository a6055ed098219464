import { PollContext } from 'n8n-core';
import {
	UnexpectedError,
	type IDataObject,
	type INode,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
} from 'n8n-workflow';

/** A polling trigger as n8n runs it: it keeps the workflow, and with it the static data, between polls. */
export class PolledNode {
	/** What n8n gives a poll in ms; undefined for its own default. */
	budgetMs: number | undefined;
	private workflow: Workflow;

	constructor(
		private readonly node: INode,
		private readonly type: INodeType,
		private readonly additionalData: IWorkflowExecuteAdditionalData,
		private readonly open: (staticData: IDataObject) => Workflow,
	) {
		this.workflow = open({});
	}

	/** The static data of the node, as n8n would store it. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.workflow.getStaticData('node', this.node)));
	}

	/** What n8n writes of the workflow's static data. */
	get stored(): string {
		return JSON.stringify(this.workflow.staticData);
	}

	/** Another process goes on with what was stored. */
	restart(stored: string = this.stored): void {
		this.workflow = this.open(JSON.parse(stored));
	}

	/** Changes parameters, as a new version of the workflow does. */
	change(parameters: INode['parameters']): void {
		Object.assign(this.node.parameters, structuredClone(parameters));
		this.restart();
	}

	/** One poll of the published workflow. @returns the JSON of its items, or null */
	async poll(): Promise<IDataObject[] | null> {
		return await this.run('trigger');
	}

	/** What the editor fetches as a test event. */
	async test(): Promise<IDataObject[] | null> {
		return await this.run('manual');
	}

	private async run(mode: 'trigger' | 'manual'): Promise<IDataObject[] | null> {
		const { budgetMs } = this;
		const context = new PollContext(
			this.workflow,
			this.node,
			this.additionalData,
			mode,
			mode === 'manual' ? 'manual' : 'activate',
		);
		if (budgetMs !== undefined) Object.assign(context, { getPollBudgetMs: () => budgetMs });
		if (this.type.poll === undefined) throw new UnexpectedError('The node does not poll');
		const items = await this.type.poll.call(context);
		return items?.[0]?.map(({ json }) => json) ?? null;
	}
}
