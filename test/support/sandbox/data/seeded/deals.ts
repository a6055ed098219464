import type { DatasetBuilder } from '../builder';
import { Choices } from '../random';
import { RawInteger } from '../rawInteger';
import { STAGES } from '../schema/sales';
import { DAY, REFERENCE_TIME, dateAt } from '../time';
import type { NewRow, Row, Value } from '../types';
import vocabulary from '../vocabulary/vocabulary.json';
import type { Customer } from './accounts';
import type { KnownRecord } from './leads';
import { fillLists, parentOf } from './related';

/** Beyond 2^53: a parser that makes a number of it gets another number. */
export const CONTACT_ROLE = '4876876000000006873';
const ROLES = ['Decision Maker', 'Developer/Evaluator', 'Executive Sponsor'];

export function addProducts(builder: DatasetBuilder): Row[] {
	return vocabulary.products.slice(0, 24).map((name, index) => {
		const choices = new Choices(3000 + index);
		return builder.add('Products', {
			Product_Name: name,
			Product_Code: `P-${1000 + index}`,
			Product_Category: choices.pick(['Hardware', 'Software', 'Service']),
			Product_Active: index % 7 !== 0,
			Unit_Price: choices.between(5, 900) * 2.5,
			Qty_in_Stock: choices.below(400),
		});
	});
}

/** Deals of a customer with all that hangs on them. The first is the known one. */
export function addDeals(
	builder: DatasetBuilder,
	customer: Customer,
	products: Row[],
): KnownRecord[] {
	const { account, contacts } = customer;
	return [0, 1, 2].map((index) => {
		const choices = new Choices(2000 + Number(account.id.slice(-6)) + index);
		const product = choices.pick(products);
		const values = dealValues(choices, customer, String(product.Product_Name), index);
		const row = builder.add('Deals', values);
		const deal = parentOf('Deals', row, 'Deal_Name');
		const role = (place: number): Value =>
			index === 0
				? new RawInteger(CONTACT_ROLE)
				: { name: ROLES[place % ROLES.length] ?? '', id: `48768760000000068${place % 3}5` };
		const roles = contacts.map((contact, place) => ({ ...contact, Contact_Role: role(place) }));
		const bought = products.slice(index, index + 5);
		const amounts = { Notes: 4 - index, Tasks: 2, Events_History: 1, Emails: 3 };
		builder.relate('Accounts', account.id, 'Deals', row);
		builder.relate('Deals', deal.id, 'Contact_Roles', ...roles);
		builder.relate('Deals', deal.id, 'Products', ...bought);
		builder.relate('Deals', deal.id, 'Stage_History', ...addStageHistory(builder, choices, values));
		fillLists(builder, deal, amounts);
		const [contact] = contacts;
		if (contact) {
			const asSeen = { ...row, Contact_Role: new RawInteger(CONTACT_ROLE) };
			builder.relate('Contacts', contact.id, 'Deals', asSeen);
		}
		const counts = {
			...amounts,
			Activities_Chronological_View: 2,
			Activities_Chronological_View_History: 1,
			Contact_Roles: roles.length,
			Products: bought.length,
			Stage_History: STAGES.length,
		};
		return { ...deal, counts };
	});
}

function dealValues(
	choices: Choices,
	{ account, contacts }: Customer,
	product: string,
	index: number,
): NewRow {
	const [contact] = contacts;
	return {
		Deal_Name: `${product} for ${account.name}`,
		Account_Name: { name: account.name, id: account.id },
		Contact_Name: contact ? { name: String(contact.Full_Name), id: contact.id } : null,
		Stage: STAGES[STAGES.length - 1 - index] ?? null,
		Amount: choices.between(4, 400) * 250,
		Closing_Date: dateAt(REFERENCE_TIME + choices.between(-60, 90) * DAY),
		Probability: choices.between(1, 10) * 10,
		Type: choices.pick(['New Business', 'Existing Business']),
		Next_Step: choices.pick(['Send contract', 'Call on Friday', null]),
	};
}

/** One row for each stage that a deal went through. */
export function addStageHistory(builder: DatasetBuilder, choices: Choices, deal: NewRow): Row[] {
	return STAGES.map((stage, index) =>
		builder.add('DealHistory', {
			Stage: stage,
			Moved_To__s: STAGES[index + 1] ?? null,
			Amount: deal.Amount ?? null,
			Probability: (index + 1) * 20,
			Expected_Revenue: choices.between(4, 400) * 50,
			Close_Date: deal.Closing_Date ?? null,
			Stage_Duration_Calendar_Days: choices.between(1, 40),
		}),
	);
}
