import { isObject, textOf } from '../../ZohoCrmRelatedRecords/helpers/guards';
import type { ApiVersion, Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import { invalidParameter } from '../../ZohoCrmRelatedRecords/helpers/zohoError';
import type { ZohoClient } from '../../ZohoCrmRelatedRecords/transport/client';
import { isRefusal } from '../../ZohoCrmRelatedRecords/transport/crm/allFields';
import { Metadata, type LookupInfo } from '../../ZohoCrmRelatedRecords/transport/crm/metadata';
import type { Watching } from '../parameters/watching';

/** The record that a row is related to; null where it is not known. */
export interface Parent {
	module: string | null;
	id: string | null;
	name: string | null;
	relatedList: string | null;
}

/** Lookups of Zoho's own modules, which lead to several modules each: no metadata tell more. */
const OWN_LOOKUPS: ReadonlyMap<string, readonly string[]> = new Map([
	['Calls', ['What_Id', 'Who_Id']],
	['Events', ['What_Id', 'Who_Id']],
	['Tasks', ['What_Id', 'Who_Id']],
	['Notes', ['Parent_Id']],
]);

type Lookups = ReadonlyMap<string, LookupInfo>;

/** They hardly ever change. */
const KEPT_MS = 3600 * 1000;

/** Lookups of modules by account, in all polls. */
const known = new Map<string, { lookups: Promise<Lookups>; until: number }>();

/** Finds out what rows of a module are related to. */
export class Parents {
	/** Lookups of modules in this poll; undefined where Zoho refuses to report them. */
	private readonly asked = new Map<string, Promise<Lookups | undefined>>();

	/** @param account of whom the metadata are, such as the ID of the credential */
	constructor(
		private readonly client: ZohoClient,
		private readonly version: ApiVersion,
		private readonly account: string,
	) {}

	/**
	 * The lookup that names the parent.
	 * @returns undefined where the parent is known, or not wanted
	 * @throws ZohoError INVALID_PARAMETER where there are several to choose from, or none
	 */
	async fieldOf({ watched, includeParent }: Watching): Promise<string | undefined> {
		if (watched.kind === 'record' || !includeParent) return undefined;
		if (watched.parentField !== undefined) return watched.parentField;
		const [module = ''] = watched.modules;
		const fields = OWN_LOOKUPS.get(module) ?? [...(await this.lookups(module)).keys()];
		if (fields.length === 1) return fields[0];
		throw invalidParameter(
			'parentField',
			fields.length === 0
				? `is empty, and Zoho reports no lookup field of module '${module}'`
				: `is empty, and module '${module}' has several lookup fields: ${fields.join(', ')}`,
			'Choose the field that leads to the record you want as parent, or turn off Include Parent under Options.',
		);
	}

	/** The parent of a row of a module. */
	async parentOf(row: Row, module: string, field: string): Promise<Parent> {
		const value = row[field];
		if (!isObject(value)) return { module: null, id: null, name: null, relatedList: null };
		const isOwn = OWN_LOOKUPS.get(module)?.includes(field) === true;
		const target = isOwn ? ownTarget(row, module, field) : await this.target(module, field);
		return {
			module: target.module ?? null,
			id: textOf(value.id) || null,
			name: textOf(value.name) || null,
			relatedList: target.relatedList ?? null,
		};
	}

	/** Where Zoho does not tell, the parent's module stays unknown. */
	private async target(module: string, field: string): Promise<LookupInfo> {
		const asked = this.asked.get(module) ?? this.lookups(module).catch(undefinedIfRefused);
		this.asked.set(module, asked);
		return (await asked)?.get(field) ?? {};
	}

	private async lookups(module: string): Promise<Lookups> {
		const key = `${this.account}/${this.version}/${module}`;
		const kept = known.get(key);
		if (kept !== undefined && kept.until > Date.now()) return await kept.lookups;
		const lookups = this.read(module);
		known.set(key, { lookups, until: Date.now() + KEPT_MS });
		lookups.catch(() => known.delete(key));
		return await lookups;
	}

	private async read(module: string): Promise<Lookups> {
		const fields = await new Metadata(this.client).fields(this.version, module);
		return new Map(
			fields.flatMap(({ apiName, lookup }) => (lookup === undefined ? [] : [[apiName, lookup]])),
		);
	}
}

function undefinedIfRefused(error: unknown): undefined {
	if (!isRefusal(error)) throw error;
}

/** What a row of Zoho's own modules tells of its parent itself. */
function ownTarget(row: Row, module: string, field: string): LookupInfo {
	if (field === 'Who_Id') return { module: 'Contacts', relatedList: module };
	const value = row[field];
	const named = isObject(value) && isObject(value.module) ? textOf(value.module.api_name) : '';
	const target = named || textOf(row.$se_module);
	return { ...(target === '' ? {} : { module: target }), relatedList: module };
}
