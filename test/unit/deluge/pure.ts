import { parse } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import {
	runScript,
	ScriptRun,
	type Crm,
	type Environment,
	type Outcome,
} from '../../../nodes/ZohoCrmRelatedRecords/deluge';
import type {
	CrmAnswer,
	CrmRequest,
} from '../../../nodes/ZohoCrmRelatedRecords/helpers/crmRequest';
import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import type { JsonValue } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';

export { parse };

export interface PureOptions extends Partial<
	Omit<Environment, 'crm' | 'variables' | 'hint' | 'limits'>
> {
	limits?: Partial<Environment['limits']>;
	/** Milliseconds, at each look at the clock; it stands still by default. */
	now?: () => number;
	/** Called at each pause. */
	paused?: () => void;
	variables?: Record<string, JsonValue>;
	/** Answers each request; nothing is there by default. */
	answer?: (request: CrmRequest) => CrmAnswer;
}

/** A script's outcome, and what it asked and hinted, without n8n and without a network. */
export interface PureRun extends Outcome {
	requests: CrmRequest[];
	hints: string[];
}

export async function runPure(source: string, options: PureOptions = {}): Promise<PureRun> {
	const { variables = {}, answer = () => ({ kind: 'empty', status: 204 }), ...others } = options;
	const { now = () => 0, paused = () => undefined, limits, ...rest } = others;
	const pause = async () => {
		paused();
		await Promise.resolve();
	};
	const bounds = { maxStatements: 200_000, maxApiCalls: 100, maxSeconds: 30, ...limits };
	const requests: CrmRequest[] = [];
	const hints = new Set<string>();
	const crm: Crm = {
		read: async (request) => {
			requests.push(request);
			return await Promise.resolve(answer(request));
		},
		isApi: async ({ host }) => await Promise.resolve(/^www\.zohoapis\.(com|eu|in)$/.test(host)),
		ownHost: async () => await Promise.resolve('www.zohoapis.com'),
	};
	const outcome = await runScript(source, {
		crm,
		limits: bounds,
		writeTasks: 'refuse',
		zone: 'UTC',
		turn: new ScriptRun({ now, pause }).turn(0, bounds.maxSeconds),
		...rest,
		variables: new Map(Object.entries(variables)),
		hint: (text) => hints.add(text),
	});
	return { ...outcome, requests, hints: [...hints] };
}

/** An answer with JSON, as Zoho sends it. */
export function json(body: JsonValue, status = 200): CrmAnswer {
	return { kind: 'json', status, body, text: JSON.stringify(body), headers: {} };
}

/** An expression, or statements that end with a return, as a script. */
export function asScript(text: string): string {
	return /\breturn\b|^break/.test(text) ? text : `return ${text};`;
}

/** The JSON of a script's value, or the code of its failure. */
export async function resultOf(script: string): Promise<unknown> {
	try {
		const { returned } = await runPure(asScript(script));
		return returned;
	} catch (error) {
		if (error instanceof ZohoError) return error.code;
		throw error;
	}
}
