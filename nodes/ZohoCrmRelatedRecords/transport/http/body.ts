/** Characters of one answer at most. A page of 200 rows with long texts in all fields has fewer. */
const MAX_BODY_LENGTH = 32 * 1024 * 1024;

export interface BodyRead {
	text: string;
	/** Whether the body was longer than is read; `text` is empty then. */
	isTooLong?: boolean;
}

/** Node's Readable, as far as it is needed here: shipped code imports nothing of Node. */
interface Body extends AsyncIterable<string> {
	setEncoding(encoding: 'utf8'): unknown;
	destroy(error?: Error): unknown;
}

/**
 * Reads a body as it arrives, unpacked, so that one without end cannot fill the memory: n8n's helper
 * would take in any amount.
 * @param body stream of an answer; a text is taken as it is
 * @param signal ends the reading
 * @throws what the stream fails with when the connection breaks off
 */
export async function readBody(body: unknown, signal: AbortSignal): Promise<BodyRead> {
	if (!isBody(body)) return { text: typeof body === 'string' ? body : '' };
	const stop = () => body.destroy(new Error('Stopped'));
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, { once: true });
	try {
		return await collect(body);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

async function collect(body: Body): Promise<BodyRead> {
	body.setEncoding('utf8');
	const parts: string[] = [];
	let length = 0;
	for await (const part of body) {
		length += part.length;
		// Leaving the loop closes the connection.
		if (length > MAX_BODY_LENGTH) return { text: '', isTooLong: true };
		parts.push(part);
	}
	return { text: parts.join('').replace(/^\uFEFF/, '') };
}

function isBody(value: unknown): value is Body {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
