import { isObject, textOf } from '../../helpers/guards';
import type { ApiVersion, JsonObject, Subject } from '../../helpers/types';
import type { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import type { ZohoRequest } from '../request';
import { invalidResponse, uncountedList } from '../responses/errors';
import { COUNT_KEY } from './relatedCount';

/** Lists in one request at most (Zoho: Get Related Records Count). */
const MAX_LISTS = 20;

export interface CountedParent {
	version: ApiVersion;
	module: string;
	recordId: string;
}

/** The number of rows of a related list, or why Zoho does not count it. */
export type ListCount =
	{ relatedList: string; count: number } | { relatedList: string; refusal: ZohoError };

/**
 * Counts the rows of related lists, 20 lists a request (Zoho: Get Related Records Count, v8).
 * @returns a result for each list, in their order
 * @throws ZohoError when Zoho refuses a whole request, cannot be reached, or leaves a list out
 */
export async function countLists(
	client: ZohoClient,
	parent: CountedParent,
	relatedLists: readonly string[],
): Promise<ListCount[]> {
	const groups: string[][] = [];
	for (let at = 0; at < relatedLists.length; at += MAX_LISTS) {
		groups.push(relatedLists.slice(at, at + MAX_LISTS));
	}
	const counts = groups.map(async (group) => await countGroup(client, parent, group));
	return (await Promise.all(counts)).flat();
}

async function countGroup(
	client: ZohoClient,
	{ version, module, recordId }: CountedParent,
	group: readonly string[],
): Promise<ListCount[]> {
	const subject = { module, recordId };
	const request: ZohoRequest = {
		path: [version, module, recordId, 'actions', COUNT_KEY],
		subject,
		target: `the counts of record ${recordId} in module '${module}'`,
		scope: 'ZohoCRM.modules.READ',
		kind: `${module}/${COUNT_KEY}`,
	};
	const asked = group.map((name): JsonObject => ({ related_list: { api_name: name } }));
	const entries = await client.postEntries(request, COUNT_KEY, asked);
	return entries.map((entry, index) => countIn(entry, group[index] ?? '', subject));
}

/** Entries are in the order asked for; one that names another list would count for the wrong one. */
function countIn(entry: JsonObject, relatedList: string, subject: Subject): ListCount {
	const about = { ...subject, relatedList };
	const { code, count, related_list: list } = entry;
	if (textOf(code) !== '') return { relatedList, refusal: uncountedList(entry, about) };
	const name = isObject(list) ? textOf(list.api_name) : '';
	if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
		throw invalidResponse(`contains no count of related list '${relatedList}'`, 200, about);
	}
	if (name !== '' && name.toLowerCase() !== relatedList.toLowerCase()) {
		throw invalidResponse(`counts another related list than '${relatedList}'`, 200, about);
	}
	return { relatedList, count };
}
