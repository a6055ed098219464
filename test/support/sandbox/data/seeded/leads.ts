import type { DatasetBuilder } from '../builder';
import { Choices } from '../random';
import type { Row } from '../types';
import { leadValues } from './people';
import type { Amounts, Parent } from './related';
import { fillLists, parentOf } from './related';

/** A record and how many rows its lists have. */
export interface KnownRecord extends Parent {
	readonly counts: Readonly<Record<string, number>>;
}

const RICH: Amounts = {
	Notes: 6,
	Attachments: 3,
	Emails: 23,
	Calls: 8,
	Events: 5,
	Tasks: 6,
	Calls_History: 9,
	Events_History: 9,
	Tasks_History: 9,
};

const DEMO: readonly Amounts[] = [
	{
		Notes: 4,
		Calls: 3,
		Events: 2,
		Tasks: 4,
		Calls_History: 7,
		Events_History: 3,
		Tasks_History: 8,
	},
	{ Notes: 11, Attachments: 2, Tasks: 12, Tasks_History: 25 },
	{ Notes: 1, Calls: 1 },
	{ Calls_History: 41, Events_History: 6, Emails: 4 },
	{ Notes: 2, Events: 9, Events_History: 14, Attachments: 1 },
	{ Notes: 27, Calls: 5, Tasks: 2, Calls_History: 18, Tasks_History: 2 },
];

const BUSY: Amounts = {
	Notes: 12,
	Calls: 100,
	Events: 100,
	Tasks: 100,
	Calls_History: 100,
	Events_History: 100,
	Tasks_History: 100,
};

export interface KnownLeads {
	readonly lead: KnownRecord;
	readonly bareLead: KnownRecord;
	readonly busyLead: KnownRecord;
	readonly fullPageLead: KnownRecord;
	readonly longNotesLead: KnownRecord;
	/** Eight leads: the first is `lead`, the last is `bareLead`. */
	readonly demoLeads: readonly KnownRecord[];
}

/** Creates the leads that tests and the command line refer to. */
export function addKnownLeads(
	builder: DatasetBuilder,
	campaigns: Row[],
	products: Row[],
): KnownLeads {
	const add = (seed: number, amounts: Amounts): KnownRecord => {
		const row = builder.add('Leads', leadValues(new Choices(seed)));
		const parent = parentOf('Leads', row, 'Full_Name');
		fillLists(builder, parent, amounts);
		return { ...parent, counts: countsOf(amounts) };
	};
	const longNotesLead = add(9001, { Notes: 2001 });
	const fullPageLead = add(9002, { Notes: 200 });
	const busyLead = add(9003, BUSY);
	const bareLead = add(9004, {});
	const demo = DEMO.map((amounts, index) => add(9010 + index, amounts));
	const rich = add(9005, RICH);
	builder.relate('Leads', rich.id, 'Campaigns', ...campaigns.slice(0, 2).map(asMembership));
	builder.relate('Leads', rich.id, 'Products', ...products.slice(0, 2));
	const lead = { ...rich, counts: { ...rich.counts, Campaigns: 2, Products: 2 } };
	return {
		lead,
		bareLead,
		busyLead,
		fullPageLead,
		longNotesLead,
		demoLeads: [lead, ...demo, bareLead],
	};
}

/** Counts by list, the two chronological lists included. */
export function countsOf(amounts: Amounts): Record<string, number> {
	const { Calls = 0, Events = 0, Tasks = 0 } = amounts;
	const { Calls_History = 0, Events_History = 0, Tasks_History = 0 } = amounts;
	return {
		...amounts,
		Activities_Chronological_View: Calls + Events + Tasks,
		Activities_Chronological_View_History: Calls_History + Events_History + Tasks_History,
	};
}

/** A row of a campaign list carries when and how it became a member. */
export function asMembership(row: Row): Row {
	const { id, Created_Time = null, Modified_Time = null } = row;
	return { ...row, $member_info: { id, Created_Time, Modified_Time } };
}
