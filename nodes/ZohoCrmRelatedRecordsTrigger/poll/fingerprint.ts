import { hashOf } from '../changes/hashes';
import type { Watching } from '../parameters/watching';

/** What is watched; with another one, what is known of the old one is of no use. */
export function fingerprintOf({ event, watched }: Watching): string {
	const { kind } = watched;
	const target =
		kind === 'record'
			? [watched.module, watched.recordId, watched.relatedList]
			: [...watched.modules];
	return hashOf(JSON.stringify([event, kind, ...target]));
}
