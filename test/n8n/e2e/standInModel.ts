import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Message {
	role: string;
	content: string | null;
}

interface Question {
	messages: Message[];
	tools?: { function: { name: string; description: string; parameters: unknown } }[];
	stream?: boolean;
}

/** What the model sets, and for which of its tools; without a name for the first one. */
export interface ToolCall {
	tool?: RegExp;
	values: object;
}

/**
 * Stands in for a chat model behind OpenAI's API: makes each of the calls in turn, then gives its
 * answer.
 */
export class StandInModel {
	/** What the model was asked, in order. */
	readonly questions: Question[] = [];

	private constructor(private readonly server: Server) {}

	static async start(calls: readonly ToolCall[], answer: string): Promise<StandInModel> {
		const server = createServer((request, response) => {
			void read(request).then((body) => {
				const question = JSON.parse(body) as Question;
				model.questions.push(question);
				const said = messageOf(question, calls[model.questions.length - 1], answer);
				response.writeHead(200, {
					'Content-Type': question.stream === true ? 'text/event-stream' : 'application/json',
				});
				response.end(question.stream === true ? streamed(said) : JSON.stringify(completion(said)));
			});
		});
		const model = new StandInModel(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return model;
	}

	/** Base address of the API. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	/** What the tool told the model, in order. */
	get toolAnswers(): string[] {
		const last = this.questions.at(-1)?.messages ?? [];
		return last.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

interface Said {
	message: object;
	reason: string;
}

function messageOf(
	{ tools = [], messages }: Question,
	call: ToolCall | undefined,
	answer: string,
): Said {
	const names = tools.map((tool) => tool.function.name);
	const name = names.find((candidate) => call?.tool?.test(candidate) ?? true);
	if (call === undefined || name === undefined) {
		return { message: { role: 'assistant', content: answer }, reason: 'stop' };
	}
	const toolCall = {
		id: `call_${messages.length}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(call.values) },
	};
	const message = { role: 'assistant', content: null, tool_calls: [toolCall] };
	return { message, reason: 'tool_calls' };
}

const COMMON = { id: 'chatcmpl-1', created: 1_700_000_000, model: 'stand-in' };
const USAGE = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

function completion({ message, reason }: Said): object {
	const choices = [{ index: 0, message, finish_reason: reason }];
	return { ...COMMON, object: 'chat.completion', choices, usage: USAGE };
}

function streamed({ message, reason }: Said): string {
	const chunk = (delta: object, finish: string | null) =>
		JSON.stringify({
			...COMMON,
			object: 'chat.completion.chunk',
			choices: [{ index: 0, delta, finish_reason: finish }],
		});
	const calls = 'tool_calls' in message ? (message.tool_calls as object[]) : undefined;
	const delta = calls
		? { ...message, tool_calls: calls.map((call, index) => ({ ...call, index })) }
		: message;
	return [chunk(delta, null), chunk({}, reason), '[DONE]']
		.map((data) => `data: ${data}\n\n`)
		.join('');
}

async function read(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const part of request.setEncoding('utf8')) body += part as string;
	return body;
}
