import { ATTACHMENTS, NOTES } from '../../helpers/constants';
import { isObject, textOf } from '../../helpers/guards';
import type { ApiVersion, Confidence, JsonObject, JsonValue, Row } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { StoredFile, ZohoClient } from '../client';
import type { ZohoRequest } from '../request';
import { invalidResponse } from '../responses/errors';
import { fileTooLarge } from '../responses/file';
import { worst } from './fieldGroups';
import { readRelatedList } from './relatedList';
import { scopeOf } from './relatedPage';

/** All that Zoho has of an attachment (Zoho: Get Attachments). */
const FILE_FIELDS: readonly string[] = [
	'File_Name',
	'Size',
	'Created_Time',
	'Modified_Time',
	'Owner',
	'Created_By',
	'Parent_Id',
	'$file_id',
	'$se_module',
	'$type',
	'$link_url',
];
const NOTE_FIELDS: readonly string[] = ['Note_Title', 'Created_Time', 'Owner', '$attachments'];

/** An attachment, and the record that it hangs on: the one that is read, or one of its notes. */
export interface RecordFile {
	row: Row;
	module: string;
	recordId: string;
}

export interface FilesRead {
	version: ApiVersion;
	module: string;
	recordId: string;
	/** Whether to read the files of the record's notes as well. */
	includeNoteFiles: boolean;
	/** Attachments wanted at most; Infinity for all. */
	limit: number;
}

export interface FilesFound {
	files: RecordFile[];
	confidence: Confidence;
	/** Whether the limit left out attachments. */
	hasMore: boolean;
}

/**
 * Lists the files of one record: its attachments, then those of its notes, both newest first.
 * @throws ZohoError
 */
export async function listFiles(client: ZohoClient, read: FilesRead): Promise<FilesFound> {
	const { version, module, recordId } = read;
	const list = { version, module, recordId, pageSize: 200 } as const;
	const attachments = readRelatedList(client, {
		...list,
		relatedList: ATTACHMENTS,
		fields: FILE_FIELDS,
		limit: read.limit,
	});
	const notes = read.includeNoteFiles
		? readRelatedList(client, {
				...list,
				relatedList: NOTES,
				fields: NOTE_FIELDS,
				limit: Infinity,
			})
		: undefined;
	const [own, ofNotes] = await Promise.all([attachments, notes]);
	const files = own.rows.map((row) => ({ row, module, recordId }));
	return {
		files: [...files, ...(ofNotes?.rows ?? []).flatMap(filesOfNote)],
		confidence: worst(own.confidence, ofNotes?.confidence ?? 'whole'),
		hasMore: own.hasMore === true,
	};
}

/** Zoho names a note's files within the note (Zoho's examples of Get Note, `$attachments`). */
function filesOfNote({ id: noteId, $attachments, ...note }: Row): RecordFile[] {
	if (!Array.isArray($attachments)) return [];
	const parent = { module: { api_name: NOTES }, name: note.Note_Title ?? null, id: noteId };
	return $attachments.filter(isFile).map((file) => ({
		row: {
			Created_Time: note.Created_Time ?? null,
			Owner: note.Owner ?? null,
			Parent_Id: parent,
			$se_module: NOTES,
			...file,
		},
		module: NOTES,
		recordId: noteId,
	}));
}

function isFile(value: JsonValue): value is Row {
	return isObject(value) && textOf(value.id) !== '';
}

/** Name of a file as users see it. */
export function nameOf({ id, File_Name: name }: Row): string {
	return textOf(name) || `attachment-${id}`;
}

/** Whether an attachment is an address elsewhere, which has no bytes (Zoho: Attachments, `$type`). */
export function isLink({ $type, $link_url: url }: JsonObject): boolean {
	return $type === 'Link URL' || textOf(url) !== '';
}

/**
 * @param maxBytes of each
 * @throws ZohoError INVALID_PARAMETER for the first file that Zoho says is larger
 */
export function refuseLargeFiles(files: readonly RecordFile[], maxBytes: number): void {
	for (const { row } of files) {
		const size = sizeOf(row);
		if (size !== undefined && size > maxBytes) throw fileTooLarge(nameOf(row), maxBytes, size);
	}
}

/**
 * Downloads one file into n8n's store (Zoho: Download an Attachment).
 * @throws ZohoError
 */
export async function downloadFile(
	client: ZohoClient,
	version: ApiVersion,
	{ row, module, recordId }: RecordFile,
	maxBytes: number,
): Promise<StoredFile> {
	const name = nameOf(row);
	const request: ZohoRequest = {
		path: [version, module, recordId, ATTACHMENTS, row.id],
		subject: { module, recordId, relatedList: ATTACHMENTS },
		target: `the file '${name}' of record ${recordId} in module '${module}'`,
		scope: scopeOf(ATTACHMENTS),
		kind: `${module}/${ATTACHMENTS}/file`,
	};
	const file = { name, size: sizeOf(row), maxBytes };
	const stored = await client.download(request, file).catch((error: unknown) => {
		throw error instanceof ZohoError && error.code === 'TIMEOUT' ? stalled(error, name) : error;
	});
	if (stored !== undefined) return stored;
	throw invalidResponse(`has no content for the file '${name}'`, 204, request.subject);
}

/** Bytes, as text or as a number: Zoho's files and recorded answers differ. */
function sizeOf({ Size: size }: JsonObject): number | undefined {
	const text = typeof size === 'number' ? String(size) : textOf(size);
	return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function stalled(error: ZohoError, name: string): ZohoError {
	return new ZohoError({
		code: error.code,
		message: `Zoho stopped sending the file '${name}': nothing came for a minute`,
		resolution: 'Check the connection of the n8n host, and run the node again later.',
		subject: error.subject,
	});
}
