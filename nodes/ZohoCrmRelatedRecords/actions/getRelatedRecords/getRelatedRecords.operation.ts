import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import type { Row } from '../../helpers/types';
import { allFields, withoutFields } from '../../transport/crm/allFields';
import { readEmails } from '../../transport/crm/emails';
import type { RelatedListRead } from '../../transport/crm/fieldGroups';
import type { QuerySource } from '../../transport/crm/query/queryReads';
import type { RecordName } from '../../transport/crm/record';
import { readRelatedList } from '../../transport/crm/relatedList';
import type { RelatedListQuery } from '../../transport/crm/relatedPage';
import type { Run } from '../execution';
import { forRecord } from '../forRecord';
import { outputOf } from '../output/items';
import {
	commonOptions,
	fieldsParameter,
	limitParameters,
	moduleLocator,
	optionsParameter,
	recordLocator,
	relatedListLocator,
} from '../parameters/descriptions';
import type { EmailOptions } from '../parameters/emailOptions';
import { ItemParameters } from '../parameters/itemParameters';
import { ownOptions, readParameters } from './parameters';

export const description = updateDisplayOptions({ show: { operation: ['getRelatedRecords'] } }, [
	moduleLocator,
	recordLocator,
	relatedListLocator,
	fieldsParameter,
	...limitParameters,
	optionsParameter([...commonOptions, ...ownOptions]),
]);

/** Why a record is not queried that is named by an external ID. */
const EXTERNAL = 'a query takes the ID of the record, not an external one';

/** Rows, and whether the limit left out others. */
interface ReadRows {
	rows: Row[];
	hasMore: boolean;
}

/**
 * Reads one related list of one record.
 * @returns the JSON of the output items
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	return await forRecord(run, itemIndex, (item) => {
		const { request, emails, isQueried, output } = readParameters(item);
		const isExternal = item.record.external !== undefined;
		const read = async (name: RecordName) => {
			const list = { ...request, ...name };
			if (isQueried && isExternal) run.hints.addNotQueried(EXTERNAL);
			const { rows, hasMore } =
				(isQueried && !isExternal ? await queriedRows(run, itemIndex, list) : undefined) ??
				(await (emails === undefined ? listedRows(run, list) : emailRows(run, list, emails)));
			run.hints.addLimit(list.limit, hasMore);
			const { module, recordId, relatedList } = list;
			const json = rows.map((row) => ({ json: row, relatedList }));
			return outputOf(json, { module, recordId, relatedList }, output, hasMore);
		};
		return { version: request.version, read };
	});
}

/** @returns undefined where they have to be read from the related list */
async function queriedRows(
	run: Run,
	itemIndex: number,
	request: RelatedListRead,
): Promise<ReadRows | undefined> {
	const outcome = await run.queries.outcome(itemIndex, request, sourceOf(run));
	if ('obstacle' in outcome) {
		run.hints.addNotQueried(outcome.obstacle);
		return undefined;
	}
	run.hints.addRows(outcome.rows, request.fields, false);
	for (const remark of outcome.remarks) run.hints.addRemark(remark);
	return outcome;
}

/** What all input items read: the next ones are read along. */
function sourceOf({ context }: Run): QuerySource {
	return {
		count: context.getInputData().length,
		readOf: (item) => {
			try {
				const parameters = new ItemParameters(context, item);
				const module = parameters.module();
				const record = parameters.recordKey(module);
				if (record.external !== undefined) return undefined;
				const { request, isQueried } = readParameters({ parameters, module, record, subject: {} });
				return isQueried ? request : undefined;
			} catch {
				// The item fails for it by itself, when its turn comes.
				return undefined;
			}
		},
	};
}

async function emailRows(
	run: Run,
	request: RelatedListRead,
	emails: EmailOptions,
): Promise<ReadRows> {
	const { rows, hasMore } = await readEmails(run.client, { ...request, ...emails });
	run.hints.addRows(rows, request.fields, emails.type !== undefined);
	return { rows: rows.map((row) => picked(row, request.fields)), hasMore };
}

async function listedRows(run: Run, request: RelatedListRead): Promise<ReadRows> {
	const { fields: chosen } = request;
	const fields = chosen.length > 0 ? chosen : await allFields(run.metadata, run.client, request);
	const read = { ...request, fields };
	const related = await readRelatedList(run.client, read, run.counts).catch((error: unknown) => {
		throw fields.length > 0 ? error : withoutFields(request, error);
	});
	const { rows, counted, confidence, hasOthers, hasMore = false } = related;
	run.hints.addRows(rows, chosen, isFiltered(request));
	run.hints.addCount(rows.length, counted);
	run.hints.addConfidence(confidence);
	if (hasOthers === true) run.hints.addOthers();
	return { rows, hasMore };
}

/** Zoho gives whole emails, whichever fields are wanted. */
function picked(email: Row, fields: readonly string[]): Row {
	if (fields.length === 0) return email;
	const wanted = Object.entries(email).filter(([name]) => fields.includes(name));
	return { id: email.id, ...Object.fromEntries(wanted) };
}

function isFiltered({ ids, converted, modifiedSince }: Partial<RelatedListQuery>): boolean {
	return ids !== undefined || converted !== undefined || modifiedSince !== undefined;
}
