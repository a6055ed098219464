import { MINUTE, isoAt } from './time';
import type { NewRow, Row } from './types';
import { userAt, userReference } from './users';

/** Turns a record's own values into a row with id, owner and times. */
export function completeRow(
	id: string,
	sequence: number,
	createdMs: number,
	values: NewRow,
	latestMs = Infinity,
): Row {
	const owner = userAt(sequence);
	const modifiedMs = Math.min(createdMs + ((sequence * 7919) % 2880) * MINUTE, latestMs);
	return {
		Owner: userReference(owner),
		Created_By: userReference(userAt(sequence + 1)),
		Modified_By: userReference(owner),
		Created_Time: isoAt(createdMs, owner.offset),
		Modified_Time: isoAt(Math.max(modifiedMs, createdMs), owner.offset),
		Tag: [],
		...values,
		id,
	};
}
