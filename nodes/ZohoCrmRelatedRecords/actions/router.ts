import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { runInParallel } from './inParallel';
import { shown } from '../helpers/shown';
import { invalidParameter, type ZohoError } from '../helpers/zohoError';
import type { ZohoSession } from '../transport/client';
import { asZohoError, inOneText, stopRun } from './output/nodeErrors';
import * as convertDelugeScript from './convertDelugeScript/convertDelugeScript.operation';
import * as countRelatedRecords from './countRelatedRecords.operation';
import * as downloadAttachments from './downloadAttachments/downloadAttachments.operation';
import * as getActivityTimeline from './getActivityTimeline/getActivityTimeline.operation';
import * as getRecordDigest from './getRecordDigest/getRecordDigest.operation';
import * as getRecordHistory from './getRecordHistory.operation';
import * as getRelatedRecords from './getRelatedRecords/getRelatedRecords.operation';
import { errorOutput, FileItem } from './output/items';
import { withOwnAdvice } from './ownAdvice';
import { isToolExecution } from './parameters/toolExecution';
import { openRun, type Run } from './execution';
import * as runDelugeScript from './runDelugeScript/runDelugeScript.operation';
import * as searchRecords from './searchRecords.operation';

type Output = IDataObject | FileItem;
type Operation = (run: Run, itemIndex: number) => Promise<Output[]>;

const OPERATIONS: ReadonlyMap<unknown, Operation> = new Map<unknown, Operation>([
	['convertDelugeScript', convertDelugeScript.execute],
	['countRelatedRecords', countRelatedRecords.execute],
	['downloadAttachments', downloadAttachments.execute],
	['getActivityTimeline', getActivityTimeline.execute],
	['getRecordDigest', getRecordDigest.execute],
	['getRecordHistory', getRecordHistory.execute],
	['getRelatedRecords', getRelatedRecords.execute],
	['runDelugeScript', runDelugeScript.execute],
	['searchRecords', searchRecords.execute],
]);

/** An input item that ends the run: by its failure, or, without one, because it was ended itself. */
interface StoppedItem {
	item: number;
	failure?: ZohoError;
}

/** Runs the chosen operation for each input item, and pairs what it returns with that item. */
export async function route(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = openRun(this);
	const { length } = this.getInputData();
	const output = pairedItems(await resultsOf(run, length));
	const hints = run.hints.list(length, run.session.usage);
	if ('addExecutionHints' in this && hints.length > 0) this.addExecutionHints(...hints);
	return [output];
}

/**
 * Several input items at once, started in order. Where a failure stops the run, items before it go
 * on: so the same input names the same item, however long each of them takes.
 * @returns each item's output, in the order of the items
 * @throws NodeApiError, NodeOperationError of the first item that failed, where that stops the run
 */
async function resultsOf(run: Run, count: number): Promise<Output[][]> {
	const { session, context, width } = run;
	const results = Array.from({ length: count }, (): Output[] => []);
	const stopped: StoppedItem[] = [];
	const underWay = new Set<number>();
	const task = async (item: number) => {
		underWay.add(item);
		session.reserve(count - item - 1);
		const result = await session.forItem(item, async (client) => {
			return await resultOf({ ...run, client }, item);
		});
		underWay.delete(item);
		if (Array.isArray(result)) results[item] = result;
		else stopped.push(result);
		const first = firstOf(stopped);
		if (first !== undefined) endAfter(session, first, underWay);
	};
	await runInParallel(count, width, task, () => stopped.length > 0);
	await session.settled();
	const first = firstOf(stopped);
	if (first !== undefined) throw stopRun(context.getNode(), toldTo(context, first), first.item);
	return results;
}

function toldTo(context: IExecuteFunctions, { failure }: StoppedItem): ZohoError | undefined {
	return failure !== undefined && isToolExecution(context) ? inOneText(failure) : failure;
}

/** Ends the run but for the items before the one that stops it. */
function endAfter(
	session: ZohoSession,
	{ item, failure }: StoppedItem,
	underWay: ReadonlySet<number>,
): void {
	const isAwaited = failure !== undefined && [...underWay].some((other) => other < item);
	if (isAwaited) session.stopAfter(item);
	else session.stop();
}

async function resultOf(run: Run, item: number): Promise<Output[] | StoppedItem> {
	const { context } = run;
	let operation: unknown;
	try {
		operation = context.getNodeParameter('operation', item);
		return await chosenOperation(operation)(run, item);
	} catch (error) {
		const anyFailure = asZohoError(error);
		const failure = anyFailure && withOwnAdvice(anyFailure, operation);
		const isOutput = failure !== undefined && context.continueOnFail();
		return isOutput ? [errorOutput(failure)] : { item, failure };
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

/** Of several failures the one of the first item; where there is none, the run was cancelled. */
function firstOf(stopped: readonly StoppedItem[]): StoppedItem | undefined {
	const inOrder = [...stopped].sort((a, b) => a.item - b.item);
	return inOrder.find(({ failure }) => failure !== undefined) ?? inOrder[0];
}

function pairedItems(results: readonly Output[][]): INodeExecutionData[] {
	const output: INodeExecutionData[] = [];
	for (const [item, rows] of results.entries()) {
		for (const row of rows) {
			const pairedItem = { item };
			if (row instanceof FileItem) output.push({ json: row.json, binary: row.binary, pairedItem });
			else output.push({ json: row, pairedItem });
		}
	}
	return output;
}
