import type { CONTACT_EMAIL_TYPES, RECORD_EMAIL_TYPES } from './constants';

/** A JSON value as Zoho sends it; integers beyond 2^53 arrive as text. */
export type JsonValue =
	string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export type JsonObject = Record<string, JsonValue>;

/** A related record: the requested fields by API name, and always its `id`. */
export type Row = JsonObject & { id: string };

/** What a request or a failure is about; unset where it does not apply. */
export interface Subject {
	module?: string;
	recordId?: string;
	/** API name; several are comma-joined. */
	relatedList?: string;
}

/** What names a record. */
export interface RecordKey {
	/** Its ID; of an external one, the field and the value: `Customer_No=42`. */
	text: string;
	/** Set for an external ID. */
	external?: { field: string; value: string };
}

export type ApiVersion = 'v8' | 'v7' | 'v6';
export type SortField = 'id' | 'Created_Time' | 'Modified_Time';
export type SortOrder = 'asc' | 'desc';
export type Converted = 'true' | 'false' | 'both';
export type EmailType = (typeof RECORD_EMAIL_TYPES)[number] | (typeof CONTACT_EMAIL_TYPES)[number];
export type ActivityModule = 'Calls' | 'Events' | 'Tasks';

/**
 * What is known of a list that was read:
 * - `whole`: each row that stayed in the list is there,
 * - `changed`: rows came or went meanwhile, and others may be missing,
 * - `unchecked`: Zoho offers no way to notice such changes.
 */
export type Confidence = 'whole' | 'changed' | 'unchecked';
