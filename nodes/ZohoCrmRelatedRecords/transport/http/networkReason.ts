import { property } from './context';

/** Codes of the system and of axios, such as ECONNRESET; no other text of an error is shown. */
const CODE = /^[A-Z][A-Z0-9_]{2,40}$/;

/**
 * Why a connection failed. n8n's error is the system's one itself or holds it: as `cause`, or, on
 * older releases, as `errorResponse`.
 * @returns undefined when the error names no code
 */
export function reasonOf(error: unknown): string | undefined {
	const errors = [error, property(error, 'cause'), property(error, 'errorResponse')];
	return errors
		.map((candidate) => property(candidate, 'code'))
		.find((code): code is string => typeof code === 'string' && CODE.test(code));
}
