import type { IDataObject } from 'n8n-workflow';
import { adviceFor } from './advice';
import type { DemoResult } from './demo';
import type { Activity, Failure, RelatedList, ScriptResult } from './outputs';
import { recordTables } from './recordReport';
import { table } from './table';

const SAMPLES = 5;

/**
 * The results as small tables.
 * @param names what people call the records, by id
 */
export function report(result: DemoResult, names: ReadonlyMap<string, string>): string {
	const { lists, activities, scripts, failures, calls, ms } = result;
	const called = (id: string | null) => (id === null ? '(no ID)' : (names.get(id) ?? id));
	const parts = [
		section('Related records', lists.length > 0 && relatedTable(lists, called)),
		section('Activities', activities.length > 0 && activitiesTable(activities, called)),
		...sample(activities, called),
		section(
			'Deluge script: two functions and a COQL query',
			scripts.length > 0 && scriptsTable(scripts, called),
		),
		...recordTables(result, called).map(([heading, body]) => section(heading, body ?? false)),
		section('Error output', failures.length > 0 && failuresTable(failures, called)),
		`${counted(calls.crm, 'API call')}, ${counted(calls.token, 'token request')}, ${(ms / 1000).toFixed(1)} seconds.`,
	];
	return parts.join('\n\n');
}

type Called = (id: string | null) => string;

function section(heading: string, body: string | false): string {
	return `${heading}\n${body === false ? '  (none)' : body}`;
}

function relatedTable(lists: readonly RelatedList[], called: Called): string {
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'Related list' },
			{ heading: 'Rows', isNumber: true },
			{ heading: 'First row' },
		],
		lists.map(({ recordId, relatedList, count, records }) => [
			called(recordId),
			relatedList,
			count,
			titleOf(records[0]),
		]),
	);
}

/** The text by which people know a row: its name, title or subject. */
function titleOf(row: IDataObject | undefined): unknown {
	if (row === undefined) return undefined;
	const keys = Object.keys(row).filter((key) => /(^|_)(Name|Title|Subject)$/.test(key));
	return keys.map((key) => row[key]).find((value) => typeof value === 'string') ?? row.id;
}

function activitiesTable(activities: readonly Activity[], called: Called): string {
	const rows = [...byRecord(activities)].map(([id, own]) => {
		const times = own.map(({ timeline }) => timeline.time).filter((time) => time !== null);
		const open = own.filter(({ timeline }) => timeline.status === 'open').length;
		return [called(id), open, own.length - open, times[0], times.at(-1)];
	});
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'Open', isNumber: true },
			{ heading: 'Closed', isNumber: true },
			{ heading: 'First' },
			{ heading: 'Last' },
		],
		rows,
	);
}

/** The timeline of one record, from its start. */
function sample(activities: readonly Activity[], called: Called): string[] {
	const [first] = byRecord(activities);
	if (first === undefined) return [];
	const [id, own] = first;
	const rows = own.slice(0, SAMPLES).map(({ timeline }) => {
		const { time, status, type, title } = timeline;
		return [time, status, type, title];
	});
	const columns = ['Time', 'Status', 'Type', 'Title'].map((heading) => ({ heading }));
	const more = own.length > SAMPLES ? `\n  and ${own.length - SAMPLES} more` : '';
	return [`${section(`Timeline of ${called(id)}`, table(columns, rows))}${more}`];
}

function byRecord(activities: readonly Activity[]): Map<string, Activity[]> {
	const groups = new Map<string, Activity[]>();
	for (const activity of activities) {
		const group = groups.get(activity.parent.id);
		if (group === undefined) groups.set(activity.parent.id, [activity]);
		else group.push(activity);
	}
	return groups;
}

function scriptsTable(scripts: readonly ScriptResult[], called: Called): string {
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'Newest rows', isNumber: true },
			{ heading: 'Owners' },
			{ heading: 'Records in the module', isNumber: true },
		],
		scripts.map(({ recordId, rows, owners, total }) => [called(recordId), rows, owners, total]),
	);
}

function failuresTable(failures: readonly Failure[], called: Called): string {
	const columns = [{ heading: 'Record' }, { heading: 'Related list' }, { heading: 'Code' }];
	const rows = failures.map(({ recordId, relatedList, code }) => [
		called(recordId),
		relatedList,
		code,
	]);
	const texts = failures.map(
		(failure) => `  ${called(failure.recordId)}: ${failure.message}. ${adviceFor(failure)}`,
	);
	return `${table(columns, rows)}\n\n${texts.join('\n')}`;
}

function counted(count: number, what: string): string {
	return `${count} ${what}${count === 1 ? '' : 's'}`;
}
