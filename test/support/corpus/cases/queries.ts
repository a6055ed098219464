import { values, type Cases } from '../case';
import { IDS } from '../world';

/** COQL, whose rows come by their ids unless they are ordered. */
export const queryCases: Cases = {
	'059-query-by-a-value': { input: {}, returned: values(['Haddad', 'Petrov', 'Osei']) },
	// Three leads, two on a page.
	'060-query-page-by-page': { input: {}, info: values([4]), returned: values([3]) },
	'061-query-with-a-sum': { input: { accountId: IDS.account }, returned: values(['4800 in 1']) },
	'062-query-in-groups': { input: {}, returned: [{ Contacted: 2, 'Not Contacted': 1 }] },
	'063-query-across-lookups': {
		input: { accountId: IDS.account },
		returned: [{ deal: 'Paint contract', city: 'Vigo', mail: null }],
	},
	'064-query-with-a-list-of-ids': {
		input: { accountId: IDS.account },
		returned: values(['Deck refit;Hull paint;Spring service']),
	},
	'065-query-between-dates': {
		input: { accountId: IDS.account },
		info: values(['01.04. Spring service', '30.06. Deck refit']),
	},
	'066-query-with-like': {
		input: { company: ' Haddad ' },
		returned: values(['Haddad Sails & Co']),
	},
	'067-query-for-empty-fields': {
		input: {},
		returned: [
			{ field: 'Email', who: 'Petrov' },
			{ field: 'Phone', who: 'Osei' },
		],
	},
	// Zoho answers with no body.
	'068-query-without-rows': {
		input: {},
		info: values([0]),
		returned: values(['nothing found']),
	},
	'069-query-for-the-largest': {
		input: { accountId: IDS.account },
		returned: values(['Deck refit with 12500.50']),
	},
	'070-query-that-is-refused': { input: {}, returned: values(['INVALID_QUERY Colour']) },
	'071-query-at-an-address-in-a-variable': { input: {}, returned: values([1]) },
	'072-query-in-a-function': {
		input: { accountId: IDS.account },
		returned: [{ won: 1, lost: 0 }],
	},
	// Calls of 750 and of 0 seconds.
	'073-query-and-then-the-record': {
		input: { mail: 'maja@lindqvist.example' },
		returned: values([12.5]),
	},
};
