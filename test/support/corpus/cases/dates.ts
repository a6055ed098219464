import { values, type Cases } from '../case';
import { IDS } from '../world';

/** Dates in fields are texts. The zone is UTC. */
export const dateCases: Cases = {
	'074-date-of-a-field-as-text': {
		input: { dealId: IDS.refit },
		returned: [{ short: '30.06.2025', long: '30 June 2025' }],
	},
	'075-days-between-fields': { input: { dealId: IDS.refit }, returned: values(['29/10']) },
	// Eight months after 30 June is the last of February.
	'076-dates-moved': {
		input: { dealId: IDS.refit },
		returned: values(['2025-07-14', '2026-02-28', '2024-06-30', '2025-06-23']),
	},
	'077-dates-by-mapping': {
		input: {},
		returned: [{ same: true, b: '15-Mar-2024 18:30', between: 17 }],
	},
	// An hour and a half, and half an hour.
	'078-hours-of-a-meeting': { input: { accountId: IDS.account }, returned: values([2]) },
	'079-quarter-of-a-date': { input: { dealId: IDS.refit }, returned: values(['Q2-2025']) },
	// A day before the 46th birthday.
	'080-age-of-a-contact': { input: { contactId: IDS.maja }, returned: values([45]) },
	// 08:00 in UTC.
	'081-time-in-another-zone': {
		input: {},
		returned: [{ india: '03-Feb-2025 13:30', west: '03-Feb-2025 00:00' }],
	},
	// The one that was due before is completed, and one has no date.
	'082-overdue-tasks': {
		input: { dealId: IDS.refit },
		returned: [{ overdue: [], upcoming: 1 }],
	},
	'083-latest-due-date': { input: { dealId: IDS.refit }, returned: values(['Monday, 10.3.2025']) },
	// From a Thursday over a weekend, and back over one into February.
	'084-business-days': { input: {}, returned: values(['Tue 11', 'Fri 28']) },
	'085-ends-of-months': {
		input: {},
		returned: [{ end: '2024-02-29', start: '2024-02-01', next: '2024-03-10' }],
	},
	'086-unix-seconds': {
		input: {},
		returned: [{ seconds: 1_735_689_600, back: '2025-01-01 05:30:00' }],
	},
	'087-weekday-names': { input: { accountId: IDS.account }, returned: values(['Thu-Mon']) },
	'088-dates-of-one-digit': { input: {}, returned: values([35]) },
	'089-text-for-the-api': {
		input: {},
		returned: [{ Due: '2025-03-24', When: '2025-03-24T00:00:00+01:00' }],
	},
	'090-blank-instead-of-t': { input: {}, returned: values(['10:15 04-Mar-2025']) },
	// February has 28 days.
	'091-age-of-a-note': { input: { dealId: IDS.refit }, returned: [{ '501': 13, '502': 10 }] },
	'092-years-and-months': {
		input: { contactId: IDS.maja },
		returned: [{ year: 1979, in: 7 }],
	},
};
