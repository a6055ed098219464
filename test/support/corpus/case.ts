import type { IDataObject } from 'n8n-workflow';

export type Row = Record<string, unknown>;

/** Reads a related list as scripts do, without the node. */
export type ReadRows = (record: { module: string; id: string }, list: string) => Promise<Row[]>;

type Items = unknown[] | ((rows: ReadRows) => Promise<unknown[]> | unknown[]);

/** What becomes of a script. */
export interface Outcome {
	/** JSON of the items with output `returnValue`. */
	returned?: Items;
	/** What `info` logs. */
	info?: Items;
	/** Code and line of the failure. */
	error?: [code: string, line: number];
}

/** A script of the corpus with the fields of its input item, and what becomes of it. */
export interface Case extends Outcome {
	input: IDataObject | (() => IDataObject);
	/** The same with `writeTasks: skip`; left out where it is the same. */
	skipped?: Outcome;
}

/** Cases by the names of their scripts. */
export type Cases = Readonly<Record<string, Case>>;

/** Values that are no maps become items of this shape. */
export function values(items: readonly unknown[]): unknown[] {
	return items.map((value) => ({ value }));
}

export function inputOf({ input }: Case): IDataObject {
	return typeof input === 'function' ? input() : input;
}

export async function itemsOf(items: Items, rows: ReadRows): Promise<unknown[]> {
	return typeof items === 'function' ? await items(rows) : items;
}

/** Refused before it starts; what it gives where tasks that write are skipped. */
export function writing(line: number, input: IDataObject, skipped: Outcome): Case {
	return { input, error: ['DELUGE_UNSUPPORTED', line], skipped };
}
