import { randomFrom } from './random';
import { Killed, N8nModel, type Writes } from './n8nModel';
import { World, type Version, type Watch } from './world';

export const START = Date.UTC(2026, 2, 1) / 1000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
/** Less than the overlap by what an answer takes, and by what clocks differ. */
const LATEST = 290;

const WATCHES: readonly Watch[] = [
	'created',
	'createdOrUpdated',
	'tasks',
	'calls',
	'meetings',
	'activities',
];
const WRITES: readonly Writes[] = ['stateFirst', 'executionFirst', 'together'];

class Failed extends Error {}

/** 30 days of polls over changing rows, with faults. The same seed gives the same month. */
export class Month {
	readonly watch: Watch;
	readonly world: World;
	readonly n8n: N8nModel;
	/** Rows that were visible too late for the promise. */
	readonly tooLate = new Set<string>();
	polls = 0;
	faults = 0;
	overlaps = 0;
	restarts = 0;
	handovers = 0;
	private readonly random: () => number;
	private readonly isHonest: boolean;
	private readonly pace: number;
	private readonly maxPerPoll: number;
	private isQuiet = false;
	private nextChange = START;

	constructor(seed: number) {
		const random = (this.random = randomFrom(seed));
		this.watch = WATCHES[seed % WATCHES.length] ?? 'created';
		this.pace = HOUR + random() * 8 * HOUR;
		this.maxPerPoll = 2 + Math.floor(random() * 30);
		this.isHonest = random() < 0.8;
		const pageSize = 3 + Math.floor(random() * 15);
		this.world = new World(this.watch, random, START - 10 * DAY, pageSize);
		this.n8n = new N8nModel(
			this.world,
			WRITES[Math.floor(seed / WATCHES.length) % WRITES.length] ?? 'together',
			{
				start: START,
				max: () => this.maxPerPoll,
				isOver: () => !this.isQuiet && random() < 0.1,
				isKilledBetween: () => !this.isQuiet && random() < 0.1,
				discardsStrays: random() < 0.5,
			},
		);
	}

	async run(): Promise<void> {
		const { world, n8n } = this;
		for (let rows = 0; rows < 15; rows += 1) this.change(this.random() * -3);
		world.now = START;
		this.nextChange = START;
		world.meanwhile = (until) => this.changeUntil(until);
		world.fault = () => this.fail();
		await this.guarded(async () => await n8n.activate());
		while (world.now < START + MONTH) {
			this.pass();
			await this.guarded(async () => {
				if (this.random() < 0.03) return await this.handOver();
				const isOverlapped = this.random() < 0.1;
				await Promise.all([n8n.poll(), isOverlapped ? this.overlap() : undefined]);
			});
		}
		await this.settle();
	}

	/** Time until the next poll; now and then the workflow is off for days. */
	private pass(): void {
		const { world, random } = this;
		const isOff = random() < 0.01;
		const gap = isOff ? DAY * (1 + random() * 2) : MINUTE + random() ** 3 * 4 * HOUR;
		world.advance(world.now + gap);
		const isRestarted = isOff || random() < 0.1;
		if (!isRestarted) return;
		this.restarts += 1;
		this.n8n.restart();
	}

	/** Nothing changes any more, and polls go on until all is delivered. */
	private async settle(): Promise<void> {
		const { world, n8n } = this;
		this.isQuiet = true;
		world.now += 2 * DAY;
		for (let empty = 0; empty < 3;) {
			world.now += MINUTE;
			empty = (await n8n.poll()) === null ? empty + 1 : 0;
		}
	}

	private async guarded(step: () => Promise<void>): Promise<void> {
		this.polls += 1;
		try {
			await step();
		} catch (error) {
			if (error instanceof Killed) this.n8n.restart();
			else if (!(error instanceof Failed)) throw error;
		}
	}

	private async handOver(): Promise<void> {
		this.handovers += 1;
		await this.n8n.handOver();
	}

	private async overlap(): Promise<void> {
		this.overlaps += 1;
		if ((await this.n8n.poll()) !== null) throw new Error('Two polls at once');
	}

	private fail(): void {
		if (this.isQuiet || this.random() > 0.04) return;
		this.faults += 1;
		if (this.random() < 0.5) throw new Failed();
		throw new Killed();
	}

	private changeUntil(until: number): void {
		const { world, random } = this;
		if (this.isQuiet) return;
		// Changes are rare, but many fall into the seconds in which a poll reads.
		const isBusy = until - world.now < 5 && random() < 0.15;
		const times = isBusy ? [world.now + random() * (until - world.now)] : [];
		while (this.nextChange < until) {
			times.push(this.nextChange);
			this.nextChange += random() * 2 * this.pace;
		}
		for (const time of times.sort((a, b) => a - b)) {
			world.now = Math.max(world.now, time);
			const isBulk = random() < 0.015;
			const count = isBulk ? 1 + Math.floor(random() * 30) : 1;
			for (let one = 0; one < count; one += 1) this.change(isBulk ? 0 : random() * 2 - 1);
		}
	}

	/** One change of one row, stamped now; it may be visible later. */
	private change(lateness: number): void {
		const { world, random } = this;
		const ids = [...world.histories.keys()];
		const old = world.latest(ids[Math.floor(random() * ids.length)] ?? '');
		const isOld = random() < 0.6 && old !== undefined && old.isDeleted !== true;
		const row = isOld ? this.changed(old) : this.created(lateness);
		const isTooLate = !this.isHonest && random() < 0.1;
		const lag = isTooLate ? 400 + random() * 600 : lateness > 0.6 ? random() * LATEST : 0;
		if (isTooLate) this.tooLate.add(row.id);
		world.put(row, lag);
	}

	private created(lateness: number): Version {
		const { world, random } = this;
		// Before the start rows were created over ten days.
		const created = Math.floor(lateness < -1 ? world.now - lateness * DAY : world.now);
		const id = String(10 ** 17 + Math.floor(random() * 10 ** 12) * 1000 + world.histories.size);
		const kind = world.kinds[Math.floor(random() * world.kinds.length)] ?? 'created';
		const row = { id, kind, created, modified: created };
		return this.changed(row);
	}

	private changed(before: Version): Version {
		const { random } = this;
		const now = Math.max(Math.floor(this.world.now), before.modified);
		const row = { ...before, modified: now };
		switch (before.kind) {
			case 'tasks':
				return { ...row, closed: random() < 0.5 ? now : undefined };
			case 'calls':
				return { ...row, ...callAt(before, now, random) };
			case 'meetings':
				return { ...row, closed: now + Math.floor(random() * 2 * DAY) };
			default:
				return random() < 0.05 ? { ...row, isDeleted: true } : row;
		}
	}
}

/** A call begins within days of its creation, and is completed within a week; once, for good. */
function callAt(before: Version, now: number, random: () => number): Partial<Version> {
	const started = before.started ?? now + Math.floor(Math.max(0, random() - 0.5) * DAY);
	const sinceThen = now - Math.max(started, before.created);
	const isInTime = sinceThen >= 0 && sinceThen < 6 * DAY;
	return { started, isCompleted: before.isCompleted === true || (isInTime && random() < 0.5) };
}
