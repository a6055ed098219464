import type { WorkflowExecute } from 'n8n-core';
import type { INode, IPinData, Workflow } from 'n8n-workflow';

/**
 * What engines of different releases of n8n expect, told apart by their features. Everything that
 * the harness does differently from one engine to another is in this file.
 */

type Execution = ReturnType<WorkflowExecute['run']>;

export interface RunInput {
	workflow: Workflow;
	startNode: INode;
	pinData: IPinData;
}

/** The arguments of run() before n8n 2.0, in its order. */
type RunByPosition = (
	workflow: Workflow,
	startNode: INode,
	destinationNode: undefined,
	pinData: IPinData,
) => Execution;

/** Starts a run. n8n-core takes one object, where older releases take each argument by its position. */
export function startRun(engine: WorkflowExecute, input: RunInput): Execution {
	if (engine.run.length === 1) return engine.run(input);
	const run = engine.run.bind(engine) as unknown as RunByPosition;
	return run(input.workflow, input.startNode, undefined, input.pinData);
}

/** What newer releases evaluate expressions in has to be had first, and given back. */
interface Isolated {
	acquireIsolate?(): Promise<unknown>;
	releaseIsolate?(): Promise<unknown>;
}

/** Evaluates expressions in an isolate, where the engine has such a thing. */
export async function inIsolate<T>(expression: Isolated, evaluate: () => T): Promise<T> {
	await expression.acquireIsolate?.();
	try {
		return evaluate();
	} finally {
		await expression.releaseIsolate?.();
	}
}
