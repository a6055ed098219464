import type { DateTime } from 'luxon';
import { dateOf, isAmbiguous } from '../../values/dateReading';
import { knownZone } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { keyOf } from '../../values/json';
import type { Meter } from '../../values/scriptLimits';
import { toWhole } from '../../values/numbers';
import { isScalar, scalarText } from '../../values/text';
import {
	DelugeDate,
	describe,
	isNumeric,
	type DelugeMap,
	type List,
	type Value,
} from '../../values/value';

/** What methods need to know of the run. */
export interface Tools {
	meter: Meter;
	/** Time zone of dates without an offset. */
	zone: string;
	now(): DateTime;
	/** Tells users what is no failure. */
	hint(text: string): void;
}

/** A method of one type of values. */
export interface Method<T extends Value = Value> {
	/** As Zoho's help spells it. */
	name: string;
	/** How many arguments it takes. */
	min: number;
	max: number;
	call(target: T, args: Args): Result;
}

/** What takes long gives its value later, and pauses now and then. */
export type Result<T extends Value = Value> = T | Promise<T>;

/** Methods by their names in lower case. */
export type Table<T extends Value> = ReadonlyMap<string, Method<T>>;

/** Names, least and most arguments, and what is done. */
export type Definition<T extends Value> = readonly [
	names: string,
	min: number,
	max: number,
	call: (target: T, args: Args) => Result,
];

/** @param definitions names that mean the same are in one text, with a space between them */
export function table<T extends Value>(definitions: readonly Definition<T>[]): Table<T> {
	return new Map(
		definitions.flatMap(([names, min, max, call]) =>
			names.split(' ').map((name) => [name.toLowerCase(), { name, min, max, call }]),
		),
	);
}

/**
 * The date in a text, where a date is required.
 * @throws Fault where there is none
 */
export function dateFrom(text: string, { zone, hint }: Tools): DelugeDate {
	const date = dateOf(text, zone);
	if (isAmbiguous(text)) hint(MONTH_FIRST);
	return date;
}

const MONTH_FIRST =
	'A date such as 02/04/2026 is read with the month first, as in Zoho without a format. Use toDate("dd/MM/yyyy") if the day comes first.';

/** The arguments of one call, read by type. */
export class Args {
	constructor(
		private readonly method: string,
		private readonly values: readonly Value[],
		readonly tools: Tools,
	) {}

	get meter(): Meter {
		return this.tools.meter;
	}

	get all(): readonly Value[] {
		return this.values;
	}

	has(index: number): boolean {
		return index < this.values.length && this.values[index] !== null;
	}

	value(index: number): Value {
		return this.values[index] ?? null;
	}

	/** Numbers, dates and booleans count as their text. */
	text(index: number): string {
		const value = this.value(index);
		if (value === null || !isScalar(value)) throw this.wrong(index, 'a text', value);
		return scalarText(value, this.meter);
	}

	/** A key of a map. */
	key(index: number): string {
		return keyOf(this.text(index));
	}

	/** A whole number that JavaScript can count with. */
	count(index: number): number {
		const value = this.value(index);
		if (!isNumeric(value) && typeof value !== 'string') throw this.wrong(index, 'a number', value);
		const number = Number(toWhole(value));
		if (Number.isSafeInteger(number)) return number;
		throw this.wrong(index, 'a smaller number', value);
	}

	/** A list of whole numbers. */
	counts(index: number): number[] {
		return this.list(index).map((item) => new Args(this.method, [item], this.tools).count(0));
	}

	/** A list of texts. */
	async texts(index: number): Promise<string[]> {
		const texts: string[] = [];
		for (const item of [...this.list(index)]) {
			await this.breathe();
			texts.push(new Args(this.method, [item], this.tools).text(0));
		}
		return texts;
	}

	list(index: number): List {
		const value = this.value(index);
		if (Array.isArray(value)) return value;
		throw this.wrong(index, 'a list', value);
	}

	map(index: number): DelugeMap {
		const value = this.value(index);
		if (value instanceof Map) return value;
		throw this.wrong(index, 'a map', value);
	}

	/** Counts a text as made. */
	madeText(text: string): string {
		this.meter.text(text.length);
		return text;
	}

	/** Counts a list as made. */
	madeList(list: List): List {
		this.meter.collection(list.length);
		return list;
	}

	/** Pauses when it is time to; long loops ask after each step. */
	async breathe(): Promise<void> {
		if (this.meter.isDue()) await this.meter.pause();
	}

	/** A date, or the text of one. */
	date(index: number): DelugeDate {
		const value = this.value(index);
		if (value instanceof DelugeDate) return value;
		if (typeof value === 'string') return dateFrom(value, this.tools);
		throw this.wrong(index, 'a date', value);
	}

	/** A list of dates, or of texts that hold dates. */
	async dates(index: number): Promise<DelugeDate[]> {
		const dates: DelugeDate[] = [];
		for (const item of [...this.list(index)]) {
			await this.breathe();
			dates.push(this.dateIn(index, item));
		}
		return dates;
	}

	private dateIn(index: number, item: Value): DelugeDate {
		if (item instanceof DelugeDate) return item;
		if (typeof item === 'string') return dateFrom(item, this.tools);
		throw this.wrong(index, 'a list of dates', item);
	}

	/** The time zone that an argument names; undefined where there is none. */
	zone(index: number): string | undefined {
		return this.has(index) ? knownZone(this.text(index)) : undefined;
	}

	private wrong(index: number, wanted: string, value: Value): Error {
		return runtimeFault(
			`Argument ${index + 1} of ${this.method} must be ${wanted}, not ${describe(value)}`,
		);
	}
}
