import { Pool } from 'undici';
import {
	fieldGroups,
	PAGE_SIZE,
	PAGE_WINDOW,
	API,
	type Found,
	type OpenReader,
	type Task,
} from './peer';
import { listsToRead, type ListToRead } from './requests';

type Row = Record<string, unknown>;
type Ask = (path: string, query: Record<string, string>) => Promise<Page>;

interface Page {
	data: Row[];
	info: { next_page_token: string | null };
}

/** Pages that page numbers reach. */
const NUMBERED = PAGE_WINDOW / PAGE_SIZE;
const CONNECTIONS = 10;

/**
 * The fastest that can be: connections that are kept, ten requests at once, and the number of rows
 * known beforehand. Only beyond 2,000 rows each page has to wait for the token in the one before.
 */
export const openIdeal: OpenReader = async () =>
	await Promise.resolve(async (task) => await overlapped(task, NUMBERED));

/** The same client reading one page after the other. */
export const openChain: OpenReader = async () =>
	await Promise.resolve(async (task) => await overlapped(task, 1));

async function overlapped(task: Task, numbered: number): Promise<Found> {
	const pool = new Pool(task.origin, { connections: CONNECTIONS });
	const ask = askThrough(pool, task);
	try {
		const lists = listsToRead(task);
		const parts = await Promise.all(lists.map(async (list) => await read(ask, list, numbered)));
		return { rows: parts.flat(), errors: [] };
	} finally {
		await pool.close();
	}
}

async function read(
	ask: Ask,
	{ path, fields, rows }: ListToRead,
	numbered: number,
): Promise<Row[]> {
	const size = Math.min(rows, PAGE_SIZE);
	const groups = fieldGroups(fields).map(async (group) => {
		const query = { fields: group, per_page: String(size) };
		const count = Math.min(Math.ceil(rows / size), numbered);
		const pages = await Promise.all(
			Array.from({ length: count }, async (_, index) => {
				return await ask(path, { ...query, page: String(index + 1) });
			}),
		);
		const read = pages.flatMap(({ data }) => data);
		let token = pages.at(-1)?.info.next_page_token;
		while (typeof token === 'string' && read.length < rows) {
			const { data, info } = await ask(path, { ...query, page_token: token });
			for (const row of data) read.push(row);
			token = info.next_page_token;
		}
		return read;
	});
	const [first = [], ...others] = await Promise.all(groups);
	return first.map(
		(row, index) => Object.assign({}, row, ...others.map((rows) => rows[index])) as Row,
	);
}

function askThrough(pool: Pool, { token }: Task): Ask {
	const headers = { authorization: `Zoho-oauthtoken ${token.access_token}` };
	return async (path, query) => {
		const target = `/${API}/${path}?${new URLSearchParams(query).toString()}`;
		const { statusCode, body } = await pool.request({ path: target, method: 'GET', headers });
		const text = await body.text();
		if (statusCode !== 200) throw new Error(`The ideal client got ${statusCode}: ${text}`);
		return JSON.parse(text) as Page;
	};
}
