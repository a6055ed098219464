import { DateTime } from 'luxon';
import type { CrmAnswer, CrmRequest } from '../../helpers/crmRequest';
import type { JsonValue } from '../../helpers/types';
import { limitFault, runtimeFault } from '../values/fault';
import { fromJson } from '../values/json';
import { Meter, type Limits, type Pacer } from '../values/scriptLimits';
import type { Tools } from '../library/methods/table';
import type { Value } from '../values/value';
import { checkAllowed } from './allowedReads';
import { OpenPages } from './openPages';
import { Organization } from './organization';
import type { Crm } from './port';

/** What to do about tasks that write. */
export type WriteTasks = 'refuse' | 'skip';

/** The script's share of the process that all scripts of a run take turns in. */
export interface ScriptTurn extends Pacer {
	/** Waits for the first turn. @throws ExecutionStopped */
	begin(): Promise<void>;
	end(): void;
	/** Waits for something else than the processor. */
	outside<T>(step: () => Promise<T>): Promise<T>;
}

/** What a script runs in. */
export interface Environment {
	crm: Crm;
	/** Values a script starts with, by name; `input` holds them all. */
	variables: ReadonlyMap<string, JsonValue>;
	limits: Limits;
	writeTasks: WriteTasks;
	/** The function to begin with, where the script has several. */
	entryFunction?: string;
	/** Time zone of dates without an offset. */
	zone: string;
	/** The script's time on the processor. */
	turn: ScriptTurn;
	/** Tells users what is no failure; the same text may come many times. */
	hint(text: string): void;
}

/** One run of one script: its bounds, and what it has done. */
export class Session {
	readonly meter: Meter;
	readonly tools: Tools;
	readonly openPages = new OpenPages();
	/** What `info` wrote. */
	readonly log: JsonValue[] = [];
	/** What the last task answered; undefined before the first. */
	lastResponse?: JsonValue;
	/** Users and variables of the organization. */
	readonly organization: Organization;
	/** Its characters. */
	lastResponseSize = 0;

	constructor(readonly environment: Environment) {
		this.meter = new Meter(environment.limits, environment.turn);
		const { zone, hint } = environment;
		this.organization = new Organization(async (request) => await this.read(request), hint);
		this.tools = { meter: this.meter, zone, now: () => DateTime.now().setZone(zone), hint };
	}

	/** Sends one request; the limit of calls counts it. */
	async read(request: CrmRequest): Promise<CrmAnswer> {
		checkAllowed(request.path.slice(1), request.body !== undefined);
		checkSendable(request);
		this.meter.call();
		const { crm, turn } = this.environment;
		const answer = await turn.outside(async () => await crm.read(request));
		this.openPages.add(request, answer);
		return answer;
	}

	/** Keeps what a task gives as the last response. @returns the same as a script sees it */
	async answered(json: JsonValue): Promise<Value> {
		const before = this.meter.charactersMade;
		const value = await fromJson(json, this.meter);
		this.lastResponse = json;
		this.lastResponseSize = this.meter.charactersMade - before;
		return value;
	}
}

/** Characters of a request's parameters; Zoho takes far fewer. */
const MAX_QUERY = 100_000;

/** Half a character cannot be put into an address, nor a line break into a header. */
function checkSendable({ query, headers = {}, body }: CrmRequest): void {
	const texts = [...Object.entries(query).flat(), body?.select_query ?? ''];
	const length = texts.reduce((sum, text) => sum + text.length, 0);
	if (length > MAX_QUERY) {
		throw limitFault(
			`The parameters of a request have more than ${MAX_QUERY} characters`,
			'Ask for less at once.',
		);
	}
	if (texts.some((text) => /\p{Cs}/u.test(text))) {
		throw runtimeFault(
			'A request parameter contains an unpaired surrogate, which is half a character',
		);
	}
	if (Object.values(headers).some((text) => !/^[\x20-\x7E]*$/.test(text))) {
		throw runtimeFault('A request header contains a character that is not allowed in headers');
	}
}
