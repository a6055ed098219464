import type { DatasetBuilder } from '../builder';
import { Choices } from '../random';
import { decoratedSource } from '../rowSource';
import { DAY, REFERENCE_TIME, dateAt } from '../time';
import type { Row } from '../types';
import type { KnownRecord } from './leads';
import { asMembership } from './leads';
import { leadValues } from './people';
import { fillLists, parentOf } from './related';

const MEMBERS = 5200;
const CONVERTED = 30;
const NAMES = ['Spring trade fair', 'Webinar series', 'Customer day', 'Newsletter', 'Road show'];

export interface KnownCampaign extends KnownRecord {
	/** Members beyond counts.Leads that only `converted=true` or `both` shows. */
	readonly convertedMembers: number;
}

export function addCampaigns(builder: DatasetBuilder): { rows: Row[]; campaign: KnownCampaign } {
	const rows = NAMES.map((name, index) => {
		const choices = new Choices(4000 + index);
		return builder.add('Campaigns', {
			Campaign_Name: `${name} 2025`,
			Type: choices.pick(['Conference', 'Webinar', 'Email', 'Trade Show']),
			Status: choices.pick(['Planning', 'Active', 'Complete']),
			Start_Date: dateAt(REFERENCE_TIME - choices.between(10, 90) * DAY),
			End_Date: dateAt(REFERENCE_TIME + choices.between(1, 60) * DAY),
			Budgeted_Cost: choices.between(4, 60) * 500,
		});
	});
	const [first] = rows;
	if (!first) throw new Error('no campaign');
	const parent = parentOf('Campaigns', first, 'Campaign_Name');
	addMembers(builder, first.id);
	fillLists(builder, parent, { Notes: 3 });
	const counts = { Leads: MEMBERS, Notes: 3 };
	return { rows, campaign: { ...parent, counts, convertedMembers: CONVERTED } };
}

/** Members are made when they are read: only few requests ever see all of them. */
function addMembers(builder: DatasetBuilder, campaignId: string): void {
	const members = builder.addBlock('Leads', MEMBERS, (_index, sequence) =>
		leadValues(new Choices(sequence)),
	);
	const memberships = decoratedSource(members, (row) => asMembership(row));
	builder.relateSource('Campaigns', campaignId, 'Leads', memberships);
	for (let index = 0; index < CONVERTED; index++) {
		const values = leadValues(new Choices(80_000 + index));
		const lead = builder.add('Leads', { ...values, $converted: true });
		builder.relate('Campaigns', campaignId, 'Leads', asMembership(lead));
	}
}
