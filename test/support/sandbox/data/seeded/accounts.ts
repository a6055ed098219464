import type { DatasetBuilder } from '../builder';
import { Choices } from '../random';
import { inspectionFields } from '../schema/vehicle';
import { DAY, REFERENCE_TIME, dateAt } from '../time';
import type { NewRow, Row, Value } from '../types';
import { userAt } from '../users';
import vocabulary from '../vocabulary/vocabulary.json';
import type { KnownRecord } from './leads';
import { accountValues, companyAt, contactValues } from './people';
import type { Parent } from './related';
import { fillLists, parentOf } from './related';

const BIG_ACCOUNT_CONTACTS = 450;
const FLEET = 230;

export interface Customer {
	readonly account: Parent;
	readonly contacts: Row[];
}

/** Companies with contacts, one of them after the other. */
export function addCustomers(builder: DatasetBuilder, count: number): Customer[] {
	return Array.from({ length: count }, (_unused, index) => {
		const choices = new Choices(1000 + index);
		const row = builder.add('Accounts', accountValues(choices, companyAt(index)));
		const account = parentOf('Accounts', row, 'Account_Name');
		const contacts = Array.from({ length: 2 + (index % 4) }, () =>
			builder.add('Contacts', contactValues(choices, account)),
		);
		builder.relate('Accounts', account.id, 'Contacts', ...contacts);
		return { account, contacts };
	});
}

/** An account with more contacts than fit on two pages. */
export function addBigAccount(builder: DatasetBuilder): KnownRecord {
	const row = builder.add('Accounts', accountValues(new Choices(1900), companyAt(60)));
	const account = parentOf('Accounts', row, 'Account_Name');
	const contacts = builder.addBlock('Contacts', BIG_ACCOUNT_CONTACTS, (_index, sequence) =>
		contactValues(new Choices(sequence), account),
	);
	builder.relateSource('Accounts', account.id, 'Contacts', contacts);
	return { ...account, counts: { Contacts: BIG_ACCOUNT_CONTACTS } };
}

/** The customer that has some of everything, a fleet of vehicles included. */
export function completeCustomer(builder: DatasetBuilder, customer: Customer): KnownRecord {
	const { account, contacts } = customer;
	const amounts = { Notes: 5, Attachments: 2, Emails: 12, Calls: 2, Tasks_History: 3 };
	fillLists(builder, account, amounts);
	const fleet = builder.addBlock('Vehicles', FLEET, (index, sequence) =>
		vehicleValues(account, index, sequence),
	);
	builder.relateSource('Accounts', account.id, 'Vehicles5', fleet);
	const members = [companyAt(70), companyAt(71)].map((company, index) =>
		builder.add('Accounts', {
			...accountValues(new Choices(1950 + index), company),
			Parent_Account: { name: account.name, id: account.id },
		}),
	);
	builder.relate('Accounts', account.id, 'Accounts', ...members);
	const counts = {
		...amounts,
		Activities_Chronological_View: 2,
		Activities_Chronological_View_History: 3,
		Contacts: contacts.length,
		Vehicles5: FLEET,
		Accounts: members.length,
	};
	return { ...account, counts };
}

function vehicleValues(account: Parent, index: number, sequence: number): NewRow {
	const choices = new Choices(sequence);
	const values: NewRow = {
		Name: `${choices.pick(vocabulary.vehicles)} no. ${index + 1}`,
		Registration_Number: `NW-${String(1000 + index)}`,
		Operator: { name: account.name, id: account.id },
		Model_Year: choices.between(2012, 2025),
		Mileage: String(choices.between(900, 410_000)),
		Purchase_Price: choices.between(9, 90) * 990.5,
		First_Registration: dateAt(REFERENCE_TIME - choices.between(20, 4000) * DAY),
		Fuel: choices.pick(['Diesel', 'Petrol', 'Electric']),
		Equipment: choices.pick([['Tow bar', 'Roof rack'], ['Dash cam'], []]),
		In_Service: choices.below(8) > 0,
	};
	for (const { apiName, dataType } of inspectionFields) {
		values[apiName] = inspectionValue(apiName, dataType, choices);
	}
	return values;
}

function inspectionValue(apiName: string, dataType: string, choices: Choices): Value {
	if (choices.below(4) === 0) return null;
	if (dataType === 'date') return dateAt(REFERENCE_TIME - choices.between(1, 400) * DAY);
	if (dataType === 'boolean') return choices.below(2) === 0;
	if (dataType === 'percent') return choices.below(101);
	if (dataType === 'double' || dataType === 'currency') return choices.below(90_000) / 100;
	if (apiName.endsWith('Checked_By')) return userAt(choices.below(5)).name;
	if (apiName.endsWith('Part_Number')) return `PN-${choices.between(10_000, 99_999)}`;
	return choices.pick(['good', 'fair', 'worn', 'replace soon']);
}
