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

/** A main process of n8n, as far as polls depend on it, and its database. */
export class N8nModel {
	/** What executions received. */
	readonly executed: Found<Version>[] = [];
	/** Rows of polls that were killed between the two writes. */
	readonly atRisk: Found<Version>[] = [];
	longestState = 0;
	shrunkPolls = 0;
	private database: string | undefined;
	private memory: TriggerState | undefined;

	constructor(
		private readonly world: World,
		readonly writes: Writes,
		private readonly options: {
			start: Second;
			max(): number;
			isOver(): boolean;
			isKilledBetween(): boolean;
		},
	) {}

	/** Activation: n8n polls at once, and then saves the state even if there was nothing. */
	async activate(): Promise<void> {
		await this.poll();
		this.database = JSON.stringify(this.memory);
	}

	/** A new process, or another one that leads: it knows what was saved. */
	restart(): void {
		this.memory = this.database === undefined ? undefined : JSON.parse(this.database);
	}

	/** One tick of the schedule. @returns undefined when another poll is under way */
	async poll(): Promise<Found<Version>[] | null> {
		return await onePoll('workflow:node', async () => await this.pollAlone());
	}

	private async pollAlone(): Promise<Found<Version>[] | null> {
		const { start, max, isOver } = this.options;
		const state = this.memory ?? { version: 1, fingerprint: '', start, feeds: {} };
		const poll = await pollFeeds(state, [this.world.feed()], { max: max(), isOver });
		if (poll.isShrunk) this.shrunkPolls += 1;
		const text = JSON.stringify(poll.next);
		this.longestState = Math.max(this.longestState, text.length);
		this.memory = JSON.parse(text);
		if (poll.found.length === 0) return null;
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
