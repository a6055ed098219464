import { shown } from '../../helpers/shown';
import type { Script } from './ast';
import { DelugeError } from './errors';
import { functionsOf, withEntry } from './ownFunctions';

/**
 * The script with the function to begin with around it.
 * @param entryFunction its name; chosen by who calls whom where there is none
 * @throws DelugeError DELUGE_UNSUPPORTED where no function has the name
 */
export function scriptFrom(script: Script, entryFunction?: string): Script {
	const entry = withEntry(script, entryFunction);
	if (entry !== undefined || entryFunction === undefined) return entry ?? script;
	const names = functionsOf(script).map(({ header }) => header.name);
	throw new DelugeError({
		code: 'DELUGE_UNSUPPORTED',
		message: `The script has no function '${shown(entryFunction)}'`,
		resolution:
			names.length > 0
				? `Choose one of its functions under 'Entry Function': ${shown(names.join(', '))}.`
				: "Remove 'Entry Function', since the script has no functions.",
		at: { line: 1, column: 1 },
	});
}
