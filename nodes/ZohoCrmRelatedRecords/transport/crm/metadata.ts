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
	apiName: string;
	label: string;
	/** API name of the rows' module; unset for grouped lists. */
	module?: string;
	/** False for lists that are hidden or about to be deleted. */
	isVisible: boolean;
}

export interface FieldInfo {
	apiName: string;
	label: string;
}

/** Zoho's descriptions of modules, related lists and fields, each asked for once in a run. */
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
			apiName: textOf(list.api_name),
			label: textOf(list.display_label) || textOf(list.api_name),
			module: textOf(isObject(list.module) ? list.module.api_name : undefined) || undefined,
			isVisible: (textOf(list.status) || 'visible') === 'visible',
		}));
	}

	/** The fields of a module. */
	async fields(version: ApiVersion, module: string): Promise<FieldInfo[]> {
		const fields = await this.ask('fields', version, module);
		return fields.map((field) => ({
			apiName: textOf(field.api_name),
			label: textOf(field.display_label) || textOf(field.field_label) || textOf(field.api_name),
		}));
	}

	private async ask(what: string, version: ApiVersion, module?: string): Promise<JsonObject[]> {
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

	private async fetch(what: string, version: string, module?: string): Promise<JsonObject[]> {
		const request: ZohoRequest = {
			path: [version, 'settings', what],
			query: module === undefined ? {} : { module },
			subject: { module },
			scope: `ZohoCRM.settings.${what}.READ`,
			kind: `settings/${what}`,
		};
		const body = await this.client.get(request);
		if (body === undefined) return [];
		const found = body[what];
		if (Array.isArray(found)) return found.filter(isObject);
		throw invalidResponse(`holds no ${what.replace('_', ' ')}`, 200, request.subject);
	}
}

/** A failure that may be over by the next item; others would only be repeated for each item. */
function isPassing(error: unknown): boolean {
	if (!(error instanceof ZohoError)) return false;
	const status = error.httpStatusCode;
	return status === null || status === 429 || status >= 500 || status === 200;
}

function isReadable(module: JsonObject): boolean {
	return (
		module.api_supported === true && module.viewable !== false && module.status !== 'user_hidden'
	);
}
