import type { FieldDef } from '../types';
import { commonFields, field, texts } from './field';

const parents = [
	field('Who_Id', 'lookup', { label: 'Contact Name', lookup: 'Contacts' }),
	field('What_Id', 'lookup', { label: 'Related To' }),
];

export const taskFields: FieldDef[] = [
	field('Subject', 'text', { mandatory: true }),
	field('Due_Date', 'date'),
	field('Status', 'picklist', {
		options: ['Not Started', 'Deferred', 'In Progress', 'Completed', 'Waiting for input'],
	}),
	field('Priority', 'picklist', {
		options: ['High', 'Highest', 'Low', 'Lowest', 'Normal'],
	}),
	field('Closed_Time', 'datetime'),
	field('Remind_At', 'text'),
	field('Recurring_Activity', 'text'),
	field('Send_Notification_Email', 'boolean'),
	field('Description', 'textarea'),
	...parents,
	...commonFields('Task Owner'),
];

export const eventFields: FieldDef[] = [
	field('Event_Title', 'text', { label: 'Title', mandatory: true }),
	field('Start_DateTime', 'datetime', { label: 'From', mandatory: true }),
	field('End_DateTime', 'datetime', { label: 'To', mandatory: true }),
	field('All_day', 'boolean'),
	field('Venue', 'text', { label: 'Location' }),
	field('Participants', 'bigint'),
	field('Remind_At', 'text'),
	field('Remind_Participants', 'text'),
	field('Recurring_Activity', 'text'),
	field('Check_In_Time', 'datetime'),
	field('Check_In_Status', 'text'),
	field('Check_In_By', 'ownerlookup'),
	field('Check_In_Comment', 'textarea'),
	...texts('Check_In_Address', 'Check_In_City', 'Check_In_State', 'Check_In_Country'),
	...texts('Check_In_Sub_Locality', 'ZIP_Code'),
	field('Latitude', 'double'),
	field('Longitude', 'double'),
	field('Description', 'textarea'),
	...parents,
	...commonFields('Host'),
];

export const callFields: FieldDef[] = [
	field('Subject', 'text', { mandatory: true }),
	field('Call_Type', 'picklist', { mandatory: true, options: ['Inbound', 'Outbound', 'Missed'] }),
	field('Call_Start_Time', 'datetime', { mandatory: true }),
	field('Call_Duration', 'text'),
	field('Call_Duration_in_seconds', 'integer', { label: 'Call Duration (in seconds)' }),
	field('Call_Purpose', 'picklist', { options: ['Prospecting', 'Negotiation', 'Demo', 'Desk'] }),
	field('Call_Agenda', 'text'),
	field('Call_Result', 'picklist', { options: ['Interested', 'Not interested', 'No response'] }),
	field('Outgoing_Call_Status', 'picklist', { options: ['Scheduled', 'Completed', 'Overdue'] }),
	...texts('Caller_ID', 'Dialled_Number', 'Reminder'),
	field('CTI_Entry', 'boolean'),
	field('Scheduled_In_CRM', 'text'),
	field('Voice_Recording__s', 'website', { label: 'Voice Recording' }),
	field('Description', 'textarea'),
	...parents,
	...commonFields('Call Owner'),
];

export const noteFields: FieldDef[] = [
	field('Note_Title', 'text'),
	field('Note_Content', 'textarea', { mandatory: true }),
	field('Parent_Id', 'lookup', { label: 'Parent ID' }),
	...commonFields('Note Owner'),
];

export const attachmentFields: FieldDef[] = [
	field('File_Name', 'text'),
	field('Size', 'bigint'),
	field('Parent_Id', 'lookup', { label: 'Parent ID' }),
	...commonFields('Attachment Owner'),
];
