import { metaId } from '../data/ids';
import type { ModuleDef } from '../data/types';
import { USERS, userReference } from '../data/users';

const administrator = { name: 'Administrator', id: metaId('profile', 'Administrator') };
const [owner] = USERS;

/** A module as /settings/modules shows it. */
export function moduleMeta(module: ModuleDef, index: number): Record<string, unknown> {
	const shown = module.status === 'visible' && module.viewable;
	return {
		api_name: module.apiName,
		module_name: module.moduleName,
		id: metaId('module', module.apiName),
		singular_label: module.singularLabel,
		plural_label: module.pluralLabel,
		actual_singular_label: module.singularLabel,
		actual_plural_label: module.pluralLabel,
		api_supported: module.apiSupported,
		generated_type: module.generatedType,
		status: module.status,
		viewable: module.viewable,
		creatable: shown,
		editable: shown,
		deletable: shown,
		convertable: module.apiName === 'Leads',
		quick_create: shown,
		show_as_tab: shown,
		...(shown && { sequence_number: index + 1 }),
		visibility: shown ? 1 : 0,
		access_type: 'org_based',
		profile_count: 1,
		profiles: [administrator],
		has_more_profiles: false,
		modified_time: null,
		modified_by: module.generatedType === 'custom' && owner ? userReference(owner) : null,
		parent_module: {},
		arguments: [],
		display_field: {
			api_name: module.nameField,
			id: metaId('field', `${module.apiName}.${module.nameField}`),
		},
		business_card_field_limit: 5,
		recycle_bin_on_delete: true,
		feeds_required: false,
		description: null,
		web_link: null,
		private_profile: null,
		presence_sub_menu: shown,
		sub_menu_available: shown,
		isBlueprintSupported: shown,
	};
}
