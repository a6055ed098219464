import { DatasetBuilder } from '../builder';
import { DAY, MINUTE, REFERENCE_TIME } from '../time';
import type { Dataset } from '../types';
import { vehicleFields } from '../schema/vehicle';
import { addBigAccount, addCustomers, completeCustomer } from './accounts';
import type { KnownCampaign } from './campaigns';
import { addCampaigns } from './campaigns';
import type { KnownDeluge } from './deluge';
import { addDelugeRecords } from './deluge';
import { CONTACT_ROLE, addDeals, addProducts } from './deals';
import type { KnownLeads, KnownRecord } from './leads';
import { addKnownLeads } from './leads';
import { parentOf } from './related';
import { addSpecialRows } from './special';

const CUSTOMERS = 14;

/** Ids and names in the seeded dataset, for tests and for the command line. */
export interface Known extends KnownLeads {
	/** A company with contacts, deals, notes, member accounts and a fleet. */
	readonly account: KnownRecord;
	readonly bigAccount: KnownRecord;
	readonly contact: KnownRecord;
	/** Its rows of Contact_Roles have an unquoted number beyond 2^53: `contactRole`. */
	readonly deal: KnownRecord;
	readonly contactRole: string;
	readonly campaign: KnownCampaign;
	/** Records of a custom module in a list of `account` with another name. */
	readonly customModule: {
		readonly apiName: string;
		readonly list: string;
		readonly count: number;
		readonly fieldCount: number;
	};
	readonly vehicle: KnownRecord;
	/** Where scripts in Deluge find something to read. */
	readonly deluge: KnownDeluge;
	/** A module that exists but is hidden. */
	readonly hiddenModule: string;
	/** A module that the API does not serve. */
	readonly notSupportedModule: string;
	/** Modules that answer 403 NO_PERMISSION and 400 AUTHORIZATION_FAILED. */
	readonly noPermissionModule: string;
	readonly unauthorizedModule: string;
}

interface Seeded {
	readonly dataset: Dataset;
	readonly known: Known;
}

let cached: Seeded | undefined;

/** The realistic organisation; built once per process, the same every time. */
export function seeded(): Seeded {
	cached ??= build();
	return cached;
}

export function seededDataset(): Dataset {
	return seeded().dataset;
}

/** What is created last has the highest ids, and so comes first in most lists. */
function build(): Seeded {
	const builder = new DatasetBuilder({
		startMs: REFERENCE_TIME - 330 * DAY,
		stepMs: 45 * MINUTE,
		latestMs: REFERENCE_TIME,
	});
	const { rows: campaigns, campaign } = addCampaigns(builder);
	const products = addProducts(builder);
	const bigAccount = addBigAccount(builder);
	const customers = addCustomers(builder, CUSTOMERS);
	const deals = customers.map((customer) => addDeals(builder, customer, products));
	const customer = customers[3];
	const firstContact = customer?.contacts[0];
	const deal = deals[3]?.[0];
	if (!customer || !firstContact || !deal) throw new Error('no customers');
	const account = completeCustomer(builder, customer);
	const leads = addKnownLeads(builder, campaigns, products);
	const deluge = addDelugeRecords(builder, products, leads.lead);
	addSpecialRows(builder, leads.lead, deal, products);
	const dataset = builder.build();
	const count = account.counts.Vehicles5 ?? 0;
	const fleet = dataset.records.get('Vehicles')?.[0];
	if (!fleet) throw new Error('no vehicles');
	const known: Known = {
		...leads,
		account: { ...account, counts: { ...account.counts, Deals: 3 } },
		bigAccount,
		contact: { ...parentOf('Contacts', firstContact, 'Full_Name'), counts: { Deals: 3 } },
		deal,
		contactRole: CONTACT_ROLE,
		campaign,
		customModule: {
			apiName: 'Vehicles',
			list: 'Vehicles5',
			count,
			fieldCount: vehicleFields.length,
		},
		vehicle: { ...parentOf('Vehicles', fleet.rowAt(0), 'Name'), counts: {} },
		deluge,
		hiddenModule: 'Inspections',
		notSupportedModule: 'Documents',
		noPermissionModule: 'Price_Books',
		unauthorizedModule: 'Vendors',
	};
	return { dataset, known };
}
