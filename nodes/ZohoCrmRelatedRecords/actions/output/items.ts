import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import type { Subject } from '../../helpers/types';
import type { ZohoError } from '../../helpers/zohoError';
import type { OutputOptions } from '../parameters/itemParameters';
import { simplified } from './simplify';

/** An output item with files beside its JSON. */
export class FileItem {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** A row as the node gives it out, and the related list it came from. */
export interface OutputRow {
	json: IDataObject;
	relatedList: string;
}

/**
 * The JSON of the output items of one input item.
 * @param hasMore whether the limit left out rows
 * @returns an object for each row, or one for all of them (also when there are none)
 */
export function outputOf(
	rows: readonly OutputRow[],
	subject: Required<Subject>,
	output: OutputOptions,
	hasMore: boolean,
): IDataObject[] {
	const records = rows.map((row) => outputRow(row, subject, output));
	if (output.mode === 'itemPerRecord') return records;
	const { module, recordId, relatedList } = subject;
	return [{ records, count: records.length, hasMore, module, recordId, relatedList }];
}

/** The JSON of one row of a related list, with its parent where that is wanted. */
export function outputRow(
	{ json, relatedList }: OutputRow,
	{ module, recordId }: Required<Subject>,
	{ includeParent, isSimple }: OutputOptions,
): IDataObject {
	const row = rowItem(json, isSimple);
	return includeParent ? withParent(row, { module, id: recordId, relatedList }) : row;
}

/** The JSON of one row. */
export function rowItem(row: IDataObject, isSimple: boolean): IDataObject {
	const leading = withLeadingKeys(row);
	return isSimple ? simplified(leading) : leading;
}

/** A row's JSON with what the row belongs to. */
export function withParent(json: IDataObject, parent: IDataObject): IDataObject {
	return withOwnKey(json, 'parent', parent);
}

/**
 * What tells a row from others comes first: a table shows the first keys. Copied in one go: keys that
 * are collected before take ten times as long.
 */
function withLeadingKeys(row: IDataObject): IDataObject {
	if (!Object.hasOwn(row, 'id')) return row;
	const { id, timeline } = row;
	return Object.hasOwn(row, 'timeline') ? { id, timeline, ...row } : { id, ...row };
}

/**
 * A row with a key that the node adds. A field of that name, which can only be a custom one, is kept
 * under the first free name of `key_1`, `key_2` ...
 */
export function withOwnKey(
	row: IDataObject,
	key: string,
	value: IDataObject | boolean | string,
): IDataObject {
	if (!Object.hasOwn(row, key)) return { ...row, [key]: value };
	const { [key]: field, ...others } = row;
	let number = 1;
	while (Object.hasOwn(row, `${key}_${number}`)) number += 1;
	return { ...others, [`${key}_${number}`]: field, [key]: value };
}

/**
 * The JSON of a failed input item: one key, since n8n sends an item with others beside `error` to
 * the wrong output.
 */
export function errorOutput(error: ZohoError): IDataObject {
	return {
		error: {
			message: error.message,
			code: error.code,
			httpStatusCode: error.httpStatusCode,
			resolution: error.resolution,
			details: error.details as IDataObject,
			module: error.subject.module ?? null,
			recordId: error.subject.recordId ?? null,
			relatedList: error.subject.relatedList ?? null,
		},
	};
}
