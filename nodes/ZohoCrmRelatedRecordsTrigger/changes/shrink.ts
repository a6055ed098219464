import { withoutOldest } from './hashes';
import { MAX_STATE_LENGTH, type FeedState, type Hashes, type TriggerState } from './state';

/**
 * A state that is short enough to be stored: the oldest keys of the largest feed are forgotten until
 * it is. What they stand for is not read again, so what becomes visible late there is missed; but a
 * creation or closing that is forgotten is delivered again when its row is changed.
 */
export function shrunk(state: TriggerState): { state: TriggerState; isShrunk: boolean } {
	let shorter = state;
	for (;;) {
		const excess = JSON.stringify(shorter).length - MAX_STATE_LENGTH;
		const next = excess > 0 ? withoutSome(shorter, excess) : undefined;
		if (next === undefined) return { state: shorter, isShrunk: shorter !== state };
		shorter = next;
	}
}

function withoutSome(state: TriggerState, excess: number): TriggerState | undefined {
	const [largest] = Object.entries(state.feeds).sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
	if (largest === undefined) return undefined;
	const [name, feed] = largest;
	const isChanges = lengthOf(feed.changes) >= lengthOf(feed.moments);
	const kind = isChanges ? 'changes' : 'moments';
	const cut = withoutOldest(feed[kind], excess);
	if (cut === undefined) return undefined;
	// What is still to be read is never skipped.
	const unread = feed.cursor + 1;
	const floor = isChanges ? Math.min(cut.second + 1, unread) : unread;
	const next: FeedState = {
		...feed,
		[kind]: cut.hashes,
		floor: Math.max(feed.floor ?? -Infinity, floor),
	};
	return { ...state, feeds: { ...state.feeds, [name]: next } };
}

function sizeOf({ changes, moments }: FeedState): number {
	return lengthOf(changes) + lengthOf(moments);
}

function lengthOf(hashes: Hashes): number {
	return JSON.stringify(hashes).length;
}
