import type { FieldDef, ModuleDef, RelatedListDef } from '../types';
import { attachmentFields, callFields, eventFields, noteFields, taskFields } from './activity';
import { podFields, podOwnerFields, settlementFields, settlementItemFields } from './custom';
import { commonFields, field } from './field';
import { accountFields, contactFields, leadFields } from './people';
import { activityLists, emailList, list, noteLists } from './relatedLists';
import { leadLists, linkedProducts, specialModules } from './special';
import { campaignFields, caseFields, dealFields, productFields, stageHistoryFields } from './sales';
import { vehicleFields } from './vehicle';

/** A standard module; `fields` names the record by its first field unless told otherwise. */
export function defineModule(
	apiName: string,
	fields: readonly FieldDef[],
	relatedLists: readonly RelatedListDef[] = [],
	extras: Partial<ModuleDef> = {},
): ModuleDef {
	const plural = apiName.replace(/_/g, ' ');
	return {
		apiName,
		moduleName: apiName,
		singularLabel: plural.replace(/s$/, ''),
		pluralLabel: plural,
		generatedType: 'default',
		apiSupported: true,
		viewable: true,
		status: 'visible',
		scope: extras.generatedType ? 'custom' : apiName.replace(/_/g, '').toLowerCase(),
		nameField: fields[0]?.apiName ?? 'id',
		fields,
		relatedLists,
		...extras,
	};
}

const named = (apiName: string, extras: Partial<ModuleDef>): ModuleDef =>
	defineModule(apiName, [field('Name', 'text'), ...commonFields('Owner')], noteLists, extras);

const full = [...noteLists, ...activityLists];

/** The organisation's modules in the order of their tabs. */
export const standardModules: readonly ModuleDef[] = [
	defineModule('Leads', leadFields, [
		...full,
		list('Campaigns'),
		list('Products'),
		emailList,
		...leadLists,
	]),
	defineModule('Contacts', contactFields, [
		...full,
		list('Deals'),
		list('Campaigns'),
		list('Cases'),
		emailList,
	]),
	defineModule('Accounts', accountFields, [
		...full,
		list('Contacts'),
		list('Deals'),
		list('Accounts', 'Accounts', { label: 'Member Accounts' }),
		list('Cases'),
		list('Vehicles5', 'Vehicles', { label: 'Fleet', type: 'custom_lookup' }),
		emailList,
	]),
	defineModule('Deals', dealFields, [
		...full,
		list('Contact_Roles', 'Contacts'),
		list('Products'),
		list('Cases'),
		list('Stage_History', 'DealHistory'),
		emailList,
		linkedProducts,
	]),
	defineModule('Campaigns', campaignFields, [...full, list('Leads'), list('Contacts')]),
	defineModule('Tasks', taskFields, noteLists),
	defineModule('Events', eventFields, noteLists, {
		moduleName: 'Meetings',
		singularLabel: 'Meeting',
		pluralLabel: 'Meetings',
	}),
	defineModule('Calls', callFields, noteLists),
	defineModule('Products', productFields, [...noteLists, list('Leads'), list('Deals')]),
	defineModule('Cases', caseFields, full, { nameField: 'Subject' }),
	defineModule('Vehicles', vehicleFields, full, {
		generatedType: 'custom',
		moduleName: 'CustomModule3',
	}),
	defineModule('Notes', noteFields, [list('Attachments')]),
	defineModule('Attachments', attachmentFields, [], { viewable: false }),
	defineModule('DealHistory', stageHistoryFields, [], { viewable: false }),
	defineModule('Emails', [field('subject', 'text')], [], { viewable: false, apiSupported: false }),
	named('Price_Books', { access: 'NO_PERMISSION' }),
	named('Vendors', { access: 'AUTHORIZATION_FAILED' }),
	named('Documents', { access: 'NOT_SUPPORTED', apiSupported: false }),
	named('Inspections', {
		generatedType: 'custom',
		moduleName: 'CustomModule7',
		status: 'user_hidden',
	}),
	defineModule(
		'BV_Abrechnungen',
		settlementFields,
		[...full, list('BV_Abrechnung_Positionen', undefined, { type: 'custom_lookup' })],
		{ generatedType: 'custom', moduleName: 'CustomModule8' },
	),
	defineModule('BV_Abrechnung_Positionen', settlementItemFields, noteLists, {
		generatedType: 'custom',
		moduleName: 'CustomModule9',
	}),
	defineModule(
		'IEB_PODS',
		podFields,
		[
			...full,
			list('Owners16', 'Owners_X_IEB_PODS', { label: 'Owners', type: 'multiselectlookup' }),
		],
		{ generatedType: 'custom', moduleName: 'CustomModule10' },
	),
	defineModule('Owners_X_IEB_PODS', podOwnerFields, [], {
		generatedType: 'linking',
		moduleName: 'LinkingModule1',
		viewable: false,
	}),
	...specialModules.map(({ apiName, fields, ...extras }) =>
		defineModule(apiName, fields, [], extras),
	),
];
