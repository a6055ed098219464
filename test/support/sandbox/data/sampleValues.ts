import { DAY, HOUR, REFERENCE_TIME, dateAt, isoAt } from './time';
import type { ModuleDef, NewRow } from './types';
import { userAt } from './users';

const startAt = (index: number): string =>
	isoAt(REFERENCE_TIME + index * HOUR, userAt(index).offset);

const samples: Record<string, (index: number) => NewRow> = {
	Notes: (index) => ({ Note_Title: `Note ${index}`, Note_Content: `What was said, part ${index}` }),
	Attachments: (index) => ({ File_Name: `offer-${index}.pdf`, Size: String(2048 + index) }),
	Tasks: (index) => ({
		Subject: `Task ${index}`,
		Due_Date: dateAt(REFERENCE_TIME + index * DAY),
		Status: 'Not Started',
		Priority: 'Normal',
	}),
	Events: (index) => ({
		Event_Title: `Meeting ${index}`,
		Start_DateTime: startAt(index),
		End_DateTime: startAt(index + 1),
		All_day: false,
		Participants: [],
	}),
	Calls: (index) => ({
		Subject: `Call ${index}`,
		Call_Type: 'Outbound',
		Call_Start_Time: startAt(index),
	}),
	Leads: (index) => ({ Last_Name: `Lead ${index}`, Full_Name: `Lead ${index}`, Company: 'Acme' }),
	Contacts: (index) => ({ Last_Name: `Contact ${index}`, Full_Name: `Contact ${index}` }),
};

/** Plain values for the n-th row of a module in a dataset made for a test. */
export function sampleValues(module: ModuleDef, index: number): NewRow {
	const make = samples[module.apiName];
	return make ? make(index) : { [module.nameField]: `${module.singularLabel} ${index}` };
}
