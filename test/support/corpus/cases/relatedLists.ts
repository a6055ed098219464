import type { IDataObject } from 'n8n-workflow';
import { known } from '../../sandbox';
import { values, type Cases, type Row } from '../case';

const { lead, account, deal, settlement, pod } = known.deluge;
const leadId = (): IDataObject => ({ leadId: lead.id });
const dealId = (): IDataObject => ({ dealId: deal.id });
const accountId = (): IDataObject => ({ accountId: account.id });

const texts = async (rows: Promise<Row[]>, field: string) =>
	(await rows).map((row) => String(row[field]));
const nameIn = (value: unknown) => String((value as { name: unknown }).name);

/** What scripts do with related lists, on the sandbox's own records. */
export const relatedListCases: Cases = {
	'001-count-activities': {
		input: () => ({ input: { lead_id: lead.id } }),
		error: ['DELUGE_UNSUPPORTED', 7],
		skipped: { info: () => [{}] },
	},
	'002-quote-lines': {
		input: dealId,
		error: ['DELUGE_UNSUPPORTED', 10],
		skipped: { returned: (rows) => rows(deal, 'Products') },
	},
	'003-attachments-to-workdrive': {
		input: () => ({ dealId: deal.id, folderId: 'a1b2' }),
		error: ['DELUGE_UNSUPPORTED', 6],
	},
	'004-first-attachment': { input: leadId, error: ['BINARY_RESPONSE', 4] },
	'005-blueprint-of-cases': {
		input: dealId,
		error: ['DELUGE_UNSUPPORTED', 9],
		skipped: { returned: (rows) => rows(deal, 'Cases') },
	},
	'006-second-level-relation': {
		input: () => ({ deal_id: deal.id }),
		info: async (rows) => {
			const open: unknown[] = [];
			for (const { id } of await rows(deal, 'Cases')) {
				const tasks = await rows({ module: 'Cases', id: String(id) }, 'Tasks');
				open.push(
					...tasks.filter((task) => task.Status !== 'Completed').map((task) => task.Subject),
				);
			}
			return values(open);
		},
	},
	'007-member-accounts': {
		input: () => ({ parent_account_id: account.id, parent_phone: '+1 555 100' }),
		error: ['DELUGE_UNSUPPORTED', 4],
		skipped: { returned: (rows) => rows(account, 'Accounts') },
	},
	'008-earliest-won-deal': {
		input: accountId,
		error: ['DELUGE_UNSUPPORTED', 12],
		skipped: { returned: (rows) => rows(account, 'Deals') },
	},
	'009-stage-history': {
		input: dealId,
		info: async (rows) => values((await texts(rows(deal, 'Stage_History'), 'Stage')).slice(0, 1)),
	},
	'010-paged-custom-relation': {
		input: () => ({ id: settlement.id }),
		info: () => values(['Summe: 1456.15']),
	},
	'011-campaign-membership': {
		input: leadId,
		info: async (rows) =>
			values(
				(await rows(lead, 'Campaigns')).map((campaign) => {
					const { Created_Time: time } = campaign.$member_info as Row;
					return `${String(campaign.Campaign_Name)} / ${String(time)}`;
				}),
			),
	},
	'012-user-list-of-custom-module': {
		input: () => ({ podId: pod.id }),
		returned: (rows) => rows(pod, 'Owners16'),
	},
	'013-rest-notes': {
		input: leadId,
		info: () => [],
		returned: async (rows) => {
			const data = (await rows(lead, 'Notes')).map(({ id, Note_Title, Owner }) => ({
				id,
				Note_Title,
				Owner,
			}));
			return [expect.objectContaining({ data })];
		},
	},
	'014-contact-roles': {
		input: dealId,
		info: () => [],
		returned: async (rows) =>
			(await rows(deal, 'Contact_Roles')).map(({ id, Email, Contact_Role }) => ({
				id,
				Email,
				Contact_Role,
			})),
	},
	'015-contacts-page-by-page': {
		input: () => ({ accountId: known.bigAccount.id }),
		returned: () => [{ contacts: 450, pages: 3 }],
	},
	'016-tasks-per-owner': {
		input: leadId,
		returned: async (rows) => {
			const counts: Record<string, number> = {};
			for (const task of await rows(lead, 'Tasks')) {
				counts[nameIn(task.Owner)] = (counts[nameIn(task.Owner)] ?? 0) + 1;
			}
			return [counts];
		},
	},
	'017-joined-names': {
		input: accountId,
		returned: async (rows) =>
			values([(await texts(rows(account, 'Accounts'), 'Account_Name')).join(', ')]),
	},
	'018-latest-note': {
		input: leadId,
		returned: async (rows) => {
			const notes = await rows(lead, 'Notes');
			const time = (row?: Row) => Date.parse(String(row?.Created_Time));
			const [latest] = [...notes].sort((a, b) => time(b) - time(a));
			return [{ title: latest?.Note_Title, created: latest?.Created_Time }];
		},
	},
	'019-refused-relation': {
		input: leadId,
		info: () => values(['INVALID_DATA: the relation name given seems to be invalid']),
		returned: () => values(['error']),
	},
	'020-loop-over-a-refusal': { input: leadId, returned: () => values([3]) },
	'021-automation-function': {
		input: leadId,
		info: () => values([1, 2, 3].map((number) => `${number}. of lead ${lead.id}`)),
	},
	'022-button-function': { input: dealId, returned: () => values(['2 open cases']) },
	'023-rest-parameters': {
		input: accountId,
		returned: async (rows) =>
			(await rows(account, 'Deals'))
				.reverse()
				.slice(0, 2)
				.map(({ id, Deal_Name, Stage }) => ({ id, Deal_Name, Stage })),
	},
	'024-rest-in-detail': { input: dealId, returned: () => [{ status: 200, notes: 2, more: false }] },
	'025-rest-without-rows': {
		input: accountId,
		info: () => values([true, false]),
		returned: () => values(['none']),
	},
	'026-rest-refused': { input: dealId, returned: () => values(['INVALID_DATA']) },
	'027-record-and-its-roles': {
		input: dealId,
		returned: async (rows) => [
			{
				deal: deal.name,
				account: account.name,
				roles: (await rows(deal, 'Contact_Roles')).map(
					(contact) => `${String(contact.Full_Name)} (${nameIn(contact.Contact_Role)})`,
				),
			},
		],
	},
	'028-search-then-read': {
		input: () => ({ company: account.name }),
		returned: () => values([account.counts.Deals]),
	},
	'029-numbered-lines': {
		input: dealId,
		returned: async (rows) =>
			(await rows(deal, 'Products')).map((product, index) => ({
				line: index + 1,
				code: product.Product_Code,
				price: Number(product.Unit_Price) * 1.19,
			})),
	},
	'030-sorted-and-distinct': {
		input: accountId,
		info: () => values([4]),
		returned: () => values(['Closed Won', 'Negotiation/Review']),
	},
	'031-rows-as-xml': {
		input: accountId,
		returned: async (rows) => {
			const names = await texts(rows(account, 'Deals'), 'Deal_Name');
			const row = (name: string, index: number) =>
				`<row no='${index + 1}'><FL val='Name'>${name}</FL></row>`;
			return values([`<record>${names.map(row).join('')}</record>`]);
		},
	},
	'032-days-to-close': {
		input: accountId,
		info: () => values(['28.02.2025']),
		returned: () => [
			{
				[`Framework order 4 for ${account.name}`]: 14,
				[`Framework order 3 for ${account.name}`]: -735,
				[`Framework order 2 for ${account.name}`]: -448,
				[`Framework order 1 for ${account.name}`]: -150,
			},
		],
	},
	'033-json-in-text': {
		input: () => ({}),
		info: () => [...values(['4876876000001009697']), ...values([['a', 'b']])],
		returned: () => values([6]),
	},
	'034-v8-query-at-the-end': {
		input: leadId,
		returned: async (rows) => {
			const oldestFirst = (await rows(lead, 'Notes')).sort((a, b) =>
				String(a.id) < String(b.id) ? -1 : 1,
			);
			return values(oldestFirst.slice(0, 2).map((note) => note.Note_Title));
		},
	},
	'035-open-activities': {
		input: leadId,
		returned: async (rows) =>
			[...(await rows(lead, 'Tasks')), ...(await rows(lead, 'Calls'))]
				.filter((activity) => (activity.Due_Date ?? null) !== null)
				.map((activity) => ({ subject: activity.Subject, due: activity.Due_Date })),
	},
	'036-first-match': {
		input: accountId,
		info: async (rows) => values((await texts(rows(account, 'Contacts'), 'Last_Name')).slice(0, 1)),
		returned: async (rows) =>
			values([(await texts(rows(account, 'Contacts'), 'Email'))[0]?.toUpperCase()]),
	},
	'037-average-amount': {
		input: accountId,
		returned: async (rows) => {
			const won = (await rows(account, 'Deals')).filter(({ Stage }) => Stage === 'Closed Won');
			const sum = won.reduce((total, row) => total + Number(row.Amount), 0);
			return values([Math.round((sum / won.length) * 100) / 100]);
		},
	},
	'038-cleaned-phones': {
		input: dealId,
		returned: async (rows) => {
			const phones = await texts(rows(deal, 'Contact_Roles'), 'Phone');
			return values([phones.map((phone) => `+${phone.replace(/\D/g, '')}`).join(';')]);
		},
	},
	'039-long-ids': {
		input: dealId,
		returned: () => [{ same: true, id: deal.id, next: String(BigInt(deal.id) + 1n) }],
	},
	'040-nested-conditions': {
		input: dealId,
		info: async (rows) => {
			const level = (price: number) => (price >= 1000 ? 'high' : price >= 200 ? 'middle' : 'low');
			const lines = (await rows(deal, 'Products')).map(
				(row) => `${String(row.Product_Name)}=${level(Number(row.Unit_Price))}`,
			);
			return [{ value: lines }];
		},
	},
};
