import { values, writing, type Cases } from '../case';
import { IDS } from '../world';

const dealId = IDS.refit;

/** Addresses that `invokeurl` asks. */
export const requestCases: Cases = {
	'117-get-with-headers-and-parameters': {
		input: { dealId },
		returned: values(['Send offer=Completed']),
	},
	'118-search-by-address': { input: {}, returned: values(['Haddad Sails & Co, Kiel']) },
	'119-field-in-an-address': {
		input: { accountId: IDS.account },
		returned: [{ host: 'www.lindqvist.example', query: 'lang=sv', staff: 48 }],
	},
	'120-values-of-a-pick-list': { input: {}, returned: values(['Closed Won']) },
	'121-label-of-a-module': { input: {}, returned: values(['Deals/Deals']) },
	'122-detailed-answer-without-rows': {
		input: { accountId: IDS.bare },
		returned: values(['no deals']),
	},
	'123-answer-as-text': {
		input: { accountId: IDS.bare },
		info: values([true]),
		returned: values(['Quiet Harbor']),
	},
	// Three products, two on a page.
	'124-pages-of-a-related-list': {
		input: { dealId },
		info: values([3]),
		returned: values(['SRV-3', 'PNT-1', 'BRS-2']),
	},
	'125-address-of-another-service': {
		input: { leadId: IDS.lead },
		error: ['DELUGE_UNSUPPORTED', 4],
	},
	'126-blueprint-by-put': writing(4, { dealId }, { returned: values(['Deck refit: null']) }),
	'127-upsert-by-post': writing(
		7,
		{ accountId: IDS.account },
		{
			returned: [
				{
					data: [
						{ id: IDS.olof, Department: 'Sales' },
						{ id: IDS.maja, Department: 'Sales' },
					],
					duplicate_check_fields: ['Email'],
				},
			],
		},
	),
	// A GET that runs a function.
	'128-user-function-by-address': { input: {}, error: ['DELUGE_UNSUPPORTED', 3] },
};
