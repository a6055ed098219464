import { Pool } from 'undici';
import { askPaced, askThrough, CONNECTIONS, PACED_CONNECTIONS } from './ask';
import type { Ask, Page, Row } from './ask';
import {
	fieldGroups,
	PAGE_SIZE,
	PAGE_WINDOW,
	type Found,
	type OpenReader,
	type Task,
} from './peer';
import { listsToRead, type ListToRead } from './requests';

/** How many pages of a list are asked for at once, wave by wave; then one after the other. */
type Waves = readonly number[];

/** Pages that page numbers reach. */
const NUMBERED = PAGE_WINDOW / PAGE_SIZE;

const reading =
	(waves: Waves, connections = CONNECTIONS): OpenReader =>
	async () =>
		await Promise.resolve(async (task) => await readAll(task, waves, connections));

/**
 * Connections that are kept, ten requests at once, and the number of rows known beforehand. Only
 * beyond 2,000 rows each page has to wait for the token in the one before.
 */
export const openKept = reading([NUMBERED]);

/** The same, with as many connections as this node has, and its pacing. */
export const openPaced = reading([NUMBERED], PACED_CONNECTIONS);

/** The same client, but learning from its first answer that there are more rows. */
export const openAsking = reading([1, NUMBERED - 1]);

/** The same client reading one page after the other. */
export const openChain = reading([1]);

async function readAll(task: Task, waves: Waves, connections: number): Promise<Found> {
	const pool = new Pool(task.origin, { connections });
	const { access_token: token } = task.token;
	const ask = connections > CONNECTIONS ? askPaced(pool, token) : askThrough(pool, token);
	try {
		const reads = listsToRead(task).map(async (list) => await readList(ask, list, waves));
		return { rows: (await Promise.all(reads)).flat(), errors: [] };
	} finally {
		await pool.close();
	}
}

async function readList(ask: Ask, list: ListToRead, waves: Waves): Promise<Row[]> {
	const groups = fieldGroups(list.fields).map(async (fields) => {
		return await readGroup(ask, { ...list, fields }, waves);
	});
	const [first = [], ...others] = await Promise.all(groups);
	return first.map((row, index) => others.reduce((all, rows) => ({ ...all, ...rows[index] }), row));
}

async function readGroup(
	ask: Ask,
	{ path, fields, rows }: Omit<ListToRead, 'fields'> & { fields: string },
	waves: Waves,
): Promise<Row[]> {
	const size = Math.min(rows, PAGE_SIZE);
	const query = { fields, per_page: String(size) };
	const read: Row[] = [];
	let asked = 0;
	let last: Page | undefined;
	for (const wave of waves) {
		const count = Math.min(wave, Math.ceil(rows / size) - asked);
		const numbers = Array.from({ length: count }, (_, index) => asked + index + 1);
		const pages = await Promise.all(
			numbers.map(async (page) => await ask(path, { ...query, page: String(page) })),
		);
		for (const { data } of pages) read.push(...data);
		asked += count;
		last = pages.at(-1) ?? last;
	}
	while (last && typeof last.info.next_page_token === 'string' && read.length < rows) {
		last = await ask(path, { ...query, page_token: last.info.next_page_token });
		read.push(...last.data);
	}
	return read;
}
