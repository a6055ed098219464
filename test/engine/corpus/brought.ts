import type { JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type { Client } from '../../support/sandbox/testClient';

type Query = Record<string, string | number>;

interface Request {
	url: string;
	type?: string;
	parameters?: Query | string;
	body?: string;
	detailed?: boolean;
}

/** What translated scripts call, answered by the sandbox as the node's tasks are. */
export function broughtTasks(
	client: Client,
): Readonly<Record<string, (...args: never[]) => Promise<JsonValue>>> {
	const answer = ({ status, body }: { status: number; body: unknown }): JsonValue =>
		status === 204 ? '' : (body as JsonValue);
	const read = async (path: string, query: Query) => {
		const texts = Object.entries(query).map(([key, value]) => [key, String(value)]);
		return answer(await client.get(path, Object.fromEntries(texts)));
	};
	const dataIn = (body: JsonValue) =>
		body === '' ? [] : ((body as { data?: JsonValue }).data ?? body);
	const paged = (page?: number, per_page?: number): Query => ({
		...(page === undefined ? {} : { page }),
		...(per_page === undefined ? {} : { per_page }),
	});
	return {
		related: async (list: string, module: string, id: string, query: Query = {}) => {
			const version = 'fields' in query ? 'v8' : 'v2.1';
			return dataIn(await read(`${version}/${module}/${id}/${list}`, query));
		},
		getRecordById: async (module: string, id: string) => {
			const rows = dataIn(await read(`v2.1/${module}/${id}`, {}));
			return Array.isArray(rows) ? (rows[0] ?? {}) : rows;
		},
		getRecords: async (module: string, page?: number, size?: number) =>
			dataIn(await read(`v2.1/${module}`, paged(page, size))),
		searchRecords: async (module: string, criteria: string, page?: number, size?: number) =>
			dataIn(await read(`v2.1/${module}/search`, { criteria, ...paged(page, size) })),
		invokeUrl: async ({ url, type = 'GET', parameters, body, detailed }: Request) => {
			const { pathname, searchParams } = new URL(url);
			const path = pathname.replace(/^\/crm\//, '');
			if (path.endsWith('/coql')) {
				const given = parameters ?? body ?? {};
				const query = (typeof given === 'string' ? JSON.parse(given) : given) as object;
				return answer(await client.post(path, query));
			}
			if (type !== 'GET') return {};
			const own = typeof parameters === 'object' ? parameters : {};
			const found = await read(path, { ...Object.fromEntries(searchParams), ...own });
			if (!detailed) return found;
			return { responseCode: found === '' ? 204 : 200, responseText: JSON.stringify(found) };
		},
	};
}
