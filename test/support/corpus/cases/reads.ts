import { values, writing, type Cases } from '../case';
import { IDS } from '../world';

const dealId = IDS.refit;
const accountId = IDS.account;

/** Records, searches and related lists, whose rows come with the latest first, except notes. */
export const readCases: Cases = {
	'093-lead-as-a-map': {
		input: { leadId: IDS.lead },
		returned: [
			{ name: 'noor Haddad', mail: 'noor@haddad.example', owner: 'Ann Doe', value: 82_500 },
		],
	},
	'094-lookup-then-its-record': {
		input: { dealId: IDS.contract },
		info: values(['Vigo', 'Stockholm']),
	},
	'095-contact-of-a-deal': { input: { dealId }, returned: values(['Olof Berg < Maja Lindqvist']) },
	'096-search-by-mail': {
		input: { mail: ' Noor@Haddad.example ' },
		info: values(['Found Haddad Sails & Co']),
		returned: values([IDS.lead]),
	},
	// One of the two has no revenue.
	'097-search-with-two-conditions': { input: {}, returned: [{ leads: 2, revenue: 82_500 }] },
	'098-create-where-nothing-is-found': writing(
		5,
		{ mail: 'new@harbor.example' },
		{
			info: values(['created null']),
			returned: [{ Last_Name: 'new', Email: 'new@harbor.example' }],
		},
	),
	'099-first-page-of-a-module': { input: {}, info: values([5]), returned: values([true]) },
	// Twelve at 49.90, none of the others; one is not active.
	'100-value-of-products': {
		input: { dealId },
		returned: [{ stock: 598.8, active: ['BRS-2', 'PNT-1'] }],
	},
	'101-text-of-all-notes': {
		input: { dealId },
		returned: values(['Ann Doe: Ask about delivery; budget 9.000 EUR\nRavi Menon: Wants blue.']),
	},
	'102-tasks-by-priority': {
		input: { dealId },
		returned: [{ High: ['Visit yard', 'Send offer'], Normal: ['Check stock'] }],
	},
	'103-missed-calls': {
		input: { contactId: IDS.maja },
		returned: [{ missed: 1, talked: '12 min 30 s' }],
	},
	'104-meetings-with-their-hosts': {
		input: { accountId },
		returned: [
			{ title: 'Site visit', host: 'ravi.menon@northwind.example', from: '2025-02-20 22:30' },
			{ title: 'Kick-off', host: 'ann.doe@northwind.example', from: '2025-02-03 09:00' },
		],
	},
	'105-open-cases-of-an-account': {
		input: { accountId },
		returned: values(['1 open, urgent: true']),
	},
	// No rows below `data`, but emails below a key of their own.
	'106-mails-of-a-lead': {
		input: { leadId: IDS.lead },
		info: values(['Sails from ann.doe@northwind.example']),
		returned: values([1]),
	},
	'107-roles-of-a-deal': {
		input: { dealId },
		returned: [{ 'Decision Maker': 'Maja Lindqvist', Purchasing: 'Olof Berg' }],
	},
	// 4,800 of the company, and 990.99 of its member.
	'108-deals-of-a-group-of-companies': {
		input: { accountId },
		returned: [{ sum: 5790.99, deals: 'Hull paint, Paint contract' }],
	},
	'109-domains-of-mails': { input: { accountId }, returned: values(['lindqvist.example']) },
	'110-only-the-latest-note': { input: { dealId }, returned: values(['Call back by Ann']) },
	'111-nothing-attached': {
		input: { accountId: IDS.bare },
		info: values(['no files']),
		returned: values([false]),
	},
	'112-chosen-fields-of-products': {
		input: { dealId },
		returned: [{ Inspection: 320, 'Brush set': 15, 'Marine paint': 49.9 }],
	},
	'113-phone-of-whoever-has-one': {
		input: { accountId: IDS.member },
		returned: values(['+4685551020']),
	},
	// What is skipped asks for no user of Zoho's.
	'114-mail-to-the-owner': writing(
		2,
		{ leadId: IDS.lead },
		{ info: values(['sent to ann.doe@northwind.example']) },
	),
	'115-update-and-its-answer': writing(
		8,
		{ dealId },
		{
			info: [{}],
			returned: [{ Description: 'Checked by Ann Doe', Next_Step: 'Sign' }],
		},
	),
	'116-task-for-an-open-deal': writing(
		5,
		{ dealId },
		{ info: values(['2025-06-27']), returned: values(['Negotiation/Review']) },
	),
};
