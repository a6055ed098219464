import { values, type Cases } from '../case';
import { IDS } from '../world';

/** Functions of the author's own. */
export const functionCases: Cases = {
	// Of three deals one is won.
	'041-two-automation-functions': {
		input: { accountId: IDS.account },
		returned: values(['Won: 4800']),
	},
	'042-standalone-helper-of-text': {
		input: { accountId: IDS.account },
		returned: values(['ML', 'OB']),
	},
	// Notes come with the oldest first; the second has no title.
	'043-button-with-a-helper': {
		input: { dealId: IDS.refit },
		returned: values(['Call back | Wants...']),
	},
	'044-topmost-account': {
		input: { accountId: IDS.member },
		returned: values(['Lindqvist Boats (1)']),
	},
	// Three products.
	'045-functions-that-call-each-other': {
		input: { dealId: IDS.refit },
		returned: [{ even: false, odd: true }],
	},
	// 2 % of 12,500.50.
	'046-function-below-statements': {
		input: { dealId: IDS.refit },
		info: values(['Fee 250.01']),
		returned: values([250.01]),
	},
	'047-function-that-gives-a-map': {
		input: { first: IDS.account, second: IDS.bare },
		returned: [
			{ city: 'Stockholm', country: 'Sweden' },
			{ city: '-', country: '-' },
		],
	},
	// A search has the latest record first.
	'048-mails-of-a-list': {
		input: { accountId: IDS.account },
		info: values(['olof.berg@lindqvist.example;maja@lindqvist.example']),
	},
	'049-built-in-of-the-same-name': { input: { text: ' hi ' }, returned: values(['hi!3']) },
	// Two contacts, two notes, three tasks.
	'050-calls-as-arguments': {
		input: { accountId: IDS.account, dealId: IDS.refit },
		returned: values([30]),
	},
	'051-void-function-that-logs': {
		input: { leadId: IDS.lead },
		info: values([`START: ${IDS.lead}`, 'COMPANY: Haddad Sails & Co', 'END: ok']),
	},
	// 1 April 2025 is a Tuesday.
	'052-function-of-a-date': { input: { dealId: IDS.service }, returned: values(['07/04/2025']) },
	'053-namespace-in-another-case': {
		input: { dealId: IDS.refit },
		info: values(['Negotiation']),
	},
	'054-error-out-of-a-helper': { input: { dealId: IDS.refit }, returned: values(['no share']) },
	'055-schedule-over-open-deals': {
		input: { accountId: IDS.account },
		info: values(['Spring service: no amount (10%)', 'Deck refit: 12,500.50 (75%)']),
	},
	'056-related-list-with-escaped-xml': {
		input: { dealId: IDS.refit },
		returned: values([
			"<record><row no='1'><FL val='Subject'>Visit yard</FL><FL val='Due'></FL></row><row no='2'><FL val='Subject'>Check stock</FL><FL val='Due'>2025-03-10</FL></row></record>",
		]),
	},
	'057-validation-rule': {
		input: { crmAPIRequest: '{"record":{"Amount":250}}' },
		returned: [{ status: 'error', message: 'An amount of 1000 is the least.' }],
	},
	// Olof has no number, so he gets that of the account.
	'058-first-filled-value': {
		input: { accountId: IDS.account },
		returned: values([0, 1, '+46 8 555 10 20', '+46 70 555 01 01']),
	},
};
