import type { Handlers, Message, Question } from './contract';

/** Answers the questions of the process that started this one, and ends with it. */
export function serve(handlers: Handlers): void {
	const send = (message: Message) => process.send?.(message);
	process.on('message', (question: Question) => {
		const { id } = question;
		answer(handlers, question).then(
			(value) => send({ id, value }),
			(error: unknown) =>
				send({ id, error: error instanceof Error ? `${error.stack}` : `${error}` }),
		);
	});
	process.once('disconnect', () => process.exit());
	send({ ready: true });
}

async function answer(handlers: Handlers, { name, argument }: Question): Promise<unknown> {
	const handler = handlers[name];
	if (handler === undefined) throw new Error(`Nobody answers '${name}'`);
	return await handler(argument as never);
}
