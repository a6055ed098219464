import type { ApiVersion } from '../../ZohoCrmRelatedRecords/helpers/types';

export const EVENTS = ['created', 'createdOrUpdated', 'activityClosed'] as const;
export type TriggerEvent = (typeof EVENTS)[number];

/** A related list of one record. */
export interface WatchedRecord {
	kind: 'record';
	module: string;
	recordId: string;
	/** As the editor shows the record, where it was chosen from the list. */
	name: string | null;
	relatedList: string;
}

/** The records of a module, whatever they are related to. */
export interface WatchedModules {
	kind: 'module';
	/** One; for closed activities several. */
	modules: readonly string[];
	/** The lookup that names the parent; unset where it is not chosen. */
	parentField?: string;
}

export interface Watching {
	event: TriggerEvent;
	watched: WatchedRecord | WatchedModules;
	version: ApiVersion;
	/** Empty: the lean set. */
	fields: readonly string[];
	includeParent: boolean;
	isSimple: boolean;
	max: number;
}
