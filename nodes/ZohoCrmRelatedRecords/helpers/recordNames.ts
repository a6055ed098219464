import type { JsonObject } from './types';

/** Field that names a record in Zoho's own modules; Zoho is asked for others. */
export const NAME_FIELDS: ReadonlyMap<string, string> = new Map([
	['Leads', 'Full_Name'],
	['Contacts', 'Full_Name'],
	['Accounts', 'Account_Name'],
	['Deals', 'Deal_Name'],
	['Campaigns', 'Campaign_Name'],
	['Products', 'Product_Name'],
	['Vendors', 'Vendor_Name'],
	['Tasks', 'Subject'],
	['Calls', 'Subject'],
	['Events', 'Event_Title'],
	['Cases', 'Subject'],
	['Quotes', 'Subject'],
	['Sales_Orders', 'Subject'],
	['Purchase_Orders', 'Subject'],
	['Invoices', 'Subject'],
	['Price_Books', 'Price_Book_Name'],
	['Solutions', 'Solution_Title'],
	['Notes', 'Note_Title'],
	['Attachments', 'File_Name'],
	['Services__s', 'Service_Name'],
	['Appointments__s', 'Appointment_Name'],
]);

/** The same in custom modules. */
export const DEFAULT_NAME_FIELD = 'Name';

/** All fields that name a record, each once. */
export const NAME_FIELDS_OF_ALL: readonly string[] = [
	...new Set([DEFAULT_NAME_FIELD, ...NAME_FIELDS.values()]),
];

/**
 * The name of a record in a related list.
 * @param relatedList API name, mostly that of the rows' module; other lists have rows of any module
 * @returns null where the row has none
 */
export function recordTitle(row: JsonObject, relatedList: string): string | null {
	const fields = [NAME_FIELDS.get(relatedList) ?? [], NAME_FIELDS_OF_ALL].flat();
	for (const field of fields) {
		const name = row[field];
		if (typeof name === 'string' && name !== '') return name;
	}
	return null;
}
