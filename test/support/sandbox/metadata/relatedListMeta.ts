import { metaId } from '../data/ids';
import type { ModuleDef, RelatedListDef } from '../data/types';
import type { Unsettled } from '../unsettled';

type MultiSelectModule = Unsettled['multiSelectModule'];

const PERSONALITY: Record<string, string> = {
	Activities_Chronological_View: 'CHRONOLOGICALVIEWPERSONALITY',
	Activities_Chronological_View_History: 'CHRONOLOGICALVIEWHISTORYPERSONALITY',
};

const GROUPED_FIELDS = [
	['Calls', 'Subject'],
	['Events', 'Event_Title'],
	['Tasks', 'Subject'],
] as const;

const NO_OPERATIONS = {
	edit: null,
	create: null,
	bulk_edit: null,
	delete: null,
	disassociate: null,
	assign: null,
};

interface ListMeta extends Record<string, unknown> {
	readonly id: string;
	readonly status: string;
}

/** A list as /settings/related_lists shows it; `sequence_number` is text here. */
export function relatedListMeta(
	parent: ModuleDef,
	list: RelatedListDef,
	index: number,
	multiSelectModule: MultiSelectModule,
): ListMeta {
	const { apiName, status = 'visible' } = list;
	const hasPath = list.type !== 'grouped' && apiName !== 'Emails';
	return {
		id: listId(parent, apiName),
		sequence_number: String(index + 1),
		display_label: list.label,
		api_name: apiName,
		name: list.name ?? list.label,
		...(!list.hasNoModule && { module: moduleOf(list, multiSelectModule) }),
		type: list.type,
		action: null,
		href: hasPath ? `${parent.apiName}/{ENTITYID}/${apiName}` : null,
		customize_sort: true,
		customize_fields: apiName !== 'Attachments',
		customize_display_label: apiName !== 'Notes',
		status,
		visibility: status === 'visible',
		record_operations: NO_OPERATIONS,
		personality_name: PERSONALITY[apiName] ?? null,
		connectedmodule: null,
		linkingmodule: null,
		connectedlookupApiName: null,
		_layout_specific_properties: [],
		...(list.type === 'grouped' && groupedKeys),
		...(list.link && linkKeys(parent, list, list.link)),
	};
}

/** Id of a related list, as it also stands in count requests. */
export function listId(parent: ModuleDef, list: string): string {
	return metaId('list', `${parent.apiName}/${list}`);
}

/** Two of three official examples have no parts. */
const groupedKeys = {
	parent_related_lists: null,
	sort_by: null,
	sort_order: null,
	fields: GROUPED_FIELDS.map(([module, name]) => ({
		api_name: `!${module}.${name}`,
		id: metaId('field', `${module}.${name}`),
	})),
};

function linkKeys(
	parent: ModuleDef,
	list: RelatedListDef,
	{ lookup, connected }: NonNullable<RelatedListDef['link']>,
): Record<string, unknown> {
	return {
		href: null,
		connectedmodule: connected,
		linkingmodule: list.rowModule,
		connectedlookupApiName: lookup,
		multiselectlookup: {
			field: { api_name: lookup },
			linking_details: {
				module: reference(list.rowModule ?? ''),
				connected_lookup_field: { api_name: lookup },
			},
			connected_details: { module: reference(parent.apiName) },
			field_enabled: true,
		},
	};
}

function moduleOf(
	{ rowModule, link }: RelatedListDef,
	multiSelectModule: MultiSelectModule,
): Record<string, string> | null {
	const connected = multiSelectModule === 'connected' ? link?.connected : undefined;
	const named = connected ?? rowModule;
	return named === null ? null : reference(named);
}

function reference(module: string): Record<string, string> {
	return { api_name: module, id: metaId('module', module) };
}
