import { metaId } from '../data/ids';
import type { ModuleDef, RelatedListDef } from '../data/types';

const PERSONALITY: Record<string, string> = {
	Activities_Chronological_View: 'CHRONOLOGICALVIEWPERSONALITY',
	Activities_Chronological_View_History: 'CHRONOLOGICALVIEWHISTORYPERSONALITY',
};

const GROUPED_FIELDS = [
	['Calls', 'Subject'],
	['Events', 'Event_Title'],
	['Tasks', 'Subject'],
] as const;

interface ListMeta extends Record<string, unknown> {
	readonly id: string;
	readonly status: string;
}

/** A list as /settings/related_lists shows it; `sequence_number` is text here. */
export function relatedListMeta(parent: ModuleDef, list: RelatedListDef, index: number): ListMeta {
	const grouped = list.type === 'grouped';
	return {
		id: listId(parent, list.apiName),
		sequence_number: String(index + 1),
		display_label: list.label,
		api_name: list.apiName,
		name: list.label,
		module: list.rowModule === null ? null : reference(list.rowModule),
		type: list.type,
		action: null,
		href: grouped ? null : `${parent.apiName}/{ENTITYID}/${list.apiName}`,
		customize_sort: true,
		customize_fields: true,
		customize_display_label: list.type !== 'default',
		status: 'visible',
		...(grouped && groupedKeys(parent, list)),
	};
}

/** Id of a related list, as it also stands in count requests. */
export function listId(parent: ModuleDef, list: string): string {
	return metaId('list', `${parent.apiName}/${list}`);
}

function groupedKeys(parent: ModuleDef, list: RelatedListDef): Record<string, unknown> {
	return {
		parent_related_lists: (list.parts ?? []).map((part) => ({
			api_name: part,
			id: listId(parent, part),
		})),
		personality_name: PERSONALITY[list.apiName] ?? null,
		sort_by: null,
		sort_order: null,
		fields: GROUPED_FIELDS.map(([module, name]) => ({
			api_name: `!${module}.${name}`,
			id: metaId('field', `${module}.${name}`),
		})),
	};
}

function reference(module: string): Record<string, string> {
	return { api_name: module, id: metaId('module', module) };
}
