import { FUNCTIONS } from './functions';
import { METHOD_NAMES } from './methods';

const BUILT_IN: ReadonlySet<string> = new Set(
	[...FUNCTIONS.keys(), ...[...METHOD_NAMES.values()].flat()].map((name) => name.toLowerCase()),
);

/** Whether a name is one of Deluge's own functions, which win over those of a script. */
export function isBuiltIn(name: string): boolean {
	return BUILT_IN.has(name.toLowerCase());
}
