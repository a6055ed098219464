import type { Call } from '../call';
import { errors } from '../errors';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';

const PER_PAGE = 10;

/** The Emails list, which has a shape of its own (Zoho: Get Emails of a Record v7). */
export function emailsReply(call: Call, module: string, recordId: string): Reply {
	const entries = call.data.related(module, recordId, 'Emails');
	const from = startOf(call.request.query.index);
	const page = entries.slice(from, from + PER_PAGE);
	if (page.length === 0) return emptyReply(204);
	const more = from + page.length < entries.length;
	return jsonReply(200, {
		Emails: page.map(({ row }) =>
			Object.fromEntries(
				Object.entries(row()).filter(([key]) => /^[a-z]/.test(key) && key !== 'id'),
			),
		),
		info: {
			per_page: PER_PAGE,
			next_index: more ? indexOf(from + PER_PAGE) : null,
			count: page.length,
			prev_index: from === 0 ? '0' : indexOf(from - PER_PAGE),
			more_records: more,
		},
	});
}

const indexOf = (offset: number): string => Buffer.from(`emails:${offset}`).toString('hex');

function startOf(index: string | undefined): number {
	if (index === undefined || index === '0') return 0;
	const [, offset] = /^emails:(\d+)$/.exec(Buffer.from(index, 'hex').toString()) ?? [];
	if (offset === undefined) throw errors.invalidParam('index');
	return Number(offset);
}
