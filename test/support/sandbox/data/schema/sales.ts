import type { FieldDef } from '../types';
import { commonFields, field, texts } from './field';

export const STAGES = [
	'Qualification',
	'Needs Analysis',
	'Proposal/Price Quote',
	'Negotiation/Review',
	'Closed Won',
] as const;

export const dealFields: FieldDef[] = [
	field('Deal_Name', 'text', { mandatory: true }),
	field('Account_Name', 'lookup', { lookup: 'Accounts' }),
	field('Contact_Name', 'lookup', { lookup: 'Contacts' }),
	field('Stage', 'picklist', { mandatory: true, options: STAGES }),
	field('Amount', 'currency'),
	field('Closing_Date', 'date'),
	field('Probability', 'integer', { label: 'Probability (%)' }),
	field('Expected_Revenue', 'currency'),
	field('Type', 'picklist', { options: ['New Business', 'Existing Business'] }),
	field('Next_Step', 'text'),
	field('External_Deal_ID', 'text', { label: 'External Deal ID', custom: true }),
	field('Campaign_Source', 'lookup', { lookup: 'Campaigns' }),
	field('Description', 'textarea'),
	...commonFields('Deal Owner'),
];

export const stageHistoryFields: FieldDef[] = [
	field('Stage', 'picklist', { options: STAGES }),
	field('Moved_To__s', 'picklist', { label: 'Moved To', options: STAGES }),
	field('Amount', 'currency'),
	field('Probability', 'integer', { label: 'Probability (%)' }),
	field('Expected_Revenue', 'currency'),
	field('Close_Date', 'date'),
	field('Stage_Duration_Calendar_Days', 'integer', { label: 'Stage Duration (Calendar Days)' }),
	field('Modified_By', 'ownerlookup'),
	field('Modified_Time', 'datetime'),
	field('id', 'bigint', { label: 'Record Id' }),
];

export const productFields: FieldDef[] = [
	field('Product_Name', 'text', { mandatory: true }),
	...texts('Product_Code', 'Manufacturer'),
	field('Product_Category', 'picklist', { options: ['Hardware', 'Software', 'Service'] }),
	field('Product_Active', 'boolean'),
	field('Unit_Price', 'currency'),
	field('Qty_in_Stock', 'double', { label: 'Quantity in Stock' }),
	field('Description', 'textarea'),
	...commonFields('Product Owner'),
];

export const campaignFields: FieldDef[] = [
	field('Campaign_Name', 'text', { mandatory: true }),
	field('Type', 'picklist', { options: ['Conference', 'Webinar', 'Email', 'Trade Show'] }),
	field('Status', 'picklist', { options: ['Planning', 'Active', 'Inactive', 'Complete'] }),
	field('Start_Date', 'date'),
	field('End_Date', 'date'),
	field('Budgeted_Cost', 'currency'),
	field('Actual_Cost', 'currency'),
	field('Expected_Revenue', 'currency'),
	field('Num_sent', 'bigint'),
	field('Description', 'textarea'),
	...commonFields('Campaign Owner'),
];

export const caseFields: FieldDef[] = [
	field('Subject', 'text', { mandatory: true }),
	field('Case_Number', 'autonumber'),
	field('Status', 'picklist', { options: ['New', 'On Hold', 'Hold', 'Escalated', 'Closed'] }),
	field('Priority', 'picklist', { options: ['High', 'Medium', 'Low'] }),
	field('Case_Origin', 'picklist', { options: ['Email', 'Phone', 'Web'] }),
	field('Account_Name', 'lookup', { lookup: 'Accounts' }),
	field('Related_To', 'lookup', { lookup: 'Contacts' }),
	field('Description', 'textarea'),
	...commonFields('Case Owner'),
];
