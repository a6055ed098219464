import type { Call } from '../call';
import type { Entry } from '../data/listView';
import type { Value } from '../data/types';
import { errors } from '../errors';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';
import { relatedTarget } from './related';

const PER_PAGE = 10;
const MODULES = [
	'Leads',
	'Accounts',
	'Contacts',
	'Deals',
	'Quotes',
	'Invoices',
	'Sales_Orders',
	'Purchase_Orders',
];
/** By `type`, the kinds of emails; those of an account's contacts are its own here. */
const KINDS: ReadonlyMap<string, string> = new Map([
	['sent_from_crm', 'sent'],
	['scheduled_in_crm', 'scheduled'],
	['drafts', 'draft'],
	['user_emails', 'user'],
]);
const OF_ACCOUNTS: ReadonlyMap<string, string> = new Map([
	['all_contacts_sent_crm_emails', 'sent'],
	['all_contacts_scheduled_crm_emails', 'scheduled'],
	['all_contacts_draft_crm_emails', 'draft'],
]);

const ONLY_IN_LIST = new Set(['message_id', 'time', 'has_attachment', 'source']);

/** GET /{module}/{id}/Emails: a shape of its own, without fields (Zoho: Get Emails of a Record v7). */
export function emails(call: Call): Reply {
	const { entries, type } = emailsOf(call);
	const from = startOf(call.request.query.index, type);
	const page = entries.slice(from, from + PER_PAGE);
	if (page.length === 0) return emptyReply(204);
	const more = from + page.length < entries.length;
	return jsonReply(200, {
		Emails: page.map(shown),
		info: {
			per_page: PER_PAGE,
			next_index: more ? indexOf(from + PER_PAGE, type) : null,
			count: page.length,
			prev_index: from === 0 ? '0' : indexOf(from - PER_PAGE, type),
			more_records: more,
		},
	});
}

/** GET /{module}/{id}/Emails/{messageId}: with the body and the files, without some keys of the list. */
export function email(call: Call): Reply {
	const { relatedId } = call.params;
	const found = emailsOf(call).entries.find((entry) => messageIdOf(entry) === relatedId);
	if (found === undefined) return emptyReply(204);
	const row = shown(found);
	const rest = Object.fromEntries(Object.entries(row).filter(([key]) => !ONLY_IN_LIST.has(key)));
	const content = `<div><p>Hello &amp; welcome,</p><br />\n<b>${String(row.subject)}</b></div>`;
	const more = { content, mail_format: 'html', sent_time: row.time, thread_id: '12343212343' };
	return jsonReply(200, { Emails: [{ ...rest, ...more, editable: false, attachments: [] }] });
}

function emailsOf(call: Call): { entries: readonly Entry[]; type: string } {
	const { module, parent } = relatedTarget(call, { list: 'Emails' });
	if (module.generatedType !== 'custom' && !MODULES.includes(module.apiName)) {
		throw errors.listNotSupported();
	}
	const { type = '' } = call.request.query;
	const kinds = module.apiName === 'Accounts' ? new Map([...KINDS, ...OF_ACCOUNTS]) : KINDS;
	const kind = kinds.get(type);
	if (type !== '' && kind === undefined) throw errors.invalidParam('type', [...kinds.keys()]);
	const all = call.data.related(module.apiName, parent.id, 'Emails');
	const isWanted = (entry: Entry) => kind === undefined || (entry.row().$kind ?? 'sent') === kind;
	return { entries: all.filter(isWanted), type };
}

/** Keys in lower case, no `id`. */
function shown(entry: Entry): Record<string, Value> {
	const keys = Object.entries(entry.row()).filter(([key]) => /^[a-z]/.test(key) && key !== 'id');
	return { ...Object.fromEntries(keys), message_id: messageIdOf(entry) };
}

function messageIdOf(entry: Entry): string {
	return String(entry.row().message_id ?? `m${entry.id}`);
}

/** An index belongs to the type that it was given for. */
const indexOf = (offset: number, type: string): string =>
	Buffer.from(`emails:${type}:${offset}`).toString('hex');

function startOf(index: string | undefined, type: string): number {
	if (index === undefined || index === '0') return 0;
	const [, of, offset] = /^emails:(\w*):(\d+)$/.exec(Buffer.from(index, 'hex').toString()) ?? [];
	if (offset === undefined || of !== type) throw errors.invalidParam('index');
	return Number(offset);
}
