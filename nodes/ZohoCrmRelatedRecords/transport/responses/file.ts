import type { FileRequest } from '../../helpers/crmRequest';
import type { Subject } from '../../helpers/types';
import { invalidParameter, ZohoError } from '../../helpers/zohoError';
import type { FileProblem, StoredFile } from '../http/file';
import type { RequestSubject } from '../request';
import type { Decoded, Decoder, Failure } from './decoded';
import { invalidResponse } from './errors';
import { decodeRows } from './rows';

/** @returns a decoder for an answer that is a file, which n8n has stored, or Zoho's refusal */
export function fileDecoder(file: FileRequest): Decoder<StoredFile> {
	return (answer, asked) => {
		if (answer.file !== undefined) return { kind: 'body', body: answer.file };
		if (answer.problem !== undefined) return unfit(answer.problem, file, asked);
		const decoded = decodeRows(answer, asked);
		if (decoded.kind !== 'body') return decoded;
		const error = invalidResponse('contains no file', answer.status, asked.subject);
		return { kind: 'failure', error, failed: { status: answer.status } };
	};
}

/** Too few bytes are a broken transfer, which a repeat may cure. */
function unfit(
	{ kind, reason }: FileProblem,
	file: FileRequest,
	{ subject }: RequestSubject,
): Decoded<StoredFile> {
	if (kind === 'notStored') return lasting(cannotStore(file.name, reason), subject);
	if (kind === 'tooLarge') {
		return lasting(fileTooLarge(file.name, file.maxBytes, file.size), subject);
	}
	const error = new ZohoError({
		code: 'INVALID_RESPONSE',
		message: `The file '${file.name}' came with ${kind === 'short' ? 'fewer' : 'more'} bytes than the ${file.size} that Zoho's list of attachments reports`,
		resolution:
			'Run the node again: the file may have been replaced. If it happens every time, check for a proxy between n8n and Zoho.',
		httpStatusCode: 200,
		details: { size: file.size ?? null },
		subject,
	});
	return { kind: 'failure', error, failed: kind === 'short' ? {} : { status: 200 } };
}

/** A failure that a repeat does not cure. */
function lasting(error: ZohoError, subject: Subject): Failure {
	return { kind: 'failure', error: error.about(subject), failed: { status: 200 } };
}

function cannotStore(name: string, reason: string | undefined): ZohoError {
	return new ZohoError({
		code: 'UNEXPECTED',
		message: `n8n could not store the file '${name}'${reason === undefined ? '' : `: ${reason}`}`,
		resolution:
			"Check the free disk space of the n8n host, and n8n's settings for binary data. Then run the node again.",
	});
}

const MB = 1024 * 1024;

/**
 * The error of a file that is larger than the user wants.
 * @param maxBytes that it may have
 * @param size in bytes; unset where Zoho does not say
 */
export function fileTooLarge(name: string, maxBytes: number, size?: number): ZohoError {
	const much = size === undefined ? 'is larger' : `has ${(size / MB).toFixed(1)} MB`;
	return invalidParameter(
		'maxFileSize',
		`is ${maxBytes / MB} MB, but the file '${name}' ${much}`,
		"Raise it under Options, or leave the file out with 'File Names'.",
	);
}
