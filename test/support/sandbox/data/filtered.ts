import type { Entry } from './listView';

const found = new WeakMap<readonly Entry[], Map<string, readonly Entry[]>>();

/**
 * The entries that pass. They are kept, by the filter's name, as long as the list itself, so that
 * only the first page of a long list has to look at all of its rows.
 */
export function filtered(
	entries: readonly Entry[],
	name: string,
	passes: (entry: Entry) => boolean,
): readonly Entry[] {
	const kept = found.get(entries) ?? new Map<string, readonly Entry[]>();
	found.set(entries, kept);
	const passed = kept.get(name) ?? entries.filter(passes);
	kept.set(name, passed);
	return passed;
}
