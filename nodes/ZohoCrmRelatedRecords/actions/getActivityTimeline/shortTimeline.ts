import type { IDataObject } from 'n8n-workflow';
import type { OutputRow } from '../output/items';

/**
 * Characters of the activities that a model reads at most, as JSON: with what stands around them, and
 * the note on those left out, the whole answer has fewer than 8,000.
 */
const MOST_CHARACTERS = 7400;
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
	/** What the model is told of activities that were left out; unset where there are none. */
	note?: IDataObject;
}

/** How a timeline is given out. */
interface TimelineOutput {
	/** Whether the oldest activities are the last ones. */
	isNewestFirst: boolean;
	/** Whether the fields were chosen: then all of them stay. */
	hasFields: boolean;
	/** A row as it is given out. */
	shown: (row: OutputRow) => IDataObject;
}

/**
 * Leaves out what a model can do without: other fields than the telling ones, the ends of long texts,
 * and the oldest activities where there are too many.
 * @param rows in time order
 */
export function shortTimeline(
	rows: readonly OutputRow[],
	{ isNewestFirst, hasFields, shown }: TimelineOutput,
): ShortTimeline {
	const short = rows.map((row) => ({ ...row, json: shortRow(row.json, hasFields) }));
	const newestFirst = isNewestFirst ? short : [...short].reverse();
	const kept: OutputRow[] = [];
	let characters = 0;
	for (const row of newestFirst) {
		characters += JSON.stringify(shown(row)).length + 1;
		if (characters > MOST_CHARACTERS) break;
		kept.push(row);
	}
	const leftOut = rows.length - kept.length;
	return {
		rows: isNewestFirst ? kept : kept.reverse(),
		...(leftOut === 0 ? {} : { note: leftOutNote(leftOut, kept.length) }),
	};
}

function leftOutNote(leftOut: number, kept: number): IDataObject {
	const note =
		kept === 0
			? `All ${leftOut} activities are left out: even the newest is too long for this answer. Read fewer fields.`
			: `${leftOut} older activities are left out to keep this answer short. Read fewer of them with End Time, Activity Types or Activity Status.`;
	return { leftOut, note };
}

function shortRow(row: IDataObject, hasFields: boolean): IDataObject {
	const entries = Object.entries(row).filter(([key]) => hasFields || TELLING.includes(key));
	return Object.fromEntries(entries.map(([key, value]) => [key, shortValue(value)]));
}

function shortValue(value: IDataObject[string]): IDataObject[string] {
	if (typeof value !== 'string') return value;
	const characters = [...value];
	return characters.length > LONGEST_TEXT
		? `${characters.slice(0, LONGEST_TEXT).join('')}…`
		: value;
}
