import { KeyMemory } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/hashes';
import { shrunk } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/shrink';
import {
	MAX_STATE_LENGTH,
	newFeed,
	windowStart,
	type FeedState,
	type TriggerState,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';

const START = 1_772_442_000;

/** Keys of so many seconds, one each. */
function keys(seconds: number, perSecond = 1) {
	const memory = new KeyMemory({});
	for (let second = 0; second < seconds; second += 1) {
		for (let one = 0; one < perSecond; one += 1) memory.add(`${second}/${one}`, START + second);
	}
	return memory.since(START);
}

function stateOf(feeds: Record<string, Partial<FeedState>>): TriggerState {
	const whole = Object.entries(feeds).map(([name, feed]) => [name, { ...newFeed(START), ...feed }]);
	return { version: 1, fingerprint: 'x', start: START, feeds: Object.fromEntries(whole) };
}

describe('a state that is too long', () => {
	it('is left alone as long as it fits', () => {
		const state = stateOf({ Notes: { changes: keys(1000) } });
		expect(shrunk(state)).toEqual({ state, isShrunk: false });
	});

	it('forgets the oldest changes, and does not read their seconds again', () => {
		const cursor = START + 9999;
		const { state, isShrunk } = shrunk(stateOf({ Notes: { changes: keys(10_000), cursor } }));
		const { changes, floor = 0 } = state.feeds.Notes ?? newFeed(0);
		const kept = Object.keys(changes).map((text) => parseInt(text, 36));
		expect(isShrunk).toBe(true);
		expect(JSON.stringify(state).length).toBeLessThanOrEqual(MAX_STATE_LENGTH);
		expect(kept.length).toBeGreaterThan(4000);
		expect(Math.min(...kept)).toBe(floor);
		expect(Math.max(...kept)).toBe(START + 9999);
		expect(windowStart({ ...newFeed(START), floor })).toBe(floor);
	});

	it('forgets the oldest creations, and reads on after what was looked at', () => {
		const cursor = START + 1;
		const { state } = shrunk(stateOf({ Notes: { moments: keys(2, 8000), cursor } }));
		expect(Object.keys(state.feeds.Notes?.moments ?? {})).toHaveLength(1);
		expect(state.feeds.Notes?.floor).toBe(cursor + 1);
	});

	it.each(['changes', 'moments'])('never skips what is still to be read: %s', (kind) => {
		const { state } = shrunk(stateOf({ Notes: { [kind]: keys(1, 12_000), cursor: START - 1 } }));
		expect(state.feeds.Notes?.floor).toBe(START);
	});

	it('takes from the largest feed', () => {
		const small = keys(100);
		const { state } = shrunk(
			stateOf({ Tasks: { moments: small }, Calls: { moments: keys(10_000) } }),
		);
		expect(state.feeds.Tasks?.moments).toEqual(small);
		expect(JSON.stringify(state).length).toBeLessThanOrEqual(MAX_STATE_LENGTH);
	});
});
