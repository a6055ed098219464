import { JOBS, rowsOf } from '../jobs';
import type { Round } from './results';
import { jobOf, resultOf, resultsOf } from './sample';
import { verdictsOn } from './targets';

const rowsIn = (name: string): number =>
	JOBS.filter((job) => job.name === name).map(rowsOf)[0] ?? 0;

const run = (
	job: string,
	peer: 'kept' | 'asking' | 'http' | 'chain',
	theirs: number,
	ours: Partial<Round>,
) => {
	const peers = [resultOf('node', [1], ours), resultOf(peer, [theirs])];
	return verdictsOn(resultsOf(jobOf(job, peers, { rows: rowsIn(job) })));
};

it.each<[string, 'kept' | 'asking' | 'http' | 'chain', number, Partial<Round>, boolean]>([
	['rows-2000', 'asking', 0.72, {}, true],
	['rows-2000', 'asking', 0.71, {}, false],
	['rows-2000', 'asking', 0.72, { lost: 1 }, false],
	['rows-5000', 'chain', 2.23, {}, true],
	['rows-5000', 'chain', 2.22, {}, false],
	['rows-20000', 'chain', 1.06, {}, true],
	['rows-20000', 'chain', 1.05, {}, false],
	['parents-100', 'kept', 0.91, {}, true],
	['parents-100', 'kept', 0.9, {}, false],
	['parents-100', 'kept', 0.91, { doubled: 1 }, false],
	['parents-1000', 'kept', 1.25, {}, true],
	['parents-1000', 'kept', 1.24, {}, false],
	['first-50', 'kept', 0.77, { calls: 1 }, true],
	['first-50', 'kept', 0.77, { calls: 2 }, false],
	['first-50', 'kept', 0.76, { calls: 1 }, false],
	['timeline', 'http', 0.5, {}, true],
	['timeline', 'http', 0.49, {}, false],
])('%s against %s, which needs %f of our time, with %p: %p', (job, peer, theirs, ours, isMet) => {
	expect(run(job, peer, theirs, ours).map((verdict) => verdict.isMet)).toEqual([isMet]);
});

it('says nothing of what was not measured', () => {
	expect(verdictsOn(resultsOf())).toEqual([]);
	expect(verdictsOn(resultsOf(jobOf('rows-2000', [resultOf('asking', [1])])))).toEqual([]);
});

it('says nothing of other jobs or another link', () => {
	const peers = [resultOf('node', [1]), resultOf('asking', [1])];
	expect(verdictsOn(resultsOf(jobOf('rows-2000', peers)))).toHaveLength(1);
	expect(verdictsOn(resultsOf(jobOf('rows-2000', peers, { rows: 600 })))).toEqual([]);
	const link = { roundTripMs: 10, serverTimeMs: 50, concurrencyCap: 10 };
	expect(verdictsOn({ ...resultsOf(jobOf('rows-2000', peers)), link })).toEqual([]);
});
