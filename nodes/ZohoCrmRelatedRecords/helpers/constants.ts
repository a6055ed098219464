/** Name of the credential type, as registered with n8n. */
export const CREDENTIAL = 'zohoCrmOAuth2Api';

/** Rows of one page at most (Zoho: Get Related Records, `per_page`). */
export const MAX_PAGE_SIZE = 200;

/** Rows reachable by `page`; beyond them only `page_token` works (Zoho: Get Related Records). */
export const PAGE_WINDOW = 2000;

/** Names in one `fields` parameter at most (Zoho: Get Records, LIMIT_EXCEEDED). */
export const MAX_FIELDS = 50;

/** Characters of one `fields` parameter at most (Zoho's OpenAPI file of related records). */
export const MAX_FIELDS_LENGTH = 1000;

/** Ids in one `ids` parameter; keeps the text within the 2,000 characters of Zoho's OpenAPI file. */
export const MAX_IDS = 100;
export const MAX_IDS_LENGTH = 2000;

/** Open activities of a record in time order (Zoho: Get Related Records). */
export const OPEN_ACTIVITIES = 'Activities_Chronological_View';

/** Closed activities of a record in time order (Zoho: Get Related Records). */
export const CLOSED_ACTIVITIES = 'Activities_Chronological_View_History';

export const CHRONOLOGICAL_LISTS: readonly string[] = [OPEN_ACTIVITIES, CLOSED_ACTIVITIES];

/** Answers in a shape of its own: key `Emails`, ten rows a call, `next_index`. */
export const EMAILS = 'Emails';

export const NOTES = 'Notes';

export const ATTACHMENTS = 'Attachments';

/** Kinds of emails that can be read apart (Zoho: Get Emails of a Record, `type`). */
export const RECORD_EMAIL_TYPES = [
	'sent_from_crm',
	'scheduled_in_crm',
	'drafts',
	'user_emails',
] as const;

/** The same, of an account's contacts. */
export const CONTACT_EMAIL_TYPES = [
	'all_contacts_sent_crm_emails',
	'all_contacts_scheduled_crm_emails',
	'all_contacts_draft_crm_emails',
] as const;

/**
 * Standard modules without the related list Emails: those that Zoho does not name beside Custom (Zoho:
 * Get Emails of a Record, Supported modules).
 */
export const MODULES_WITHOUT_EMAILS: readonly string[] = [
	'Activities',
	'Appointments__s',
	ATTACHMENTS,
	'Calls',
	'Campaigns',
	'Cases',
	'Events',
	NOTES,
	'Price_Books',
	'Products',
	'Services__s',
	'Solutions',
	'Tasks',
	'Vendors',
];

/** Modules whose records can be found by an external ID (Zoho: Related Records Using External ID). */
export const EXTERNAL_ID_MODULES: readonly string[] = [
	'Accounts',
	'Appointments__s',
	'Campaigns',
	'Contacts',
	'Deals',
	'Leads',
	'Price_Books',
	'Products',
	'Services__s',
];

export const ACTIVITY_MODULES = ['Calls', 'Events', 'Tasks'] as const;

/** Zoho's newest one first. */
export const API_VERSIONS = ['v8', 'v7', 'v6'] as const;
export const [DEFAULT_API_VERSION] = API_VERSIONS;

/**
 * Zoho works on 5 to 25 requests of an organization at once, by edition (Zoho: API limits v8); more
 * may be on the wire.
 */
export const MAX_REQUESTS_AT_ONCE = 50;

/** Rows that one chain of page tokens reaches (Zoho: Get Records, PAGINATION_LIMIT_EXCEEDED). */
export const MAX_TOKEN_ROWS = 100_000;

/** Rows that both ends of a list reach together; the ends of a shorter list meet. */
export const MAX_COUNTED_ROWS = 2 * MAX_TOKEN_ROWS;
