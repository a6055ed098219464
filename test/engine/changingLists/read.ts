import type { IDataObject } from 'n8n-workflow';
import { inspectionFields } from '../../support/sandbox/data/schema/vehicle';
import { openBench, related } from '../operations/fixture';
import { AnswerOrder } from './answerOrder';
import { ChangingList, COUNT_PATH, dataset, LIST, parentOf } from './changingList';
import type { Schedule } from './schedules';

const TIMES = ['Created_Time', 'Modified_Time'];
/** More than the 50 that one request takes. */
const MANY_FIELDS = [...TIMES, ...inspectionFields.slice(0, 60).map(({ apiName }) => apiName)];

const NOT_COUNTED = {
	status: 400,
	body: { code: 'NOT_SUPPORTED', details: {}, message: 'not supported', status: 'error' },
};

export interface Outcome {
	list: ChangingList;
	rows: IDataObject[];
	ids: string[];
	error: unknown;
	/** Whether a hint says that the list changed, or that nobody can tell. */
	says: 'whole' | 'changed' | 'unchecked';
}

/** The names of the fields of a schedule. */
export function fieldsOf({ hasManyFields }: Schedule): string[] {
	return hasManyFields ? MANY_FIELDS : TIMES;
}

/** Runs the node in n8n's engine, on a sandbox whose list changes between its answers. */
export async function readSchedule(schedule: Schedule): Promise<Outcome> {
	const { rows, limit, version, pageSize, atOnce, sortBy, sortOrder } = schedule;
	const state: { list?: ChangingList } = {};
	const now = () => ChangingList.timeAt(state.list?.answers ?? 0);
	const unsettled = { pageTokens: schedule.tokens };
	const bench = await openBench({ dataset, now, unsettled });
	const list = new ChangingList(bench.sandbox, parentOf(rows), schedule.changes);
	state.list = list;
	const order = new AnswerOrder(schedule.picks);
	jest.spyOn(bench.sandbox.faults, 'take').mockImplementation(({ path }) => ({
		match: {},
		hold: order.next().then(() => list.proceed(path)),
		...(path.endsWith(COUNT_PATH) && !schedule.isCounted ? { reply: NOT_COUNTED } : {}),
	}));
	const options = {
		apiVersion: version,
		pageSize,
		maxConcurrentRequests: atOnce,
		sortBy,
		sortOrder,
	};
	try {
		const { json, hints, error } = await bench.run(
			related('Accounts', parentOf(rows), LIST, {
				fields: fieldsOf(schedule),
				...(limit === Infinity ? { returnAll: true } : { returnAll: false, limit }),
				options,
			}),
		);
		const ids = json.map(({ id }) => String(id));
		return { list, rows: json, ids, error, says: saidIn(hints) };
	} finally {
		await bench.close();
	}
}

function saidIn(hints: readonly string[]): Outcome['says'] {
	if (hints.some((hint) => hint.includes(' changed while being read, so rows may be missing'))) {
		return 'changed';
	}
	return hints.some((hint) => hint.includes('no way to check')) ? 'unchecked' : 'whole';
}

/** Rows that stayed, belong into the result, and are missing. */
export function lostOf(
	{ list, rows, ids }: Outcome,
	{ limit, sortBy, sortOrder }: Schedule,
): string[] {
	const found = new Set(ids);
	const missing = list.stayed.filter((id) => !found.has(id));
	const last = rows.at(-1);
	if (rows.length < limit || last === undefined) return missing;
	// What comes after the last row is left out by the limit.
	if (sortBy === 'Modified_Time') return [];
	const sign = sortOrder === 'asc' ? 1 : -1;
	if (sortBy === 'id') return missing.filter((id) => sign * compare(id, String(last.id)) < 0);
	const end = timeOf(last);
	return missing.filter((id) => sign * (list.createdAt(id) - end) < 0);
}

/**
 * Whether rows are in the order asked for. Those by Modified Time move while they are read; one that
 * left has no place among rows that were read later.
 */
export function isInOrder({ list, rows }: Outcome, { sortBy, sortOrder }: Schedule): boolean {
	const sign = sortOrder === 'asc' ? 1 : -1;
	if (sortBy === 'Modified_Time') return true;
	const kept = sortBy === 'id' ? rows : rows.filter(({ id }) => !list.hasLeft(String(id)));
	return kept.every((row, index) => {
		const before = kept[index - 1];
		if (before === undefined) return true;
		return sortBy === 'id'
			? sign * compare(String(before.id), String(row.id)) < 0
			: sign * (timeOf(before) - timeOf(row)) <= 0;
	});
}

const timeOf = ({ Created_Time }: IDataObject) => Date.parse(String(Created_Time));
/** All ids of the sandbox are of one length. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a !== b));
