import type { ApiVersion, RecordKey, Subject } from '../helpers/types';
import { about } from '../helpers/zohoError';
import { findRecordId, type RecordName } from '../transport/crm/record';
import type { Run } from './execution';
import { ItemParameters } from './parameters/itemParameters';

/** An input item whose parameters name a record. */
export interface RecordItem {
	parameters: ItemParameters;
	module: string;
	record: RecordKey;
	/** What errors are about; the operation adds the related list. */
	subject: Subject;
}

/** What an operation does with a record, once all parameters are known to be right. */
export interface RecordPlan<T> {
	version: ApiVersion;
	read: (record: RecordName) => Promise<T>;
}

/**
 * Runs an operation on the record that an input item names: all parameters are checked before the
 * first request, and a record named by an external ID is looked up.
 * @param plan reads the other parameters
 * @throws ZohoError about the record
 */
export async function forRecord<T>(
	run: Run,
	itemIndex: number,
	plan: (item: RecordItem) => RecordPlan<T>,
): Promise<T> {
	const subject: Subject = {};
	return await about(subject, async () => {
		const parameters = new ItemParameters(run.context, itemIndex);
		const module = (subject.module = parameters.module());
		const record = parameters.recordKey(module);
		subject.recordId = record.text;
		const { version, read } = plan({ parameters, module, record, subject });
		parameters.maxConcurrentRequests();
		const recordId = await findRecordId(run.client, { version, module, record });
		subject.recordId = recordId;
		return await read({ version, module, recordId });
	});
}
