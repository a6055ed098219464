import type { FieldDef } from '../types';
import { commonFields, field, texts } from './field';

const LEAD_SOURCES = ['Web Research', 'Trade Show', 'Partner', 'Cold Call', 'Employee Referral'];
const INDUSTRIES = ['Manufacturing', 'Logistics', 'Retail', 'Energy', 'Media'];

const person = (companyField: FieldDef): FieldDef[] => [
	...texts('Full_Name', 'First_Name'),
	field('Last_Name', 'text', { mandatory: true }),
	companyField,
	...texts('Designation', 'Salutation'),
	field('Email', 'email'),
	field('Phone', 'phone'),
	field('Mobile', 'phone'),
	field('Email_Opt_Out', 'boolean'),
	field('Lead_Source', 'picklist', { options: LEAD_SOURCES }),
	field('Description', 'textarea'),
];

export const leadFields: FieldDef[] = [
	...person(field('Company', 'text', { mandatory: true })),
	field('Lead_Status', 'picklist', {
		options: ['Not Contacted', 'Contacted', 'Contact in Future', 'Lost Lead', 'Pre-Qualified'],
	}),
	field('Industry', 'picklist', { options: INDUSTRIES }),
	field('Annual_Revenue', 'currency'),
	field('No_of_Employees', 'integer', { label: 'No. of Employees' }),
	field('Rating', 'picklist', { options: ['Acquired', 'Active', 'Market Failed'] }),
	field('Website', 'website'),
	...texts('Street', 'City', 'State', 'Zip_Code', 'Country'),
	...commonFields('Lead Owner'),
];

export const contactFields: FieldDef[] = [
	...person(field('Account_Name', 'lookup', { lookup: 'Accounts' })),
	field('Department', 'text'),
	field('External_Contact_ID', 'text', { label: 'External Contact ID', custom: true }),
	field('Reporting_To', 'lookup', { lookup: 'Contacts' }),
	field('Date_of_Birth', 'date'),
	...texts('Mailing_Street', 'Mailing_City', 'Mailing_State', 'Mailing_Zip', 'Mailing_Country'),
	...texts('Mailing_Coordinates', 'Other_Address'),
	field('Record_Image', 'profileimage'),
	...commonFields('Contact Owner'),
];

export const accountFields: FieldDef[] = [
	field('Account_Name', 'text', { mandatory: true }),
	field('Parent_Account', 'lookup', { lookup: 'Accounts' }),
	field('Account_Type', 'picklist', { options: ['Customer', 'Partner', 'Prospect', 'Supplier'] }),
	field('Industry', 'picklist', { options: INDUSTRIES }),
	field('Annual_Revenue', 'currency'),
	field('Employees', 'integer'),
	field('Website', 'website'),
	field('Phone', 'phone'),
	...texts('Billing_Street', 'Billing_City', 'Billing_State', 'Billing_Code', 'Billing_Country'),
	field('Description', 'textarea'),
	...commonFields('Account Owner'),
];
