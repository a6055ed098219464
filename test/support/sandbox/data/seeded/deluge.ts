import type { DatasetBuilder } from '../builder';
import { Choices } from '../random';
import type { Row } from '../types';
import { accountValues, companyAt, contactValues } from './people';
import { taskValues } from './activityValues';
import { addStageHistory } from './deals';
import type { KnownRecord } from './leads';
import { countsOf } from './leads';
import type { Parent } from './related';
import { fillLists, parentOf } from './related';
import { addPod, addSettlement } from './custom';

/** Records that hold what scripts in Zoho's language, Deluge, usually read. */
export interface KnownDeluge {
	/** Has tasks, calls, attachments and campaigns. */
	readonly lead: KnownRecord;
	/** Has member accounts, and deals of which three are won; the earliest is not the first. */
	readonly account: KnownRecord;
	/** Has products, cases, contact roles, a stage history, and a link as latest attachment. */
	readonly deal: KnownRecord;
	/** One of the deal's cases; some of its tasks are completed. */
	readonly case: KnownRecord;
	/** Of the module BV_Abrechnungen; one of its items has no amount. */
	readonly settlement: KnownRecord;
	/** Of the module IEB_PODS; its list Owners16 has users. */
	readonly pod: KnownRecord;
}

const SEED = 7000;
const DEALS: readonly (readonly [stage: string, closingDate: string])[] = [
	['Closed Won', '2024-08-30'],
	['Closed Won', '2023-11-02'],
	['Negotiation/Review', '2023-01-15'],
	['Closed Won', '2025-02-14'],
];
const CASE_STATUSES = ['New', 'Hold', 'Escalated'];
const ROLES = ['Decision Maker', 'Developer/Evaluator', 'Executive Sponsor'];
const LINK = 'https://files.customer.example/site-plan.png';

export function addDelugeRecords(
	builder: DatasetBuilder,
	products: readonly Row[],
	lead: KnownRecord,
): KnownDeluge {
	const { account, contacts } = addAccount(builder);
	const [first, ...others] = addDeals(builder, account);
	if (!first) throw new Error('no deal');
	const deal = parentOf('Deals', first, 'Deal_Name');
	const cases = CASE_STATUSES.map((status, index) => addCase(builder, account, status, index));
	const roles = contacts.map((contact, index) => ({
		...contact,
		Contact_Role: { name: ROLES[index] ?? '', id: `48768760000000068${index}5` },
	}));
	builder.relate('Deals', deal.id, 'Products', ...products.slice(3, 6));
	builder.relate('Deals', deal.id, 'Cases', ...cases.map(({ row }) => row));
	builder.relate('Deals', deal.id, 'Contact_Roles', ...roles);
	const stages = addStageHistory(builder, new Choices(SEED), first);
	builder.relate('Deals', deal.id, 'Stage_History', ...stages);
	fillLists(builder, deal, { Notes: 2, Attachments: 2 });
	builder.relate('Deals', deal.id, 'Attachments', addLink(builder, deal));
	const [openCase] = cases;
	if (!openCase) throw new Error('no case');
	return {
		lead,
		account: {
			...account,
			counts: { Accounts: 2, Contacts: contacts.length, Deals: 1 + others.length },
		},
		deal: {
			...deal,
			counts: {
				Notes: 2,
				Attachments: 3,
				Products: 3,
				Cases: cases.length,
				Contact_Roles: roles.length,
				Stage_History: stages.length,
			},
		},
		case: openCase.known,
		settlement: addSettlement(builder),
		pod: addPod(builder),
	};
}

function addAccount(builder: DatasetBuilder): { account: Parent; contacts: Row[] } {
	const choices = new Choices(SEED);
	const row = builder.add('Accounts', accountValues(choices, companyAt(75)));
	const account = parentOf('Accounts', row, 'Account_Name');
	const contacts = ROLES.map(() => builder.add('Contacts', contactValues(choices, account)));
	const members = [companyAt(76), companyAt(77)].map((company) =>
		builder.add('Accounts', {
			...accountValues(choices, company),
			Parent_Account: { name: account.name, id: account.id },
		}),
	);
	builder.relate('Accounts', account.id, 'Contacts', ...contacts);
	builder.relate('Accounts', account.id, 'Accounts', ...members);
	return { account, contacts };
}

function addDeals(builder: DatasetBuilder, account: Parent): Row[] {
	const rows = DEALS.map(([stage, closingDate], index) =>
		builder.add('Deals', {
			Deal_Name: `Framework order ${index + 1} for ${account.name}`,
			Account_Name: { name: account.name, id: account.id },
			Stage: stage,
			Amount: 12_000 + index * 2_500,
			Closing_Date: closingDate,
		}),
	);
	builder.relate('Accounts', account.id, 'Deals', ...rows);
	return rows;
}

/** A case with four tasks in its one list of tasks, the completed ones among them. */
function addCase(
	builder: DatasetBuilder,
	account: Parent,
	status: string,
	index: number,
): { row: Row; known: KnownRecord } {
	const row = builder.add('Cases', {
		Subject: `Delivery ${index + 1} incomplete`,
		Case_Number: `C-${100 + index}`,
		Status: status,
		Priority: 'High',
		Case_Origin: 'Phone',
		Account_Name: { name: account.name, id: account.id },
	});
	const tasks = [true, false, true, false].map((open, place) =>
		builder.add('Tasks', {
			...taskValues(open)(place, SEED + index * 10 + place),
			What_Id: { name: String(row.Subject), id: row.id },
			$se_module: 'Cases',
		}),
	);
	builder.relate('Cases', row.id, 'Tasks', ...tasks);
	const counts = countsOf({ Tasks: tasks.length });
	return { row, known: { ...parentOf('Cases', row, 'Subject'), counts } };
}

/** An attachment that is only an address elsewhere. */
function addLink(builder: DatasetBuilder, deal: Parent): Row {
	return builder.add('Attachments', {
		File_Name: 'site-plan.png',
		Size: null,
		Parent_Id: { name: deal.name, id: deal.id },
		$se_module: 'Deals',
		$type: 'Link URL',
		$file_id: null,
		$link_url: LINK,
	});
}
