import type { RawInteger } from './rawInteger';

/** Plain JSON, plus integers that JavaScript's numbers cannot hold. */
export type Value =
	| string
	| number
	| boolean
	| null
	| RawInteger
	| readonly Value[]
	| { readonly [key: string]: Value };

/** A record as the CRM stores it: every row has an id; absent fields count as empty. */
export interface Row {
	readonly id: string;
	readonly [field: string]: Value;
}

/** What a caller hands in for a new row; the CRM adds what is missing. */
export type NewRow = Record<string, Value>;

/**
 * A list of rows ordered by ascending id. Rows of long lists are made when they are read, so that
 * a list of 100,000 costs nothing until somebody asks for it.
 */
export interface RowSource {
	readonly count: number;
	idAt(index: number): string;
	rowAt(index: number): Row;
	/** -1 if the id is not in this source. */
	indexOf(id: string): number;
	/** Whether some rows carry $converted; if not, nobody needs to look. */
	readonly hasConverted: boolean;
}

export interface FieldDef {
	readonly apiName: string;
	readonly label: string;
	readonly dataType: string;
	readonly mandatory: boolean;
	readonly custom: boolean;
	readonly lookupModule?: string;
	readonly pickList?: readonly string[];
}

/** Answers that a module gives instead of its data. */
export type ModuleAccess = 'NO_PERMISSION' | 'AUTHORIZATION_FAILED' | 'NOT_SUPPORTED';

export interface ModuleDef {
	readonly apiName: string;
	readonly moduleName: string;
	readonly singularLabel: string;
	readonly pluralLabel: string;
	readonly generatedType: 'default' | 'custom' | 'linking' | 'subform' | 'field_tracker';
	readonly apiSupported: boolean;
	readonly viewable: boolean;
	readonly status: 'visible' | 'user_hidden' | 'system_hidden' | 'scheduled_for_deletion';
	/** As it stands in a scope: ZohoCRM.modules.{scope}.READ. */
	readonly scope: string;
	/** The field that names a record of this module. */
	readonly nameField: string;
	readonly fields: readonly FieldDef[];
	readonly relatedLists: readonly RelatedListDef[];
	readonly access?: ModuleAccess;
}

export interface RelatedListDef {
	readonly apiName: string;
	readonly label: string;
	/** As metadata name the list beside its label; default the label. */
	readonly name?: string;
	/** Module of the rows; null for the two chronological lists, and lists of other Zoho apps. */
	readonly rowModule: string | null;
	readonly type: 'default' | 'grouped' | 'custom_lookup' | 'multiselectlookup';
	/** Lists whose rows a grouped list shows together. */
	readonly parts?: readonly string[];
	/** Of a list of a multi-select lookup, whose rows are those of the linking module. */
	readonly link?: { readonly lookup: string; readonly connected: string | null };
	/** What the list answers instead of rows. */
	readonly access?: 'NOT_SUPPORTED';
	/** Whether it is read without `fields`, as lists of other Zoho apps are. */
	readonly takesNoFields?: boolean;
	/** Whether metadata leave the key `module` out. */
	readonly hasNoModule?: boolean;
	/** As metadata tell it; default `visible`. */
	readonly status?: ModuleDef['status'];
}

export interface Dataset {
	readonly modules: ReadonlyMap<string, ModuleDef>;
	readonly records: ReadonlyMap<string, readonly RowSource[]>;
	/** By relationKey(module, recordId, list). */
	readonly relations: ReadonlyMap<string, readonly RowSource[]>;
	/** First number that is free for a new id. */
	readonly nextSequence: number;
}

export function relationKey(module: string, recordId: string, list: string): string {
	return `${module}/${recordId}/${list}`;
}
