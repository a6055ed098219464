import { NAME_FIELDS_OF_ALL } from '../../ZohoCrmRelatedRecords/helpers/recordNames';

/** Read of every row: the trigger needs the times. */
const ALWAYS: readonly string[] = ['Created_Time', 'Modified_Time'];

const PEOPLE: readonly string[] = ['Owner', 'Created_By', 'Modified_By'];

/** What the trigger needs to know of activities. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
	['Tasks', ['Closed_Time']],
	['Calls', ['Call_Type', 'Call_Start_Time', 'Outgoing_Call_Status']],
	['Events', ['End_DateTime']],
]);

/** A few fields by which a row is known. */
const LEAN: ReadonlyMap<string, readonly string[]> = new Map([
	['Tasks', ['Subject', 'Status', 'Priority', 'Due_Date', 'What_Id', 'Who_Id']],
	['Calls', ['Subject', 'Call_Duration', 'Call_Purpose', 'Call_Result', 'What_Id', 'Who_Id']],
	['Events', ['Event_Title', 'Start_DateTime', 'Venue', 'What_Id', 'Who_Id']],
	['Notes', ['Note_Title', 'Note_Content', 'Parent_Id']],
	['Attachments', ['File_Name', 'Size', 'Parent_Id']],
]);

/** The same of other modules. Zoho leaves out those that a row does not have. */
const OF_OTHERS: readonly string[] = [
	...NAME_FIELDS_OF_ALL,
	'Last_Name',
	'Stage',
	'Status',
	'Email',
];

/**
 * Names for the request parameter `fields`: those chosen, or a fixed lean set, without asking Zoho
 * which there are.
 * @param module of the rows, or the name of their list
 * @param more what else has to be known, such as the lookup that names the parent
 */
export function fieldsToRead(
	module: string,
	chosen: readonly string[],
	more: readonly string[] = [],
): string[] {
	const lean = [...PEOPLE, ...(LEAN.get(module) ?? OF_OTHERS)];
	const wanted = chosen.length > 0 ? chosen : lean;
	return [...new Set([...wanted, ...ALWAYS, ...(NEEDED.get(module) ?? []), ...more])];
}
