import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../../credentials/ZohoCrmOAuth2Api.credentials';
import { loadNode } from '../nodesBase/load';
import { connectedCredential } from '../../../support/sandbox';
import { EngineRun } from './engineRun';
import { fieldGroups, PAGE_SIZE, PAGE_WINDOW, API, type OpenReader, type Task } from './peer';
import { listsToRead } from './requests';

/**
 * n8n's HTTP Request node as a user sets it up for this: one input item for each list and group of
 * fields, and its own pagination. Its output items hold one page each.
 */
export const openHttpRequest: OpenReader = async (task) => {
	const engine = new EngineRun({
		type: 'n8n-nodes-base.httpRequest',
		node: loadNode(task.nodesBase, 'nodes/HttpRequest/HttpRequest.node.js', 'HttpRequest'),
		typeVersion: 4.4,
		credential: ZohoCrmOAuth2Api,
		credentialData: connectedCredential(task, task.token),
	});
	return await Promise.resolve(async (wanted) => {
		const input = listsToRead(wanted).flatMap(({ path, fields }) =>
			fieldGroups(fields).map((group) => ({ path, fields: group })),
		);
		const { rows, errors } = await engine.run(
			{ parameters: parametersOf(wanted), input },
			pageRows,
		);
		return { rows: input.length > wanted.parents.length ? merged(rows) : rows, errors };
	});
};

function parametersOf({ origin, job }: Task): INodeParameters {
	const query = { fields: '={{ $json.fields }}', per_page: String(job.limit ?? PAGE_SIZE) };
	return {
		method: 'GET',
		url: `=${origin}/${API}/{{ $json.path }}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'zohoCrmOAuth2Api',
		sendQuery: true,
		queryParameters: {
			parameters: Object.entries(query).map(([name, value]) => ({ name, value })),
		},
		options: job.limit === undefined ? { pagination: { pagination: pagination(job.parents) } } : {},
	};
}

/** Page numbers reach 2,000 rows. Beyond, the token of the answer before has to be passed on. */
function pagination(rows: readonly number[]): INodeParameters {
	const isLong = Math.max(...rows) > PAGE_WINDOW;
	const parameter = isLong
		? { name: 'page_token', value: '={{ $response.body?.info?.next_page_token }}' }
		: { name: 'page', value: '={{ $pageCount + 1 }}' };
	return {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: { parameters: [{ type: 'qs', ...parameter }] },
		paginationCompleteWhen: 'other',
		completeExpression: '={{ !$response.body.info?.more_records }}',
		limitPagesFetched: false,
		requestInterval: 0,
	};
}

function pageRows({ data }: IDataObject): IDataObject[] {
	return Array.isArray(data) ? (data as IDataObject[]) : [];
}

/** Puts the fields of each row together, which a user would do with further nodes. */
function merged(rows: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown>[] {
	const byId = new Map<unknown, Record<string, unknown>>();
	for (const row of rows) byId.set(row.id, { ...byId.get(row.id), ...row });
	return [...byId.values()];
}
