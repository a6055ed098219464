import type { INodeProperties } from 'n8n-workflow';
import {
	CONTACT_EMAIL_TYPES,
	EMAILS,
	MODULES_WITHOUT_EMAILS,
	RECORD_EMAIL_TYPES,
} from '../../helpers/constants';
import { LABELS, type ParameterName } from '../../helpers/labels';
import type { EmailType } from '../../helpers/types';
import { invalidParameter } from '../../helpers/zohoError';
import type { ItemParameters } from './itemParameters';
import { flag, oneOf } from './validate';

export const emailDescriptions: INodeProperties[] = [
	{
		displayName: LABELS.emailType,
		name: 'emailType',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Emails of users, and emails sent from Zoho CRM' },
			{
				name: 'All Contacts: Drafts',
				value: 'all_contacts_draft_crm_emails',
				description: 'Only for accounts',
			},
			{
				name: 'All Contacts: Scheduled in CRM',
				value: 'all_contacts_scheduled_crm_emails',
				description: 'Only for accounts',
			},
			{
				name: 'All Contacts: Sent From CRM',
				value: 'all_contacts_sent_crm_emails',
				description: 'Only for accounts',
			},
			{ name: 'Drafts', value: 'drafts' },
			{ name: 'Scheduled in CRM', value: 'scheduled_in_crm' },
			{ name: 'Sent From CRM', value: 'sent_from_crm' },
			{
				name: 'User Emails',
				value: 'user_emails',
				description: 'Emails in mailboxes that are connected with Zoho CRM',
			},
		],
		default: 'all',
		description: 'Which emails to return. Only for the related list Emails.',
	},
	{
		displayName: LABELS.includeContent,
		name: 'includeContent',
		type: 'boolean',
		default: false,
		description:
			'Whether to read the body of each email too, as HTML and as plain text, with one more API call each. Only for related list Emails.',
	},
];

/** Options that Zoho does not take for emails. */
const NOT_FOR_EMAILS = [
	'sortBy',
	'sortOrder',
	'ids',
	'converted',
	'modifiedSince',
	'pageSize',
] as const satisfies readonly ParameterName[];

/** What to read of a record's emails. */
export interface EmailOptions {
	type?: EmailType;
	includeContent: boolean;
}

/**
 * The options of the related list Emails.
 * @throws ZohoError INVALID_PARAMETER for options of other lists, and for modules without emails
 */
export function emailOptions(parameters: ItemParameters, module: string): EmailOptions {
	if (MODULES_WITHOUT_EMAILS.includes(module)) {
		throw invalidParameter(
			'relatedList',
			`cannot be '${EMAILS}' for module '${module}'`,
			'Zoho has emails of leads, accounts, contacts, deals, quotes, invoices, sales and purchase orders, and custom modules.',
		);
	}
	for (const name of NOT_FOR_EMAILS) {
		if (parameters.option(name) !== undefined) throw notFor(name, EMAILS);
	}
	const type = parameters.option('emailType') ?? 'all';
	const allowed = [
		'all' as const,
		...RECORD_EMAIL_TYPES,
		...(module === 'Accounts' ? CONTACT_EMAIL_TYPES : []),
	];
	const chosen = oneOf(type, allowed, 'emailType');
	return {
		type: chosen === 'all' ? undefined : chosen,
		includeContent: flag(parameters.option('includeContent') ?? false, 'includeContent'),
	};
}

/** @throws ZohoError INVALID_PARAMETER where another list has options of emails */
export function refuseEmailOptions(parameters: ItemParameters, relatedList: string): void {
	if (parameters.option('emailType') !== undefined) throw notFor('emailType', relatedList);
	if (flag(parameters.option('includeContent') ?? false, 'includeContent')) {
		throw notFor('includeContent', relatedList);
	}
}

function notFor(parameter: ParameterName, relatedList: string) {
	return invalidParameter(
		parameter,
		`cannot be used with related list '${relatedList}'`,
		`Remove the option '${LABELS[parameter]}', or choose another related list.`,
	);
}
