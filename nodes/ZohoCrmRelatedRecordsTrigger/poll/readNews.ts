import type { IPollFunctions } from 'n8n-workflow';
import { isObject } from '../../ZohoCrmRelatedRecords/helpers/guards';
import type { JsonObject, Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import { pollFeeds, type FoundRow } from '../changes/pollFeeds';
import type { Second, TriggerState } from '../changes/state';
import type { Watcher } from './deliver';
import { fingerprintOf } from './fingerprint';
import { zohoSecond } from '../feeds/zohoFeed';
import type { TriggerParameters } from '../parameters/triggerParameters';

/** Key of the state in n8n's static data of the node. */
const KEY = 'watched';

/** Time that a request has at least: with less left, none is begun. */
const SHORTEST_REQUEST_MS = 3000;

export interface News {
	found: FoundRow<Row>[];
	/** Stores what is known now. */
	save: () => void;
}

/**
 * Reads what is new since the last poll. The first one only learns what time it is at Zoho, unless
 * it is to start earlier.
 */
export async function readNews(
	context: IPollFunctions,
	parameters: TriggerParameters,
	watcher: Watcher,
	timeLeft: () => number,
): Promise<News> {
	const data = context.getWorkflowStaticData('node');
	const fingerprint = fingerprintOf(watcher.watching);
	const stored = stateIn(data[KEY]);
	const save = (state: TriggerState) => () => {
		data[KEY] = { ...state };
	};
	if (stored?.fingerprint !== fingerprint) {
		const from = stored === undefined ? parameters.startFrom() : undefined;
		const start = from ?? (await afterNow(watcher));
		const state: TriggerState = { version: 1, fingerprint, start, feeds: {} };
		if (from === undefined) return { found: [], save: save(state) };
		return await readOn(state);
	}
	return await readOn(stored);

	async function readOn(state: TriggerState): Promise<News> {
		const { found, next, isShrunk } = await pollFeeds(state, watcher.feeds, {
			max: watcher.watching.max,
			isOver: () => timeLeft() < SHORTEST_REQUEST_MS,
		});
		if (isShrunk) {
			context.logger.warn(
				`Node '${context.getNode().name}': so many rows changed at once that not all of them can be remembered. Rows that become visible late may be missed, or delivered twice.`,
			);
		}
		return { found, save: save(next) };
	}
}

/** The next second by Zoho's clock. Asking also shows whether all that is watched can be read. */
async function afterNow({ client, feeds }: Watcher): Promise<Second> {
	for (const { newest } of feeds) await newest();
	return zohoSecond(client, {}) + 1;
}

/** A copy of the stored state, which n8n gives out as a proxy; undefined where there is none. */
function stateIn(stored: unknown): TriggerState | undefined {
	const isState = isObject(stored as JsonObject) && (stored as Partial<TriggerState>).version === 1;
	return isState ? (JSON.parse(JSON.stringify(stored)) as TriggerState) : undefined;
}
