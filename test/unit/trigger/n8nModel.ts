import { onePoll } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/onePoll';
import { pollFeeds } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/pollFeeds';
import type { Found } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/decide';
import type {
	Second,
	TriggerState,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';
import type { Version, World } from './world';

/** How n8n stores the state and the execution of a poll. */
export type Writes = 'stateFirst' | 'executionFirst' | 'together';

/** What ends the process, and with it the poll. */
export class Killed extends Error {}

/** A main process, and what it knows. */
interface Process {
	number: number;
	memory: TriggerState | undefined;
}

/** The main process of n8n that leads, as far as polls depend on it, and the database. */
export class N8nModel {
	/** What executions received. */
	readonly executed: Found<Version>[] = [];
	/** Rows of polls that were killed between the two writes. */
	readonly atRisk: Found<Version>[] = [];
	/** Rows of polls of two processes that were under way at the same time, and both counted. */
	readonly contested: Found<Version>[] = [];
	longestState = 0;
	shrunkPolls = 0;
	private database: string | undefined;
	private leader: Process = { number: 0, memory: undefined };
	private strays = 0;

	constructor(
		private readonly world: World,
		readonly writes: Writes,
		private readonly options: {
			start: Second;
			max(): number;
			isOver(): boolean;
			isKilledBetween(): boolean;
			/** Whether n8n discards what a poll gives when its process no longer leads (from 2.x on). */
			discardsStrays: boolean;
		},
	) {}

	/** Activation: n8n polls at once, and then saves the state even if there was nothing. */
	async activate(): Promise<void> {
		await this.poll();
		this.database = JSON.stringify(this.leader.memory);
	}

	/** A new process, or another one that leads: it knows what was saved. */
	restart(): void {
		const memory = this.database === undefined ? undefined : JSON.parse(this.database);
		this.leader = { number: this.leader.number + 1, memory };
	}

	/** One tick of the schedule. @returns undefined when another poll is under way */
	async poll(): Promise<Found<Version>[] | null> {
		const process = this.leader;
		return await onePoll(`node of ${process.number}`, async () => await this.pollAlone(process));
	}

	/** Another process begins to lead while the one that did polls. */
	async handOver(): Promise<void> {
		const stray = this.poll();
		this.strays += 1;
		this.restart();
		const polls = [stray.finally(() => (this.strays -= 1)), this.poll()];
		for (const poll of await Promise.allSettled(polls)) {
			if (poll.status === 'rejected') throw poll.reason;
		}
	}

	private async pollAlone(process: Process): Promise<Found<Version>[] | null> {
		const { start, max, isOver, discardsStrays } = this.options;
		const isContested = this.strays > 0;
		const state = process.memory ?? { version: 1, fingerprint: '', start, feeds: {} };
		const poll = await pollFeeds(state, this.world.feeds(), { max: max(), isOver });
		if (poll.isShrunk) this.shrunkPolls += 1;
		const text = JSON.stringify(poll.next);
		this.longestState = Math.max(this.longestState, text.length);
		process.memory = JSON.parse(text);
		const isStray = process !== this.leader;
		if (poll.found.length === 0 || (isStray && discardsStrays)) return null;
		if ((isStray || isContested) && !discardsStrays) this.contested.push(...poll.found);
		this.save(poll.found, text);
		return poll.found;
	}

	private save(found: Found<Version>[], state: string): void {
		const isKilled = this.writes !== 'together' && this.options.isKilledBetween();
		if (!isKilled || this.writes === 'stateFirst') this.database = state;
		if (!isKilled || this.writes === 'executionFirst') this.executed.push(...found);
		if (!isKilled) return;
		this.atRisk.push(...found);
		throw new Killed();
	}
}
