import { JOBS, rowsOf } from '../jobs';
import type { Round } from './results';
import { jobOf, resultOf, resultsOf } from './sample';
import { verdictsOn } from './targets';

const rowsIn = (name: string): number =>
	JOBS.filter((job) => job.name === name).map(rowsOf)[0] ?? 0;

const run = (
	job: string,
	peer: 'ideal' | 'http' | 'chain',
	theirs: number,
	ours: Partial<Round>,
) => {
	const peers = [resultOf('node', [1], ours), resultOf(peer, [theirs])];
	return verdictsOn(resultsOf(jobOf(job, peers, { rows: rowsIn(job) })));
};

it.each<[string, 'ideal' | 'http' | 'chain', number, Partial<Round>, boolean]>([
	['rows-2000', 'ideal', 0.72, {}, true],
	['rows-2000', 'ideal', 0.71, {}, false],
	['rows-2000', 'ideal', 0.72, { lost: 1 }, false],
	['rows-2000', 'http', 3.5, {}, true],
	['rows-2000', 'http', 3.4, {}, false],
	['rows-5000', 'chain', 1.67, {}, true],
	['rows-5000', 'chain', 1.66, {}, false],
	['parents-100', 'ideal', 0.59, {}, true],
	['parents-100', 'ideal', 0.58, {}, false],
	['parents-100', 'ideal', 0.59, { doubled: 1 }, false],
	['first-50', 'ideal', 0.77, { calls: 1 }, true],
	['first-50', 'ideal', 0.77, { calls: 2 }, false],
	['first-50', 'ideal', 0.76, { calls: 1 }, false],
])('%s against %s, which needs %f of our time, with %p: %p', (job, peer, theirs, ours, isMet) => {
	expect(run(job, peer, theirs, ours).map((verdict) => verdict.isMet)).toEqual([isMet]);
});

it('says nothing of what was not measured', () => {
	expect(verdictsOn(resultsOf())).toEqual([]);
	expect(verdictsOn(resultsOf(jobOf('rows-2000', [resultOf('http', [1])])))).toEqual([]);
});

it('says nothing of other jobs or another link', () => {
	const peers = [resultOf('node', [1]), resultOf('ideal', [1])];
	expect(verdictsOn(resultsOf(jobOf('rows-2000', peers)))).toHaveLength(1);
	expect(verdictsOn(resultsOf(jobOf('rows-2000', peers, { rows: 600 })))).toEqual([]);
	const link = { roundTripMs: 10, serverTimeMs: 50, concurrencyCap: 10 };
	expect(verdictsOn({ ...resultsOf(jobOf('rows-2000', peers)), link })).toEqual([]);
});
