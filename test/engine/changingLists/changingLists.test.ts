import fc from 'fast-check';
import type * as clock from '../../support/engine/clock';
import { takeDelays } from '../../support/engine/clock';
import { schedulesToRun } from '../../support/schedulesToRun';
import { fieldsOf, isInOrder, lostOf, readSchedule } from './read';
import { schedules } from './schedules';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const RUNS = schedulesToRun({ few: 8, many: 500 });

describe("a list that changes between any two answers, in n8n's engine", () => {
	it('keeps each row that stayed, once and in order, or a hint says that it changed', async () => {
		const seen = { schedules: 0, whole: 0, changed: 0, unchecked: 0, lost: 0, tracelessLosses: 0 };
		await fc.assert(
			fc.asyncProperty(schedules, async (schedule) => {
				const outcome = await readSchedule(schedule);
				takeDelays();
				const { ids, rows, list, says, error } = outcome;
				seen.schedules += 1;
				seen[says] += 1;
				expect(error).toBeUndefined();
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length).toBeLessThanOrEqual(schedule.limit);
				expect(ids.filter((id) => !list.ever.has(id))).toEqual([]);
				expect(isInOrder(outcome, schedule)).toBe(true);
				const fields = fieldsOf(schedule);
				expect(rows.filter((row) => fields.some((name) => !(name in row)))).toEqual([]);
				const lost = lostOf(outcome, schedule);
				if (lost.length === 0) return;
				seen.lost += 1;
				if (says !== 'whole') return;
				seen.tracelessLosses += 1;
				expect({ lost, isTraceless: list.isTraceless }).toEqual({ lost, isTraceless: true });
			}),
			{ numRuns: RUNS.number, seed: RUNS.seed, endOnFailure: true },
		);
		RUNS.report("n8n's engine", seen);
		expect(seen.schedules).toBe(RUNS.number);
	}, 1_800_000);
});
