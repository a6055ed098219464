import { known, type KnownRecord } from '../../support/sandbox';
import type { DemoResult } from './demo';
import type { NamedRecord } from './exampleWorkflow';
import type { ScriptResult } from './outputs';
import { recordDeviations as otherDeviations } from './recordExpectations';

/** A script reads one page. */
const PAGE = 200;
const OPEN = 'Activities_Chronological_View';
const CLOSED = 'Activities_Chronological_View_History';

/** What of a run against the sandbox is not as its data has it, in words; empty when all is well. */
export function deviations(result: DemoResult, records: readonly NamedRecord[]): string[] {
	const { status, error } = result;
	if (status !== 'success') return [`the run ended with '${status}': ${error}`];
	const leads = knownLeads();
	return [
		...records.flatMap((record) => recordDeviations(result, record, leads.get(record.id))),
		...orderDeviations(result),
	];
}

function knownLeads(): Map<string, KnownRecord> {
	const { demoLeads, busyLead, longNotesLead } = known;
	return new Map([...demoLeads, busyLead, longNotesLead].map((lead) => [lead.id, lead]));
}

/** @param lead undefined where the record is meant to be missing */
function recordDeviations(
	result: DemoResult,
	{ id, list, name = id }: NamedRecord,
	lead: KnownRecord | undefined,
): string[] {
	const { lists, activities, scripts, failures } = result;
	const code = failures.find(({ recordId }) => recordId === id)?.code;
	if (lead === undefined) {
		return code === 'INVALID_DATA' ? [] : [`${name} gave ${code ?? 'rows'} instead of an error`];
	}
	if (code !== undefined) return [`${name} could not be read: ${code}`];
	const read = lists.find(({ recordId }) => recordId === id)?.count;
	const own = activities.filter(({ parent }) => parent.id === id);
	const from = (view: string) => own.filter(({ parent }) => parent.relatedList === view).length;
	const { rows, total } = scriptResult(scripts, id);
	const count = lead.counts[list] ?? 0;
	return [
		difference(name, list, read, count),
		difference(name, `${list} by script`, rows, Math.min(count, PAGE)),
		countDeviation(total),
		difference(name, OPEN, from(OPEN), lead.counts[OPEN] ?? 0),
		difference(name, CLOSED, from(CLOSED), lead.counts[CLOSED] ?? 0),
		otherDeviations(result, name, lead),
	].flat();
}

/** What the script gave for a record; nothing where it gave nothing. */
function scriptResult(scripts: DemoResult['scripts'], id: string): Partial<ScriptResult> {
	return scripts.find(({ recordId }) => recordId === id) ?? {};
}

/** All records that the demo reads are of the module that is counted. */
function countDeviation(total = 0): string[] {
	return total >= knownLeads().size ? [] : [`The query counted ${total} records of the module`];
}

function difference(
	name: string,
	list: string,
	actual: number | undefined,
	expected: number,
): string[] {
	return actual === expected ? [] : [`${name} has ${expected} ${list}, but ${actual} were read`];
}

/** Oldest first for each record, and those without a time last. The workflow is in UTC, as days count. */
function orderDeviations({ activities }: DemoResult): string[] {
	const wrong = activities.filter((activity, index) => {
		const before = activities[index - 1];
		if (before === undefined || before.parent.id !== activity.parent.id) return false;
		return instant(before.timeline.time) > instant(activity.timeline.time);
	});
	return wrong.map(({ parent, timeline }) => `'${timeline.title}' of ${parent.id} is out of order`);
}

function instant(time: string | null): number {
	return time === null ? Infinity : Date.parse(time);
}
