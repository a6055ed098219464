import type { ProbedZoho, Reply } from './zoho';

/** A question that Zoho's pages leave open, and what an account says to it. */
export interface Answer {
	question: string;
	answer: string;
}

type Question = readonly [string, (zoho: ProbedZoho, module: string) => Promise<string>];

const QUESTIONS: readonly Question[] = [
	['Rows of one query', rowsOfQuery],
	['IDs of one condition', idsOfCondition],
	['API credits of a query', creditsOfQuery],
	['Queries of notes', queriesOfNotes],
	['Notes by several records', notesByRecords],
	['A page token goes on', pageToken],
];

/** Asks an account all questions. The answers hold numbers and codes only, nothing of its records. */
export async function askAll(zoho: ProbedZoho, module: string): Promise<Answer[]> {
	const answers: Answer[] = [];
	for (const [question, ask] of QUESTIONS) {
		answers.push({ question, answer: await ask(zoho, module) });
	}
	return answers;
}

const told = ({ status, code, rows, info }: Reply): string =>
	code !== ''
		? `${code} (${status})`
		: `${rows.length} rows, more ${String(info.more_records ?? false)}`;

const anyOf = (module: string, limit: number): string =>
	`select id from ${module} where id is not null order by id asc limit ${limit}`;

const idsIn = ({ rows }: Reply): string[] => rows.map(({ id }) => String(id));

async function rowsOfQuery(zoho: ProbedZoho, module: string): Promise<string> {
	const answers: string[] = [];
	for (const limit of [200, 2000]) {
		answers.push(`limit ${limit}: ${told(await zoho.query(anyOf(module, limit)))}`);
	}
	return answers.join('; ');
}

async function idsOfCondition(zoho: ProbedZoho, module: string): Promise<string> {
	const known = idsIn(await zoho.query(anyOf(module, 100)));
	if (known.length === 0) return 'cannot be seen: there are no records';
	const answers: string[] = [];
	for (const count of [50, 51, 100, 101]) {
		const ids = Array.from({ length: count }, (_, index) => `'${known[index % known.length]}'`);
		const reply = await zoho.query(`select id from ${module} where id in (${ids.join(',')})`);
		answers.push(`${count}: ${reply.code === '' ? 'taken' : told(reply)}`);
	}
	return answers.join('; ');
}

async function creditsOfQuery(zoho: ProbedZoho, module: string): Promise<string> {
	let left = (await zoho.query(anyOf(module, 1))).credits;
	const answers: string[] = [];
	for (const limit of [200, 201, 1000, 1001, 2000]) {
		const reply = await zoho.query(anyOf(module, limit));
		if (left === undefined || reply.credits === undefined) {
			return 'cannot be seen: Zoho reports credits once half of them are used';
		}
		answers.push(`limit ${limit}: ${left - reply.credits}`);
		left = reply.credits;
	}
	return answers.join('; ');
}

async function queriesOfNotes(zoho: ProbedZoho): Promise<string> {
	return told(await zoho.query(anyOf('Notes', 1)));
}

/** Whether `in` finds what `=` finds, record by record. */
async function notesByRecords(zoho: ProbedZoho): Promise<string> {
	const some = await zoho.query(
		'select id, Parent_Id from Notes where id is not null order by id asc limit 200',
	);
	const parents = [...new Set(some.rows.map(({ Parent_Id: parent }) => idOf(parent)))].slice(0, 10);
	if (some.code !== '' || parents.length === 0) return `cannot be seen: ${told(some)}`;
	const list = parents.map((id) => `'${id}'`).join(',');
	const together = await zoho.query(`select id from Notes where Parent_Id in (${list}) limit 200`);
	let apart = 0;
	for (const id of parents) {
		apart += (await zoho.query(`select id from Notes where Parent_Id = '${id}' limit 200`)).rows
			.length;
	}
	return `in: ${told(together)}; one by one: ${apart} rows`;
}

function idOf(lookup: unknown): string {
	return typeof lookup === 'object' && lookup !== null && 'id' in lookup ? String(lookup.id) : '';
}

/**
 * The second page by a token, asked for in the opposite order: what goes on after a row comes to the
 * rows before it, what counts positions to those as far from the other end.
 */
async function pageToken(zoho: ProbedZoho, module: string): Promise<string> {
	const size = 20;
	const query = { fields: 'id', sort_by: 'id', per_page: `${size}` };
	const first = await zoho.get(module, { ...query, sort_order: 'asc', page: '1' });
	const token = first.info.next_page_token;
	if (typeof token !== 'string') return `cannot be seen: no token (${told(first)})`;
	const second = await zoho.get(module, { ...query, sort_order: 'asc', page_token: token });
	const other = await zoho.get(module, { ...query, sort_order: 'desc', page_token: token });
	if (other.code !== '') return `cannot be seen: ${told(other)} in the opposite order`;
	const ends = await zoho.get(module, { ...query, sort_order: 'desc', page: '2' });
	const [found, before] = [idsIn(other), idsIn(first).reverse()];
	if (sameRows(found, idsIn(second))) return 'cannot be seen: the token keeps its order';
	if (sameRows(found, idsIn(ends))) return 'by position';
	return found.every((id) => before.includes(id))
		? 'after a row'
		: 'neither after a row nor by position';
}

function sameRows(a: readonly string[], b: readonly string[]): boolean {
	return a.join() === b.join();
}
