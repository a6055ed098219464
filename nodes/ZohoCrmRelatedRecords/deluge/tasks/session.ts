import { DateTime } from 'luxon';
import type { CrmAnswer, CrmRequest } from '../../helpers/crm';
import type { JsonValue } from '../../helpers/types';
import { runtimeFault } from '../values/fault';
import { fromJson } from '../values/json';
import { Meter, type Limits } from '../values/meter';
import type { Tools } from '../library/methods/table';
import type { Value } from '../values/value';
import type { Crm } from './port';

/** What to do about tasks that write. */
export type WriteTasks = 'refuse' | 'skip';

/** What a script runs in. */
export interface Environment {
	crm: Crm;
	/** Values a script starts with, by name; `input` holds them all. */
	variables: ReadonlyMap<string, JsonValue>;
	limits: Limits;
	writeTasks: WriteTasks;
	/** Time zone of dates without an offset. */
	zone: string;
	signal?: AbortSignal;
	/** Lets other work of the process go on, also the cancelling of this one. */
	pause(): Promise<void>;
	/** Tells users what is no failure; the same text may come many times. */
	hint(text: string): void;
}

/** One run of one script: its bounds, and what it has done. */
export class Session {
	readonly meter: Meter;
	readonly tools: Tools;
	/** What `info` wrote. */
	readonly log: JsonValue[] = [];
	/** What the last task answered; undefined before the first. */
	lastResponse?: JsonValue;

	constructor(readonly environment: Environment) {
		this.meter = new Meter(environment.limits);
		const { zone } = environment;
		this.tools = { meter: this.meter, zone, now: () => DateTime.now().setZone(zone) };
	}

	/** Sends one request; the limit of calls counts it. */
	async read(request: CrmRequest): Promise<CrmAnswer> {
		checkSendable(request);
		this.meter.call();
		return await this.environment.crm.read(request);
	}

	/** Keeps what a task gives as the last response. @returns the same as a script sees it */
	answered(json: JsonValue): Value {
		this.lastResponse = json;
		return fromJson(json, this.meter);
	}
}

/** Half a character cannot be put into an address, nor a line break into a header. */
function checkSendable({ query, headers = {} }: CrmRequest): void {
	const texts = Object.entries(query).flat();
	if (texts.some((text) => /\p{Cs}/u.test(text))) {
		throw runtimeFault('A parameter of the request holds half a character');
	}
	if (Object.values(headers).some((text) => !/^[\x20-\x7E]*$/.test(text))) {
		throw runtimeFault('A header of the request holds a character that headers cannot have');
	}
}
