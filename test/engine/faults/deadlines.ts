import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

interface Deadline {
	controller: AbortController;
	/** Paths of the HTTP requests that it is for; none where n8n sends no request of its own. */
	paths: string[];
}

const REQUEST = 'http.client.request.start';
const HEADERS = 'http.client.response.finish';
const held: Deadline[] = [];
const passing = { isOn: false };
/** The time bound that was set last in what is going on. */
const current = new AsyncLocalStorage<Deadline>();

function note(message: unknown): void {
	const { request } = message as { request: ClientRequest };
	current.getStore()?.paths.push(request.path);
}

/** Time bounds of requests pass only when told to, from here to the end of the test. */
export function holdDeadlines(): void {
	held.length = 0;
	passing.isOn = false;
	unsubscribe(REQUEST, note);
	subscribe(REQUEST, note);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
		const deadline = { controller: new AbortController(), paths: [] };
		held.push(deadline);
		if (passing.isOn) setImmediate(passDeadlines);
		current.enterWith(deadline);
		return deadline.controller.signal;
	});
}

/** The time of all requests under way is over. */
export function passDeadlines(): void {
	for (const { controller } of held.splice(0)) pass(controller);
}

/** The same, and the time of each request that follows passes at once, to the end of the test. */
export function passDeadlinesFromNowOn(): void {
	passing.isOn = true;
	setImmediate(passDeadlines);
}

/** The time of the requests for one address is over, and of none beside them. */
export function passDeadlinesOf(path: string): void {
	const isFor = ({ paths }: Deadline) => paths.some((other) => other.startsWith(path));
	const over = held.filter(isFor);
	held.splice(0, held.length, ...held.filter((deadline) => !over.includes(deadline)));
	for (const { controller } of over) pass(controller);
}

/** The same once the headers of the next answer from there have arrived. */
export function passDeadlinesInBodyOf(path: string): void {
	const passThen = (message: unknown): void => {
		const { request } = message as { request: ClientRequest };
		if (!request.path.startsWith(path)) return;
		unsubscribe(HEADERS, passThen);
		passDeadlinesOf(path);
	};
	subscribe(HEADERS, passThen);
}

function pass(controller: AbortController): void {
	controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
}
