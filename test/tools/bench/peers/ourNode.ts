import type { INodeParameters } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node.js';
import { fieldsOf, LIST, PARENT_MODULE } from '../dataset';
import type { Job } from '../jobs';
import { connectedCredential } from '../../../support/sandbox';
import { EngineRun } from './engineRun';
import type { OpenReader, Reader, Task } from './peer';

const named = (value: string): INodeParameters => ({ __rl: true, mode: 'name', value });

/** This package's node. It finds the fields of wide rows by itself. */
export const openOurNode: OpenReader = async (task) => await open(task, {});

/** The same node, reading many records by one query. */
export const openQuerying: OpenReader = async (task) => await open(task, { readThrough: 'query' });

async function open(task: Task, options: INodeParameters): Promise<Reader> {
	const engine = new EngineRun({
		type: 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords',
		node: ZohoCrmRelatedRecords,
		credential: ZohoCrmOAuth2Api,
		credentialData: connectedCredential(task, task.token),
	});
	return await Promise.resolve(async (wanted) => {
		const input = wanted.parents.map((parent) => ({ parent }));
		return await engine.run({ parameters: parametersOf(wanted, options), input }, (json) => [json]);
	});
}

function parametersOf(
	{ job, maxConcurrentRequests }: Task,
	options: INodeParameters,
): INodeParameters {
	const { limit } = job;
	const bound = maxConcurrentRequests === undefined ? {} : { maxConcurrentRequests };
	return {
		module: named(PARENT_MODULE),
		recordId: { __rl: true, mode: 'id', value: '={{ $json.parent }}' },
		...(limit === undefined ? { returnAll: true } : { limit }),
		options: { ...options, ...bound },
		...operationOf(job),
	};
}

function operationOf(job: Job): INodeParameters {
	if (job.kind === 'timeline') return { operation: 'getActivityTimeline' };
	const fields = fieldsOf(job);
	return {
		operation: 'getRelatedRecords',
		relatedList: named(LIST),
		fields: fields.length > 50 ? [] : fields,
	};
}
