import fc from 'fast-check';
import {
	planPageSize,
	spansUpTo,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination/pagePlan';
import { schedulesToRun } from '../../../support/schedulesToRun';
import {
	idsOf,
	lostOf,
	readSchedule,
	schedules,
	schedulesAtRest,
	type Schedule,
} from './schedules';

const RUNS = schedulesToRun({ few: 300, many: 20_000 });

describe('a list that does not change', () => {
	it('is read exactly, and nothing is said of changes', async () => {
		await fc.assert(
			fc.asyncProperty(schedulesAtRest, async (schedule) => {
				const { rows, list, confidence } = await readSchedule(schedule);
				const order = schedule.idOrder ?? schedule.byEdit ?? 'asc';
				expect(idsOf(rows).join()).toBe(list.ids(order).slice(0, schedule.limit).join());
				expect(confidence).not.toBe('changed');
				if (isCountable(schedule)) expect(confidence).toBe('whole');
			}),
			{ numRuns: 300 },
		);
	});

	it('costs no call more than its overlapping pages, and few for tokens', async () => {
		await fc.assert(
			fc.asyncProperty(schedulesAtRest, async (schedule) => {
				const { list } = await readSchedule({ ...schedule, free: [1] });
				const { rows, limit, pageSize } = schedule;
				if (Math.min(rows, limit) > 1900) return;
				const first = planPageSize(limit, pageSize);
				const pages = list.log.filter((line) => line.includes('page')).length;
				const most = spansUpTo(Math.min(rows, limit), first).length;
				expect(pages).toBeLessThanOrEqual(Math.max(1, most));
			}),
			{ numRuns: 200 },
		);
	});
});

describe('a list that Zoho counts wrongly', () => {
	it('is read exactly all the same', async () => {
		const wrong = fc.integer({ min: -3000, max: 3000 });
		await fc.assert(
			fc.asyncProperty(schedulesAtRest, wrong, async (given, error) => {
				const schedule: Schedule = { ...given, counted: 'first' };
				const { rows, list } = await readSchedule(schedule, error);
				const order = schedule.idOrder ?? schedule.byEdit ?? 'asc';
				expect(idsOf(rows).join()).toBe(list.ids(order).slice(0, schedule.limit).join());
			}),
			{ numRuns: 150 },
		);
	});
});

describe('a list that changes between any two answers', () => {
	it('keeps each row that stayed, once and in order, or the read says that it changed', async () => {
		const seen = { schedules: 0, whole: 0, changed: 0, unchecked: 0, lost: 0, tracelessLosses: 0 };
		await fc.assert(
			fc.asyncProperty(schedules, async (schedule) => {
				const outcome = await readSchedule(schedule);
				const { rows, list, confidence } = outcome;
				seen.schedules += 1;
				seen[confidence] += 1;
				const ids = idsOf(rows);
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length).toBeLessThanOrEqual(schedule.limit);
				expect(ids.every((id) => list.ever.has(id))).toBe(true);
				if (schedule.idOrder !== undefined) expect(isSorted(ids, schedule.idOrder)).toBe(true);
				const lost = lostOf(outcome, schedule);
				if (lost.length === 0) return;
				seen.lost += 1;
				if (confidence !== 'whole') return;
				seen.tracelessLosses += 1;
				expect({ lost, isTraceless: list.isTraceless }).toEqual({ lost, isTraceless: true });
			}),
			{ numRuns: RUNS.number, seed: RUNS.seed, endOnFailure: true },
		);
		RUNS.report('pure pager', seen);
		expect(seen.schedules).toBe(RUNS.number);
	}, 1_800_000);
});

function isSorted(ids: readonly string[], order: 'asc' | 'desc'): boolean {
	const sign = order === 'asc' ? 1 : -1;
	return ids.every((id, index) => index === 0 || sign * (Number(id) - Number(ids[index - 1])) > 0);
}

/** Whether page numbers reach, or Zoho counts. */
function isCountable({ rows, limit, counted }: Schedule): boolean {
	return counted !== 'never' || Math.min(rows, limit) <= 1900;
}
