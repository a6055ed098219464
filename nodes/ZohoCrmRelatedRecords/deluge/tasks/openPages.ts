import type { CrmAnswer, CrmRequest } from '../../helpers/crmRequest';
import { isObject } from '../../helpers/guards';

/** Parameters that choose a page of a list. */
const PAGING: readonly string[] = ['page', 'per_page', 'page_token'];

/** Which lists a script read without their last page: a task gives one page, and no word of others. */
export class OpenPages {
	private readonly lists = new Map<string, string>();

	/** Notes an answer: the list is open while Zoho announces more rows. */
	add({ path, query, body }: CrmRequest, answer: CrmAnswer): void {
		// A query names its own limit.
		if (body !== undefined) return;
		const filters = Object.entries(query).filter(([name]) => !PAGING.includes(name));
		const key = JSON.stringify([path, filters]);
		if (announcesMore(answer)) this.lists.set(key, path[3] ?? path[1] ?? '');
		else this.lists.delete(key);
	}

	/** Names of the lists that have more rows, each once. */
	names(): string[] {
		return [...new Set(this.lists.values())];
	}
}

function announcesMore(answer: CrmAnswer): boolean {
	if (answer.kind !== 'json' || !isObject(answer.body)) return false;
	const { info } = answer.body;
	return isObject(info) && info.more_records === true;
}
