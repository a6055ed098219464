import type { IHttpRequestOptions } from 'n8n-workflow';

/** Id of the first row; Zoho's ids have so many digits. */
export const FIRST_ID = 4876876000001000000n;

const OWNER = { name: 'Patricia Boyle', id: '4876876000000333001', email: 'boyle@example.com' };
const NAMES = ['Full_Name', 'Email', 'Phone', 'Department', 'Designation', 'Mailing_City'];
const PEOPLE = ['Owner', 'Created_By', 'Modified_By'];
const TIMES = ['Created_Time', 'Modified_Time'];

/** What Zoho would answer to reads of one list, as text that is made once. */
export class Answers {
	private readonly texts = new Map<string, string>();

	/**
	 * @param rows rows of each list
	 * @param fields API names of their fields
	 */
	constructor(
		private readonly rows: number,
		private readonly fields: readonly string[],
	) {}

	textFor({ url, qs }: IHttpRequestOptions): string {
		const query = new URLSearchParams(qs as Record<string, string>);
		const what = url.split('/').at(-1) ?? '';
		const key = `${what}?${query.toString()}`;
		const text = this.texts.get(key) ?? JSON.stringify(this.answer(what, query));
		this.texts.set(key, text);
		return text;
	}

	private answer(what: string, query: URLSearchParams): object {
		if (what === 'get_related_records_count') return { [what]: [{ count: this.rows }] };
		if (what === 'related_lists') {
			return { related_lists: [{ api_name: 'Contacts', module: { api_name: 'Contacts' } }] };
		}
		if (what === 'fields') return { fields: this.fields.map((name) => ({ api_name: name })) };
		return this.page(query);
	}

	private page(query: URLSearchParams): object {
		const size = Number(query.get('per_page'));
		const start = Number(query.get('page_token') ?? (Number(query.get('page')) - 1) * size);
		const end = Math.min(this.rows, start + size);
		const isAscending = query.get('sort_order') === 'asc';
		const wanted = query.get('fields')?.split(',') ?? [];
		const data = Array.from({ length: end - start }, (_, offset) => {
			const index = start + offset;
			return rowOf(isAscending ? index : this.rows - 1 - index, wanted);
		});
		const more = end < this.rows;
		return { data, info: { more_records: more, next_page_token: more ? String(end) : null } };
	}
}

/** API names of so many fields, `id` among them. */
export function fieldNames(count: number): string[] {
	const known = [...NAMES, ...PEOPLE, ...TIMES, 'id'];
	const extra = Array.from({ length: count - known.length }, (_, index) => `Extra_${index}`);
	return [...NAMES, ...extra, ...PEOPLE, ...TIMES, 'id'];
}

function rowOf(index: number, fields: readonly string[]): object {
	const entries = fields.map((name): [string, unknown] => {
		if (PEOPLE.includes(name)) return [name, OWNER];
		if (TIMES.includes(name)) return [name, '2024-05-06T07:08:09+02:00'];
		return [name, `${name} of ${index}`];
	});
	return { ...Object.fromEntries(entries), id: String(FIRST_ID + BigInt(index)) };
}
