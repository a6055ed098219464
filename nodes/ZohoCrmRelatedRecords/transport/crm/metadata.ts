import { isObject, textOf } from '../../helpers/guards';
import type { ApiVersion, JsonObject } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import type { ZohoRequest } from '../request';
import { invalidResponse } from '../responses/errors';

export interface ModuleInfo {
	apiName: string;
	label: string;
}

export interface RelatedListInfo {
	/** Zoho's ID of the list; empty where it names none. */
	id: string;
	apiName: string;
	label: string;
	/** API name of the rows' module; unset where the rows have several, or Zoho names none. */
	module?: string;
	/** Whether the rows come from several modules, as in the chronological lists. */
	isGrouped: boolean;
	/** False for lists that are hidden or about to be deleted. */
	isVisible: boolean;
}

export interface FieldInfo {
	apiName: string;
	label: string;
	/** Zoho's word, such as `lookup`; unset for fields that its metadata do not describe. */
	dataType?: string;
	/** Where the field leads, if it is a lookup. */
	lookup?: LookupInfo;
}

/** What Zoho tells of a lookup; parts are unset where it may lead to several modules. */
export interface LookupInfo {
	module?: string;
	/** The list of the record it leads to, in which the rows with this lookup are. */
	relatedList?: string;
	/** Zoho's ID of that list. */
	listId?: string;
	/** Set where it leads to records of any module. */
	isForAny?: true;
}

/** Module that Zoho names for a lookup that leads to records of any module. */
const ANY_MODULE = 'se_module';

const TARGETS = { modules: 'modules', related_lists: 'related lists', fields: 'fields' } as const;
type Kind = keyof typeof TARGETS;

/** Kinds of modules whose records belong to another record's form, and have no related lists. */
const DEPENDENT: readonly string[] = ['subform', 'static_subform', 'field_tracker'];

/**
 * Zoho's descriptions of modules, related lists and fields, each asked for once in a run. Entries
 * without an API name are left out: nothing can be asked of Zoho with them.
 */
export class Metadata {
	private readonly answers = new Map<string, Promise<JsonObject[]>>();

	constructor(private readonly client: ZohoClient) {}

	/** The modules that the API can read and the user can see, custom ones too. */
	async modules(version: ApiVersion): Promise<ModuleInfo[]> {
		const modules = await this.ask('modules', version, undefined);
		return modules.filter(isReadable).map((module) => ({
			apiName: textOf(module.api_name),
			label: textOf(module.plural_label) || textOf(module.api_name),
		}));
	}

	/** The related lists of a module, hidden ones too. */
	async relatedLists(version: ApiVersion, module: string): Promise<RelatedListInfo[]> {
		const lists = await this.ask('related_lists', version, module);
		return lists.map((list) => ({
			id: textOf(list.id),
			apiName: textOf(list.api_name),
			label: textOf(list.display_label) || textOf(list.api_name),
			module: rowModule(list),
			isGrouped: list.type === 'grouped',
			isVisible: (textOf(list.status) || 'visible') === 'visible',
		}));
	}

	/** The fields of a module. */
	async fields(version: ApiVersion, module: string): Promise<FieldInfo[]> {
		const fields = await this.ask('fields', version, module);
		return fields.map((field) => ({
			apiName: textOf(field.api_name),
			label: textOf(field.display_label) || textOf(field.field_label) || textOf(field.api_name),
			dataType: textOf(field.data_type),
			...(field.data_type === 'lookup' ? { lookup: lookupIn(field) } : {}),
		}));
	}

	private async ask(what: Kind, version: ApiVersion, module?: string): Promise<JsonObject[]> {
		const key = `${version}/${what}/${module ?? ''}`;
		const known = this.answers.get(key);
		if (known !== undefined) return await known;
		const answer = this.fetch(what, version, module);
		this.answers.set(key, answer);
		answer.catch((error: unknown) => {
			if (isPassing(error)) this.answers.delete(key);
		});
		return await answer;
	}

	private async fetch(what: Kind, version: string, module?: string): Promise<JsonObject[]> {
		const request: ZohoRequest = {
			path: [version, 'settings', what],
			query: module === undefined ? {} : { module },
			subject: { module },
			target: `the ${TARGETS[what]}${module === undefined ? '' : ` of module '${module}'`}`,
			scope: `ZohoCRM.settings.${what}.READ`,
			kind: `settings/${what}`,
		};
		const body = await this.client.get(request);
		if (body === undefined) return [];
		const found = body[what];
		if (!Array.isArray(found)) {
			throw invalidResponse(`contains no ${TARGETS[what]}`, 200, request.subject);
		}
		return found.filter(isObject).filter(({ api_name: name }) => textOf(name).trim() !== '');
	}
}

/** Zoho names `se_module` as the module of lookups that lead to several (Zoho: OpenAPI file of fields). */
function lookupIn({ lookup }: JsonObject): LookupInfo {
	if (!isObject(lookup)) return {};
	const module = isObject(lookup.module) ? textOf(lookup.module.api_name) : '';
	const relatedList = textOf(lookup.api_name);
	const listId = textOf(lookup.id);
	return {
		...(module === '' || module === ANY_MODULE ? {} : { module }),
		...(relatedList === '' ? {} : { relatedList }),
		...(listId === '' ? {} : { listId }),
		...(module === ANY_MODULE ? { isForAny: true } : {}),
	};
}

/** A failure that may be over by the next item; others would only be repeated for each item. */
function isPassing(error: unknown): boolean {
	if (!(error instanceof ZohoError)) return false;
	const status = error.httpStatusCode;
	return status === null || status === 429 || status >= 500 || status === 200;
}

/**
 * Modules that are hidden, about to be deleted, or part of another one's form cannot be chosen.
 * `generated_type` and `status` as Zoho's Modules Metadata lists them.
 */
function isReadable(module: JsonObject): boolean {
	const isShown = module.viewable !== false && (textOf(module.status) || 'visible') === 'visible';
	const isDependent = DEPENDENT.includes(textOf(module.generated_type));
	return module.api_supported === true && isShown && !isDependent;
}

/**
 * Module of a list's rows. Those of a multi-select lookup are rows of the linking module, whichever
 * module Zoho's `module` names (Zoho: OpenAPI file of related lists, where it names the connected one).
 */
function rowModule({ linkingmodule, module }: JsonObject): string | undefined {
	const linking = isObject(linkingmodule) ? linkingmodule.api_name : linkingmodule;
	const named = isObject(module) ? module.api_name : undefined;
	return textOf(linking) || textOf(named) || undefined;
}
