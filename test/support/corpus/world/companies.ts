import type { NewRow } from '../../sandbox';
import { ACCOUNT, ANN, IDS, MEMBER, RAVI } from './ids';

/** Module, id and values of a record. */
export type WorldRecord = readonly [module: string, id: string, values: NewRow];

export const companies: readonly WorldRecord[] = [
	[
		'Accounts',
		IDS.account,
		{
			Account_Name: ACCOUNT.name,
			Account_Type: 'Customer',
			Industry: 'Manufacturing',
			Annual_Revenue: 1_250_000,
			Employees: 48,
			Phone: '+46 8 555 10 20',
			Website: 'https://www.lindqvist.example/boats?lang=sv',
			Billing_City: 'Stockholm',
			Billing_Country: 'Sweden',
			Description: 'Builds small boats.\nPays late.',
			Owner: ANN,
		},
	],
	[
		'Accounts',
		IDS.member,
		{
			Account_Name: MEMBER.name,
			Account_Type: 'Supplier',
			Employees: 7,
			Phone: null,
			Billing_City: 'Vigo',
			Billing_Country: 'Spain',
			Parent_Account: ACCOUNT,
			Owner: RAVI,
		},
	],
	['Accounts', IDS.bare, { Account_Name: 'Quiet Harbor', Owner: ANN }],
	[
		'Leads',
		IDS.lead,
		{
			First_Name: 'noor',
			Last_Name: 'Haddad',
			Full_Name: 'noor Haddad',
			Company: 'Haddad Sails & Co',
			Email: 'Noor@Haddad.example',
			Phone: '0171 / 555-0199',
			Mobile: null,
			City: 'Kiel',
			Country: 'Germany',
			Lead_Source: 'Harbor Fair',
			Lead_Status: 'Contacted',
			Annual_Revenue: 82_500,
			Description: '<p>Wants <b>two</b> sails</p>',
			Owner: ANN,
		},
	],
	[
		'Leads',
		IDS.secondLead,
		{
			First_Name: null,
			Last_Name: 'Petrov',
			Company: 'Petrov Ropes',
			Email: null,
			Phone: '+1 555 0100',
			Lead_Source: 'Harbor Fair',
			Lead_Status: 'Not Contacted',
			Annual_Revenue: 40_000,
			Owner: RAVI,
		},
	],
	[
		'Leads',
		IDS.thirdLead,
		{
			First_Name: 'Ama',
			Last_Name: 'Osei',
			Company: 'Osei Charter',
			Email: 'ama@osei.example',
			Phone: null,
			Lead_Source: 'Harbor Fair',
			Lead_Status: 'Contacted',
			Annual_Revenue: null,
			Owner: RAVI,
		},
	],
];
