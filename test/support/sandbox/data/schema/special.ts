import type { FieldDef, ModuleDef, RelatedListDef } from '../types';
import { commonFields, field, texts } from './field';
import { list } from './relatedLists';

const custom = { custom: true };

/**
 * Lists of a lead that are none of a standard module's: of other Zoho apps, with scopes of their own,
 * not served at all, or not shown.
 */
export const leadLists: RelatedListDef[] = [
	list('Entity_Scores__s', 'Entity_Scores__s', { label: 'Scoring Rules' }),
	list('Voice_of_the_Customer__s', undefined, { access: 'NOT_SUPPORTED' }),
	{ ...list('Social'), rowModule: null },
	{ ...list('Zoho_Support'), rowModule: null, hasNoModule: true, takesNoFields: true },
	list('CheckLists'),
	list('Locking_Information__s'),
	list('Entity_Cadences_leads', 'Entity_Cadences__s', { label: 'Cadences' }),
	list('Leavers', 'Leavers', { status: 'scheduled_for_deletion' }),
	list('Machinery', 'Machinery', { status: 'user_hidden' }),
];

/** Products of a deal by a multi-select lookup; its rows are those of the linking module. */
export const linkedProducts: RelatedListDef = list('Products9', 'Deals_X_Products', {
	label: 'Products',
	type: 'multiselectlookup',
	link: { lookup: 'Product_Link', connected: 'Products' },
});

const linkFields: FieldDef[] = [
	field('Product_Link', 'lookup', { ...custom, lookup: 'Products' }),
	field('Deal_Link', 'lookup', { ...custom, lookup: 'Deals' }),
	field('Quantity_c', 'integer', custom),
	field('Created_Time', 'datetime'),
	field('Modified_Time', 'datetime'),
	field('id', 'bigint', { label: 'Record Id' }),
];

const scoreFields: FieldDef[] = [
	field('Scoring_Rule', 'lookup'),
	...['Score', 'Positive_Score', 'Negative_Score', 'Touch_Point_Score'].map((name) =>
		field(name, 'integer'),
	),
	field('id', 'bigint', { label: 'Record Id' }),
];

type SpecialModule = Pick<ModuleDef, 'apiName' | 'fields'> & Partial<ModuleDef>;
const named = (label: string): FieldDef[] => [field(label, 'text'), ...commonFields('Owner')];

/** Modules that stand beside the standard ones in real organisations. */
export const specialModules: readonly SpecialModule[] = [
	{ apiName: 'Services__s', moduleName: 'Services', fields: named('Service_Name') },
	{ apiName: 'Appointments__s', moduleName: 'Appointments', fields: named('Appointment_Name') },
	{ apiName: 'Coupons__s', moduleName: 'Coupons', fields: named('Coupon_Code') },
	{ apiName: 'Entity_Scores__s', fields: scoreFields, viewable: false },
	{ apiName: 'Entity_Cadences__s', fields: texts('Status'), viewable: false },
	{ apiName: 'Locking_Information__s', fields: texts('Locked_Reason__s'), viewable: false },
	{ apiName: 'Deals_X_Products', fields: linkFields, generatedType: 'linking' },
	{ apiName: 'Purchase_Items', fields: texts('Name'), generatedType: 'subform' },
	{ apiName: 'File_Upload_1__s', fields: texts('Name'), generatedType: 'field_tracker' },
	{ apiName: 'Leavers', fields: named('Name'), status: 'scheduled_for_deletion' },
	{ apiName: 'Machinery', fields: named('Name'), status: 'system_hidden' },
];
