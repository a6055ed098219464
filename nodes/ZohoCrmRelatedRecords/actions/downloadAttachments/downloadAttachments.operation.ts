import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import { ATTACHMENTS } from '../../helpers/constants';
import {
	downloadFile,
	isLink,
	listFiles,
	nameOf,
	refuseLargeFiles,
	type RecordFile,
} from '../../transport/crm/files';
import type { RecordName } from '../../transport/crm/record';
import type { Run } from '../execution';
import { forRecord } from '../forRecord';
import { FileItem, rowItem, withOwnKey, withParent } from '../output/items';
import {
	apiVersionOption,
	concurrencyOption,
	includeParentOption,
	limitParameters,
	moduleLocator,
	optionsParameter,
	recordLocator,
	simplifyOption,
} from '../parameters/descriptions';
import type { OutputOptions } from '../parameters/itemParameters';
import { isToolExecution } from '../parameters/toolExecution';
import { fitsPattern } from './fileNames';
import { binaryFieldParameter, fileOptions, fileOptionsOf } from './parameters';

export const description = updateDisplayOptions({ show: { operation: ['downloadAttachments'] } }, [
	moduleLocator,
	recordLocator,
	...limitParameters,
	binaryFieldParameter,
	optionsParameter([
		apiVersionOption,
		concurrencyOption,
		includeParentOption,
		simplifyOption,
		...fileOptions,
	]),
]);

/**
 * Downloads the files of one record. An AI agent cannot take files, so it gets what is known of them.
 * @returns an item for each file: its row as JSON, and its bytes unless it is a link
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<(IDataObject | FileItem)[]> {
	return await forRecord(run, itemIndex, ({ parameters, subject }) => {
		subject.relatedList = ATTACHMENTS;
		const version = parameters.apiVersion();
		const limit = parameters.limit();
		const options = fileOptionsOf(parameters);
		const output = parameters.output();
		const read = async (record: RecordName) => {
			const { includeNoteFiles, patterns, maxBytes } = options;
			const isFiltered = patterns.length > 0;
			const found = await listFiles(run.client, {
				...record,
				includeNoteFiles,
				limit: isFiltered ? Infinity : limit,
			});
			const matching = isFiltered ? found.files.filter(matches(patterns)) : found.files;
			const files = matching.slice(0, limit);
			run.hints.addRows(
				files.map(({ row }) => row),
				[],
				isFiltered,
			);
			run.hints.addConfidence(found.confidence);
			run.hints.addLimit(limit, found.hasMore || matching.length > files.length);
			if (isToolExecution(run.context)) return forAgent(run, files, output);
			if (options.isMetadataOnly) return files.map((file) => jsonOf(file, output));
			const toDownload = files.filter(({ row }) => !isLink(row));
			refuseLargeFiles(toDownload, maxBytes);
			const download = untilFailure(
				async (file: RecordFile) => await downloadFile(run.client, version, file, maxBytes),
			);
			return await Promise.all(
				files.map(async (file) => {
					const json = jsonOf(file, output);
					if (isLink(file.row)) return json;
					const stored = await run.files.use(async () => await download(file));
					return new FileItem(json, { [options.binaryField]: stored });
				}),
			);
		};
		return { version, read };
	});
}

/** Lets no step start once one has failed: those that wait would be for nothing. */
function untilFailure<From, To>(step: (from: From) => Promise<To>): (from: From) => Promise<To> {
	const failures: unknown[] = [];
	return async (from) => {
		if (failures.length > 0) throw failures[0];
		return await step(from).catch((error: unknown) => {
			failures.push(error);
			throw error;
		});
	};
}

function matches(patterns: readonly string[]): (file: RecordFile) => boolean {
	return ({ row }) => patterns.some((pattern) => fitsPattern(nameOf(row), pattern));
}

function forAgent(run: Run, files: readonly RecordFile[], output: OutputOptions): IDataObject[] {
	run.hints.addMetadataOnly();
	return files.map((file) => withOwnKey(jsonOf(file, output), 'downloaded', false));
}

function jsonOf(
	{ row, module, recordId }: RecordFile,
	{ isSimple, includeParent }: OutputOptions,
): IDataObject {
	const json = rowItem(row, isSimple);
	const parent = { module, id: recordId, relatedList: ATTACHMENTS };
	return includeParent ? withParent(json, parent) : json;
}
