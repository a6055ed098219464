import type { IDataObject } from 'n8n-workflow';
import { simplified } from '../output/simplify';
import type { OutputRow } from '../output/items';

/** What a model reads of a timeline at most, as JSON, in characters. */
const MOST_CHARACTERS = 7500;
const LONGEST_TEXT = 200;

/** What the timeline's own entry does not say already. */
const TELLING: readonly string[] = [
	'id',
	'timeline',
	'Owner',
	'Who_Id',
	'What_Id',
	'Description',
	'Priority',
	'Call_Result',
	'Venue',
];

/** A timeline short enough for a model. */
export interface ShortTimeline {
	rows: OutputRow[];
	/** Activities that were left out. */
	leftOut: number;
}

/**
 * Leaves out what a model can do without: other fields than the telling ones, the ends of long texts,
 * and the oldest activities where there are too many.
 * @param rows in time order
 * @param isNewestFirst whether the oldest are the last ones
 * @param hasFields whether the fields were chosen: then all of them stay
 */
export function shortTimeline(
	rows: readonly OutputRow[],
	isNewestFirst: boolean,
	hasFields: boolean,
): ShortTimeline {
	const short = rows.map((row) => ({ ...row, json: shortRow(row.json, hasFields) }));
	const newestFirst = isNewestFirst ? short : [...short].reverse();
	const kept: OutputRow[] = [];
	let characters = 0;
	for (const row of newestFirst) {
		characters += JSON.stringify(simplified(row.json)).length + 1;
		if (characters > MOST_CHARACTERS) break;
		kept.push(row);
	}
	return {
		rows: isNewestFirst ? kept : kept.reverse(),
		leftOut: rows.length - kept.length,
	};
}

/** What a model is told of activities that were left out. */
export function leftOutNote(leftOut: number): IDataObject {
	return {
		leftOut,
		note: `${leftOut} older activities are left out to keep this answer short. Read fewer of them with End Time, Activity Types or Activity Status.`,
	};
}

function shortRow(row: IDataObject, hasFields: boolean): IDataObject {
	const entries = Object.entries(row).filter(([key]) => hasFields || TELLING.includes(key));
	return Object.fromEntries(entries.map(([key, value]) => [key, shortValue(value)]));
}

function shortValue(value: IDataObject[string]): IDataObject[string] {
	return typeof value === 'string' && value.length > LONGEST_TEXT
		? `${value.slice(0, LONGEST_TEXT)}…`
		: value;
}
