import { values, writing, type Cases } from '../case';
import { IDS } from '../world';

const dealId = IDS.refit;
const accountId = IDS.account;
const leadId = IDS.lead;

/** Texts, numbers, lists, maps and collections. */
export const valueCases: Cases = {
	'129-collection-of-entries': { input: {}, info: values([3]), returned: values([20]) },
	'130-collection-of-values': { input: { accountId }, returned: values([2]) },
	'131-lists-with-types': { input: { dealId }, returned: values(['BRUSH SET 320']) },
	// The last one counts.
	'132-keys-that-are-given-twice': { input: {}, returned: values(['Done3']) },
	'133-body-with-nested-lists': { input: { dealId }, returned: values([2]) },
	'134-kinds-of-json': {
		input: {},
		returned: [{ id: IDS.account, active: true, rate: 15, tags: 0, parent: true, note: 'a "b"' }],
	},
	'135-totals-by-owner': {
		input: { accountId },
		returned: [{ 'Ravi Menon': { count: 1, sum: 0 }, 'Ann Doe': { count: 2, sum: 17_300.5 } }],
	},
	'136-sorted-in-place': { input: { accountId }, returned: values([4800, 7000, 12_500.5]) },
	'137-parts-of-lists': {
		input: { dealId },
		info: values([1]),
		returned: [{ last: 'Contract', left: ['Visit', 'Contract', 'Archive'], first: ['Visit'] }],
	},
	'138-names-taken-apart': { input: {}, returned: values(['Ana Maria De La Cruz']) },
	'139-html-taken-off': { input: { leadId }, returned: values(['Wants two sails']) },
	'140-phone-with-country-code': {
		input: { leadId },
		returned: values(['+491715550199 #000111']),
	},
	'141-greeting': { input: { leadId }, returned: values(['Dear Noor,']) },
	'142-prices-with-tax': {
		input: { dealId },
		returned: [{ lines: [17.85, 59.38, 380.8], sum: 458.03, up: 459, down: 458 }],
	},
	// Halves are rounded away from zero.
	'143-numbers-as-text': {
		input: { dealId },
		returned: [{ plain: '12500.5', grouped: '12,500.50', whole: '12501', padded: '00042' }],
	},
	'144-values-in-a-row': { input: { leadId }, returned: values(['0171 / 555-0199 / 82500']) },
	'145-what-counts-as-empty': {
		input: {},
		returned: values([true, true, true, true, true, false]),
	},
	'146-criteria-from-a-text': {
		input: {},
		info: values([
			'((Company:equals:Petrov Ropes) or (Company:equals:Osei Charter) or (Company:equals:Unknown Ltd))',
		]),
		returned: values([2]),
	},
	// The first of the three costs more than 100, and the fourth page is empty.
	'147-loop-with-a-way-out': { input: { dealId }, returned: values(['23']) },
	// Ten for the address, one for the telephone.
	'148-score-of-a-lead': { input: { leadId }, returned: values(['hot 11']) },
	'149-message-of-an-error': {
		input: { dealId: IDS.service },
		info: values(['failed: true']),
		returned: values([-1]),
	},
	'150-rows-by-their-number': {
		input: { accountId },
		returned: values(['1/2 Berg 2/2 Lindqvist']),
	},
	'151-changed-fields': { input: { dealId: IDS.service }, returned: values(['Amount']) },
	'152-encoded-texts': {
		input: {},
		returned: [{ head: 'Basic dXNlcjpwYXNz', word: 'hello', mark: '--', url: 'a+b%26c' }],
	},
	'153-mail-that-looks-right': {
		input: {},
		returned: [{ 'noor@haddad.example': true, 'noor@haddad': false, '@x.example': false }],
	},
	'154-template-that-is-filled': {
		input: { leadId },
		returned: values(['Hello noor Haddad, your city is Kiel.']),
	},
	'155-choices-in-one-text': { input: {}, returned: values(['3:Sails+Ropes+Paint']) },
	'156-deep-in-an-answer': {
		input: { dealId },
		returned: values(['Lindqvist Boats, ann.doe@northwind.example']),
	},
	'157-remainders': { input: {}, returned: values(['3h020']) },
	'158-truth-in-texts': { input: {}, returned: [{ yes: 2, both: true }] },
	// 49.90, 15 and 320.
	'159-figures-of-a-list': {
		input: { dealId },
		returned: [{ largest: 320, smallest: 15, median: 49.9, average: 128.3 }],
	},
	'160-merged-maps': { input: {}, returned: values(['Currency=EUR&Language=sv']) },
	'161-owner-by-region': { input: { accountId }, returned: values(['Ann']) },
	'162-read-again-until-it-is-there': { input: {}, returned: values([3]) },
	'163-text-of-a-description': {
		input: { accountId },
		info: values([2]),
		returned: values(['PAYS LATE. 7']),
	},
	'164-assignment-rule': writing(17, { leadId }, { returned: [{ Owner: 'Ann' }] }),
	'165-contacts-without-mail': { input: { start: 'Ortega P' }, returned: values(['Ines Ortega']) },
};
