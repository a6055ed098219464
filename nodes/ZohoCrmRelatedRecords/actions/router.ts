import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { shown } from '../helpers/validate';
import { invalidParameter } from '../helpers/zohoError';
import { asZohoError, stopRun } from './failures';
import * as getActivityTimeline from './getActivityTimeline.operation';
import * as getRelatedRecords from './getRelatedRecords.operation';
import { errorOutput } from './output';
import { openRun, type Run } from './run';

type Operation = (run: Run, itemIndex: number) => Promise<IDataObject[]>;

const OPERATIONS: ReadonlyMap<unknown, Operation> = new Map<unknown, Operation>([
	['getActivityTimeline', getActivityTimeline.execute],
	['getRelatedRecords', getRelatedRecords.execute],
]);

/** Runs the chosen operation for each input item, and pairs what it gives out with that item. */
export async function route(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = openRun(this);
	const items = this.getInputData();
	const output: INodeExecutionData[] = [];
	for (const item of items.keys()) {
		for (const json of await resultOf(run, item)) output.push({ json, pairedItem: { item } });
	}
	const hints = run.notes.hints(items.length, run.client.usage);
	if ('addExecutionHints' in this && hints.length > 0) this.addExecutionHints(...hints);
	return [output];
}

async function resultOf(run: Run, itemIndex: number): Promise<IDataObject[]> {
	const { context } = run;
	try {
		const operation = chosenOperation(context.getNodeParameter('operation', itemIndex));
		return await operation(run, itemIndex);
	} catch (error) {
		const failure = asZohoError(error);
		if (failure === undefined || !context.continueOnFail()) {
			throw stopRun(context.getNode(), failure, itemIndex);
		}
		return [errorOutput(failure)];
	}
}

function chosenOperation(name: unknown): Operation {
	const operation = OPERATIONS.get(name);
	if (operation !== undefined) return operation;
	throw invalidParameter(
		'operation',
		`cannot be ${shown(name)}`,
		`Use one of: ${[...OPERATIONS.keys()].join(', ')}.`,
	);
}
