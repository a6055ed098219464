import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { FileRequest } from '../../helpers/crmRequest';
import { property, type ZohoContext } from './context';

/** A file that n8n has stored, where its settings say. */
export type StoredFile = IBinaryData;

/** Why there is no file: fewer or more bytes came than Zoho's list says, too many, or n8n failed. */
export interface FileProblem {
	kind: 'short' | 'long' | 'tooLarge' | 'notStored';
	/** What n8n said. */
	reason?: string;
}

/** Node's Readable, as far as it is needed here: shipped code imports nothing of Node. */
interface Body extends AsyncIterable<Uint8Array> {
	destroy(error?: Error): unknown;
}

type Source = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** The bytes on their way: what is known once they have passed. */
interface Passage {
	problem?: FileProblem['kind'];
	/** Whether the connection broke off. */
	isBroken?: boolean;
}

type Storing = { file: StoredFile } | { problem: FileProblem } | { broken: unknown };

/**
 * Hands a body to n8n as it arrives, so that n8n's file system mode needs no memory for it. What
 * breaks off or does not fit is never handed over to its end, and n8n keeps nothing of it.
 * @param signal ends the reading
 * @param alive called for each part that arrives
 * @returns the file, why there is none, or what the connection broke off with
 */
export async function storeFile(
	context: ZohoContext,
	body: unknown,
	file: FileRequest,
	{ signal, alive }: { signal: AbortSignal; alive: () => void },
): Promise<Storing> {
	const { helpers } = context;
	if (!isBody(body) || !('prepareBinaryData' in helpers)) return { problem: { kind: 'notStored' } };
	const passage: Passage = {};
	const stop = () => body.destroy(new Error('Stopped'));
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, { once: true });
	try {
		const source = streamLike(body, checked(body, file, passage, alive));
		return { file: withType(await helpers.prepareBinaryData(source, fileName(file.name))) };
	} catch (error) {
		if (passage.problem !== undefined) return { problem: { kind: passage.problem } };
		if (passage.isBroken === true || signal.aborted) return { broken: error };
		const reason = error instanceof Error ? error.message : undefined;
		return { problem: { kind: 'notStored', reason } };
	} finally {
		signal.removeEventListener('abort', stop);
		stop();
	}
}

async function* checked(
	body: Body,
	{ size, maxBytes }: FileRequest,
	passage: Passage,
	alive: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
	const end = (problem: FileProblem['kind']) => {
		passage.problem = problem;
		return new Error(problem);
	};
	let bytes = 0;
	const parts = body[Symbol.asyncIterator]();
	for (;;) {
		const part = await parts.next().catch((error: unknown) => {
			passage.isBroken = true;
			throw error;
		});
		if (part.done === true) break;
		alive();
		bytes += part.value.length;
		if (bytes > maxBytes) throw end('tooLarge');
		if (size !== undefined && bytes > size) throw end('long');
		yield part.value;
	}
	if (size !== undefined && bytes < size) throw end('short');
}

/** A stream of the same making as another, which n8n's helper wants, with other bytes in it. */
function streamLike(body: Body, parts: AsyncIterable<Uint8Array>): Source {
	const maker = property(body, 'constructor') as { from(parts: AsyncIterable<Uint8Array>): Source };
	return maker.from(parts);
}

function isBody(value: unknown): value is Body {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** Without what n8n would take for a folder. */
function fileName(name: string): string {
	return name.replace(/[/\\\p{Cc}]/gu, '_');
}

const TEXT_EXTENSIONS: readonly (string | undefined)[] = 'txt text log conf def list in ini'.split(
	' ',
);

/** n8n calls a stream whose type it does not know a text. */
function withType(file: StoredFile): StoredFile {
	const isGuess = file.mimeType === 'text/plain';
	const isText = TEXT_EXTENSIONS.includes(file.fileExtension?.toLowerCase());
	if (!isGuess || isText) return file;
	return { ...file, fileType: undefined, mimeType: 'application/octet-stream' };
}
