export interface LoggedRequest {
	/** Order of arrival, from 0; not reset by clear(). */
	index: number;
	/** Clock of the sandbox on arrival, ms. */
	at: number;
	method: string;
	path: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	body: string;
	/** 0 as long as there is no answer. */
	status: number | 'reset';
	/** Zoho code or OAuth error word. */
	code?: string;
}

/** A request, read whole and taken apart. */
export interface Incoming extends Readonly<LoggedRequest> {
	/** Parameters of a form; empty for any other kind of body. */
	readonly form: Record<string, string>;
}

type Head = Pick<LoggedRequest, 'method' | 'path' | 'query' | 'headers'>;

/** Every request in order of arrival. */
export class RequestLog {
	all: LoggedRequest[] = [];
	private next = 0;

	constructor(private readonly now: () => number) {}

	begin(head: Head): LoggedRequest {
		const entry: LoggedRequest = {
			index: this.next++,
			at: this.now(),
			...head,
			body: '',
			status: 0,
		};
		this.all.push(entry);
		return entry;
	}

	/** Requests to the CRM, all or those whose path contains or matches the given part. */
	crm(pathPart: string | RegExp = ''): LoggedRequest[] {
		return this.all.filter(({ path }) => isCrmPath(path) && pathMatches(path, pathPart));
	}

	/** Requests to the token endpoint. */
	token(): LoggedRequest[] {
		return this.all.filter(({ path }) => path === '/oauth/v2/token');
	}

	clear(): void {
		this.all = [];
	}
}

export function isCrmPath(path: string): boolean {
	return path.startsWith('/crm/');
}

export function pathMatches(path: string, part: string | RegExp): boolean {
	return typeof part === 'string' ? path.includes(part) : new RegExp(part).test(path);
}
