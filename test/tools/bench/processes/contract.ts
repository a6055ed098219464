/** What a child process can be asked for; arguments and answers are plain JSON. */
export type Handlers = Record<string, (argument: never) => unknown>;

export type Argument<H extends Handlers, K extends keyof H> = Parameters<H[K]>[0];
export type Answer<H extends Handlers, K extends keyof H> = Awaited<ReturnType<H[K]>>;

export interface Question {
	id: number;
	name: string;
	argument: unknown;
}

/** `ready` comes once, before anything is asked. */
export type Message = { ready: true } | { id: number; value?: unknown; error?: string };
