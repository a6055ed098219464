import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { LABELS } from '../../helpers/labels';
import type { JsonObject } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import { countLists } from '../../transport/crm/listCounts';
import { readFullTexts, readRecord, type RecordName } from '../../transport/crm/record';
import type { Run } from '../execution';
import { forRecord } from '../forRecord';
import { simplified } from '../output/simplify';
import {
	apiVersionOption,
	concurrencyOption,
	limitParameter,
	moduleLocator,
	optionsParameter,
	recordLocator,
	relatedListsParameter,
} from '../parameters/descriptions';
import { flag, wholeNumber } from '../parameters/validate';
import { mayBeCut, withPlainTexts } from './plainText';
import { orRefusal, refusedList } from './refusals';
import { byTime, defaultLists, readNewest, type DigestList, type DigestRow } from './sources';

const DEFAULT_MAX_CHARACTERS = 1000;
const MAX_CHARACTERS = 1_000_000;

const ownParameters: INodeProperties[] = [
	{
		...relatedListsParameter,
		description:
			'Related lists to show. None means notes, activities, emails and attachments. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	limitParameter,
];

const ownOptions: INodeProperties[] = [
	{
		displayName: LABELS.fullText,
		name: 'fullText',
		type: 'boolean',
		default: false,
		description:
			'Whether to fetch in full the rich text fields that Zoho cuts at 500 characters. Each record or row with such a field takes one more API call.',
	},
	{
		displayName: LABELS.maxCharacters,
		name: 'maxCharacters',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_CHARACTERS },
		default: DEFAULT_MAX_CHARACTERS,
		description:
			'Max number of characters to show of one text. Texts that are cut are marked at the end.',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['getRecordDigest'] } }, [
	moduleLocator,
	recordLocator,
	...ownParameters,
	optionsParameter([apiVersionOption, concurrencyOption, ...ownOptions]),
]);

interface TextOptions {
	maxCharacters: number;
	isWhole: boolean;
}

/** What a digest shows beside the record. */
interface DigestPlan {
	relatedLists: readonly string[];
	/** Rows of each list. */
	limit: number;
	texts: TextOptions;
}

/**
 * Reads one record and what hangs off it, newest first, in plain text.
 * @returns the JSON of the one output item
 * @throws ZohoError where the record itself cannot be read, or Zoho cannot be reached
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	return await forRecord(run, itemIndex, ({ parameters, module }) => {
		const chosen = parameters.relatedLists();
		const limit = parameters.maxRows();
		const version = parameters.apiVersion();
		const texts: TextOptions = {
			maxCharacters: wholeNumber(
				parameters.option('maxCharacters') ?? DEFAULT_MAX_CHARACTERS,
				'maxCharacters',
				MAX_CHARACTERS,
			),
			isWhole: flag(parameters.option('fullText') ?? false, 'fullText'),
		};
		const relatedLists = chosen.length > 0 ? chosen : defaultLists(module);
		const plan = { relatedLists, limit, texts };
		return { version, read: async (name) => [await readDigest(run, name, plan)] };
	});
}

async function readDigest(
	run: Run,
	name: RecordName,
	{ relatedLists, limit, texts }: DigestPlan,
): Promise<IDataObject> {
	const { module, recordId } = name;
	const record = await shownRow(run, name, await readRecord(run.client, name), texts);
	const results = await Promise.all(
		relatedLists.map(async (list) => await orRefusal(readNewest(run, name, list, limit))),
	);
	const found = relatedLists.flatMap((list, index): [string, DigestList][] => {
		const result = results[index];
		return result === undefined || result instanceof ZohoError ? [] : [[list, result]];
	});
	const refused = relatedLists.flatMap((relatedList, index) => {
		const refusal = results[index];
		return refusal instanceof ZohoError ? [refusedList(relatedList, refusal)] : [];
	});
	const totals = await totalsOf(run, name, found);
	const shown = found.map(async ([list, { rows, more, isIncomplete }]) => {
		const json = {
			shown: rows.length,
			total: totals.get(list) ?? null,
			more,
			...(isIncomplete === true ? { incomplete: true } : {}),
			rows: await Promise.all(
				rows.map(async (row) => await shownRow(run, nameOf(name, row), row.row, texts)),
			),
		};
		return [list, json] as const;
	});
	const lists = Object.fromEntries(await Promise.all(shown));
	return { module, recordId, record, lists, events: eventsOf(found), refused };
}

/** @returns undefined where the module of a row is not known */
function nameOf({ version }: RecordName, { row, module }: DigestRow): RecordName | undefined {
	return module === undefined ? undefined : { version, module, recordId: row.id };
}

/** A row as the digest shows it. @param name unset where its rich texts cannot be read whole */
async function shownRow(
	run: Run,
	name: RecordName | undefined,
	row: JsonObject,
	{ maxCharacters, isWhole }: TextOptions,
): Promise<IDataObject> {
	const isCut = Object.values(row).some(mayBeCut);
	const isRead = isCut && isWhole && name !== undefined;
	const whole = isRead ? await orRefusal(readFullTexts(run.client, name)) : undefined;
	const isFull = whole !== undefined && !(whole instanceof ZohoError);
	return withPlainTexts(simplified({ ...row, ...(isFull ? whole : {}) }), maxCharacters, isFull);
}

/** How many rows each list has: what was read, or Zoho's count of those that go on (v8 only). */
async function totalsOf(
	run: Run,
	name: RecordName,
	found: readonly [string, DigestList][],
): Promise<Map<string, number>> {
	const totals = new Map(
		found.flatMap(([list, { total }]): [string, number][] =>
			total === undefined ? [] : [[list, total]],
		),
	);
	const uncounted = found.filter(([list]) => !totals.has(list)).map(([list]) => list);
	if (uncounted.length === 0 || name.version !== 'v8') return totals;
	const counts = await orRefusal(countLists(run.client, name, uncounted));
	if (counts instanceof ZohoError) return totals;
	for (const result of counts) if ('count' in result) totals.set(result.relatedList, result.count);
	return totals;
}

/** All rows in one list, newest first; those without a time come last. */
function eventsOf(found: readonly [string, DigestList][]): IDataObject[] {
	const events = found.flatMap(([relatedList, { rows }]) =>
		rows.map((row) => ({ ...row, relatedList })),
	);
	return events.sort(byTime).map(({ time, type, title, relatedList, row }) => ({
		time,
		type,
		title,
		relatedList,
		id: row.id,
	}));
}
