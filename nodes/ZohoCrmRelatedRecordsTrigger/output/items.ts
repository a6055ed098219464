import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rowItem, withOwnKey, withParent } from '../../ZohoCrmRelatedRecords/actions/output/items';
import type { Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import type { Change } from '../changes/sighting';
import type { Parent } from '../feeds/parents';

/** A row to deliver. */
export interface Delivery {
	row: Row;
	change: Change;
	/** Unset where it is not wanted. */
	parent?: Parent;
	/** Named where the rows are of several modules. */
	module?: string;
}

/** The item of a row: its fields, what happened to it, and what it is related to. */
export function itemOf(
	{ row, change, parent, module }: Delivery,
	isSimple: boolean,
): INodeExecutionData {
	const { id, ...fields } = row;
	const named: IDataObject = {
		id,
		...(module === undefined ? {} : { $module: module }),
		...fields,
	};
	const json = withOwnKey(rowItem(named, isSimple), 'event', change);
	return { json: parent === undefined ? json : withParent(json, { ...parent }) };
}
