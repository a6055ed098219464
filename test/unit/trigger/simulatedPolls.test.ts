import type { Found } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/decide';
import { MAX_STATE_LENGTH } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';
import { schedulesToRun } from '../../support/schedulesToRun';
import { Month, START } from './month';
import type { Version } from './world';

jest.setTimeout(30 * 60_000);

const schedules = schedulesToRun({ few: 18, many: 1000 });

/** What is delivered once. */
function keyOf({ id, kind, modified, closed }: Version): string {
	switch (kind) {
		case 'created':
		case 'calls':
			return id;
		case 'createdOrUpdated':
			return `${id} at ${modified}`;
		default:
			return `${id} at ${closed}`;
	}
}

function counted(found: readonly Found<Version>[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { row } of found) {
		const key = keyOf(row);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

/** Whether the last version of a row has to have been delivered. */
function isDue(month: Month, versions: readonly Version[]): boolean {
	const last = versions.at(-1);
	if (last === undefined || last.isDeleted === true || month.tooLate.has(last.id)) return false;
	switch (last.kind) {
		case 'created':
			return last.created >= START;
		case 'createdOrUpdated':
			return last.modified >= START;
		case 'calls':
			return last.isCompleted === true && completionOf(versions) >= START;
		default:
			return (last.closed ?? 0) >= START;
	}
}

function completionOf(versions: readonly Version[]): number {
	return versions.find(({ isCompleted }) => isCompleted === true)?.modified ?? 0;
}

/** What may be delivered at all: nothing from before the start, nothing that never was. */
function isReal(month: Month, { row, change }: Found<Version>): boolean {
	const versions = (month.world.histories.get(row.id) ?? []).map(({ version }) => version);
	const isKnown = versions.some((version) => JSON.stringify(version) === JSON.stringify(row));
	const isClosing = ['tasks', 'calls', 'meetings'].includes(row.kind);
	if (!isKnown || isClosing !== (change === 'closed')) return false;
	if (row.kind === 'calls') return completionOf(versions) >= START;
	return (isClosing ? (row.closed ?? 0) : row.modified) >= START;
}

const seen = {
	months: 0,
	polls: 0,
	delivered: 0,
	faults: 0,
	overlaps: 0,
	restarts: 0,
	handovers: 0,
	atRisk: 0,
	contested: 0,
};

it('delivers each row once, whatever happens in 30 days', async () => {
	for (let run = 0; run < schedules.number; run += 1) {
		const seed = schedules.seed + run;
		const month = new Month(seed);
		await month.run();
		const problems = problemsOf(month);
		expect({ seed, watch: month.watch, problems: problems.slice(0, 5) }).toEqual({
			seed,
			watch: month.watch,
			problems: [],
		});
		seen.months += 1;
		seen.polls += month.polls;
		seen.delivered += month.n8n.executed.length;
		seen.faults += month.faults;
		seen.overlaps += month.overlaps;
		seen.restarts += month.restarts;
		seen.handovers += month.handovers;
		seen.atRisk += month.n8n.atRisk.length;
		seen.contested += month.n8n.contested.length;
	}
	// Where nothing happens, nothing is shown.
	for (const count of Object.values(seen)) expect(count).toBeGreaterThan(schedules.number / 10);
	schedules.report('30 days of polls', seen);
});

/**
 * Loss and repeats beyond those of polls that were killed between n8n's two writes, or that n8n let end
 * while another process polled.
 */
function problemsOf(month: Month): string[] {
	const { longestState, shrunkPolls } = month.n8n;
	return [
		...lost(month),
		...repeated(month),
		...wrongWords(month),
		...month.n8n.executed
			.filter((found) => !isReal(month, found))
			.map((found) => `never was: ${JSON.stringify(found)}`),
		...(longestState > MAX_STATE_LENGTH ? [`state of ${longestState}`] : []),
		...(shrunkPolls > 0 ? ['the state was shrunk'] : []),
	];
}

function lost(month: Month): string[] {
	const { n8n } = month;
	const executed = counted(n8n.executed);
	const atRisk = counted(n8n.atRisk);
	return [...month.world.histories.values()].flatMap((history) => {
		const versions = history.map(({ version }) => version);
		const last = versions.at(-1);
		if (last === undefined || !isDue(month, versions)) return [];
		const key = keyOf(last);
		// Only a state that was stored without its execution loses rows.
		const isExcused = n8n.writes === 'stateFirst' && atRisk.has(key);
		return executed.has(key) || isExcused ? [] : [`lost: ${key}`];
	});
}

function repeated(month: Month): string[] {
	const { n8n } = month;
	const atRisk = counted(n8n.atRisk);
	const contested = counted(n8n.contested);
	// Only an execution whose state was not stored, or polls of two processes at once repeat rows.
	const excused = (key: string) =>
		(contested.get(key) ?? 0) + (n8n.writes === 'executionFirst' ? (atRisk.get(key) ?? 0) : 0);
	return [...counted(n8n.executed)].flatMap(([key, count]) =>
		count > 1 + excused(key) ? [`repeated: ${key}`] : [],
	);
}

/** Of a row's deliveries the first one says that it was created, if it was since the start; no other. */
function wrongWords(month: Month): string[] {
	const { watch, n8n, tooLate } = month;
	if (watch !== 'createdOrUpdated') return [];
	const risky = new Set([...n8n.atRisk, ...n8n.contested].map(({ row }) => row.id));
	const first = new Set<string>();
	return n8n.executed.flatMap(({ row, change }) => {
		if (risky.has(row.id) || tooLate.has(row.id)) return [];
		const isFirst = !first.has(row.id) && row.created >= START;
		first.add(row.id);
		return (change === 'created') === isFirst ? [] : [`${change}: ${keyOf(row)}`];
	});
}
