import { isObject } from '../../helpers/guards';
import { shown } from '../../helpers/shown';
import type { JsonValue, Subject } from '../../helpers/types';

/** What is known of a refusal of Zoho. */
export interface RefusalContext {
	code: string;
	status: number;
	/** Zoho's own sentence. */
	message?: string;
	details?: JsonValue;
	subject: Subject;
	/** What was read, where it is not the subject itself. */
	target?: string;
	/** OAuth scopes the request needs. */
	scope: string;
	/** Scopes that the credential has; unset when unknown. */
	heldScopes?: string;
}

export const moduleName = ({ subject }: RefusalContext): string =>
	`module '${subject.module ?? 'unknown'}'`;
export const listName = ({ subject }: RefusalContext): string =>
	`related list '${subject.relatedList ?? 'unknown'}'`;
export const recordName = ({ subject }: RefusalContext): string =>
	`record ${subject.recordId ?? 'unknown'}`;

/** The most exact name of what was asked for. */
export function target(told: RefusalContext): string {
	if (told.target !== undefined) return told.target;
	const { relatedList, recordId } = told.subject;
	if (relatedList !== undefined && recordId !== undefined) {
		return `${listName(told)} of ${recordName(told)} in ${moduleName(told)}`;
	}
	return told.subject.module === undefined ? 'the modules' : moduleName(told);
}

/** Segment of the path that Zoho complains about: 0 module, 1 record, 2 related list. */
export function pathIndex({ details }: RefusalContext): JsonValue | undefined {
	return isObject(details) ? details.resource_path_index : undefined;
}

/** Request parameter or field that Zoho complains about. */
export function named({ details }: RefusalContext): string | undefined {
	if (!isObject(details)) return undefined;
	const name = details.param_name ?? details.api_name ?? undefined;
	return name === undefined ? undefined : shown(name);
}
