import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { CREDENTIAL } from '../../ZohoCrmRelatedRecords/helpers/constants';
import { ExecutionStopped } from '../../ZohoCrmRelatedRecords/helpers/executionStopped';
import { about } from '../../ZohoCrmRelatedRecords/helpers/zohoError';
import { ZohoSession } from '../../ZohoCrmRelatedRecords/transport/client';
import { timeoutError } from '../../ZohoCrmRelatedRecords/transport/responses/errors';
import { onePoll } from '../changes/onePoll';
import { deliver, type Watcher } from './deliver';
import { feedsOf } from '../feeds/feedsOf';
import { Parents } from '../feeds/parents';
import { pollError } from '../output/pollError';
import { fingerprintOf } from './fingerprint';
import { TriggerParameters } from '../parameters/triggerParameters';
import type { Watching } from '../parameters/watching';
import { withBudget, type Budget } from './budget';
import { readNews } from './readNews';
import { sampleOf } from './sample';

/**
 * One poll, or, in the editor, one test.
 * @returns the new rows, or null when there are none
 * @throws NodeApiError, NodeOperationError
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		if (this.getMode() === 'manual') return [await test(this)];
		const parameters = new TriggerParameters(this);
		const watching = parameters.watching();
		// Published anew with other parameters, it does not wait for what was watched before.
		const key = [this.getWorkflow().id, this.getNode().id, fingerprintOf(watching)].join(':');
		const items = await onePoll(key, async () => await news(this, parameters, watching));
		return items === null || items.length === 0 ? null : [items];
	} catch (error) {
		throw pollError(this.getNode(), error);
	}
}

async function news(
	context: IPollFunctions,
	parameters: TriggerParameters,
	watching: Watching,
): Promise<INodeExecutionData[]> {
	return await watch(context, watching, async (watcher, { timeLeft }) => {
		const { found, save } = await readNews(context, parameters, watcher, timeLeft);
		const items = await deliver(watcher, found);
		// Last, and at once: a poll that fails or is cut before changes nothing.
		save();
		return items;
	});
}

async function test(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const watching = new TriggerParameters(context).watching();
	const found = await watch(context, watching, async (watcher) => {
		const sample = await sampleOf(watcher);
		return sample === undefined ? [] : await deliver(watcher, [sample]);
	});
	if (found.length > 0) return found;
	throw new NodeOperationError(context.getNode(), 'There is nothing in Zoho CRM yet to show', {
		description:
			'The trigger works, but what it watches has no row of this kind, or none among those changed last. Add one in Zoho CRM and fetch the test event again, or publish the workflow and wait for one.',
	});
}

/** Runs a step with what it takes to watch, within the time that a poll has. */
async function watch<T>(
	context: IPollFunctions,
	watching: Watching,
	step: (watcher: Watcher, budget: Budget) => Promise<T>,
): Promise<T> {
	const budget = withBudget(context);
	const { client } = new ZohoSession(budget.context, undefined, budget.timeLeft);
	const account = context.getNode().credentials?.[CREDENTIAL]?.id ?? '';
	const parents = new Parents(client, watching.version, account);
	const { watched } = watching;
	const subject =
		watched.kind === 'record'
			? {
					module: watched.module,
					recordId: watched.recordId,
					relatedList: watched.relatedList,
				}
			: { module: watched.modules.join(',') };
	return await about(subject, async () => {
		try {
			const parentField = await parents.fieldOf(watching);
			const feeds = feedsOf(client, watching, parentField);
			return await step({ client, watching, parents, parentField, feeds }, budget);
		} catch (error) {
			// There is nothing else that could stop a poll.
			throw error instanceof ExecutionStopped ? timeoutError(budget.total, subject) : error;
		}
	});
}
