import { createHash } from 'node:crypto';
import type { Choices } from '../random';
import type { NewRow } from '../types';
import vocabulary from '../vocabulary/vocabulary.json';

const SOURCES = ['Web Research', 'Trade Show', 'Partner', 'Cold Call', 'Employee Referral'];
const STATUSES = ['Not Contacted', 'Contacted', 'Contact in Future', 'Pre-Qualified'];

export interface Company {
	readonly name: string;
	readonly industry: string;
	readonly catchPhrase: string;
}

export function companyAt(index: number): Company {
	const company = vocabulary.companies[index % vocabulary.companies.length];
	if (!company) throw new Error('the vocabulary has no companies');
	return company;
}

/** The host part of a company's addresses. */
export function domainOf(company: string): string {
	return `${company
		.toLowerCase()
		.replace(/[^a-z]+/g, '-')
		.replace(/^-|-$/g, '')}.example`;
}

const phone = (choices: Choices): string =>
	`+1 555 ${String(choices.below(1000)).padStart(3, '0')} ${choices.between(1000, 9999)}`;

function person(choices: Choices, company: string): NewRow {
	const first = choices.pick(vocabulary.firstNames);
	const last = choices.pick(vocabulary.lastNames);
	const address = `${first}.${last}`.toLowerCase().replace(/[^a-z.]/g, '');
	return {
		First_Name: first,
		Last_Name: last,
		Full_Name: `${first} ${last}`,
		Designation: choices.pick(vocabulary.jobTitles),
		Email: `${address}@${domainOf(company)}`,
		Phone: phone(choices),
		Mobile: choices.below(3) === 0 ? null : phone(choices),
		Email_Opt_Out: choices.below(9) === 0,
		Lead_Source: choices.pick(SOURCES),
	};
}

export function leadValues(choices: Choices): NewRow {
	const company = choices.pick(vocabulary.companies);
	const place = choices.pick(vocabulary.places);
	return {
		...person(choices, company.name),
		Company: company.name,
		Industry: company.industry,
		Lead_Status: choices.pick(STATUSES),
		Annual_Revenue: choices.between(2, 400) * 25_000,
		No_of_Employees: choices.between(4, 900),
		Website: `https://www.${domainOf(company.name)}`,
		Street: place.street,
		City: place.city,
		State: place.state,
		Zip_Code: place.zip,
		Country: 'United States',
	};
}

export function contactValues(choices: Choices, account: { id: string; name: string }): NewRow {
	const place = choices.pick(vocabulary.places);
	const about = person(choices, account.name);
	return {
		...about,
		Account_Name: { name: account.name, id: account.id },
		Department: choices.pick(['Sales', 'Purchasing', 'Operations', 'IT', null]),
		Mailing_Street: place.street,
		Mailing_City: place.city,
		// An address that was never filled in comes as empty text, not as null.
		Mailing_State: choices.below(5) === 0 ? '' : place.state,
		Mailing_Zip: place.zip,
		Mailing_Country: 'United States',
		Mailing_Coordinates: '',
		Other_Address: '',
		Record_Image: imageOf(String(about.Full_Name)),
	};
}

/** A picture is named by a hash; most records have none. */
function imageOf(name: string): string | null {
	const hash = createHash('sha256').update(name).digest('hex');
	return hash < '4' ? hash : null;
}

export function accountValues(choices: Choices, company: Company): NewRow {
	const place = choices.pick(vocabulary.places);
	return {
		Account_Name: company.name,
		Account_Type: choices.pick(['Customer', 'Partner', 'Prospect', 'Supplier']),
		Industry: company.industry,
		Annual_Revenue: choices.between(10, 900) * 50_000,
		Employees: choices.between(12, 4000),
		Website: `https://www.${domainOf(company.name)}`,
		Phone: phone(choices),
		Billing_Street: place.street,
		Billing_City: place.city,
		Billing_State: place.state,
		Billing_Code: place.zip,
		Billing_Country: 'United States',
		Description: `${company.catchPhrase}.`,
	};
}
