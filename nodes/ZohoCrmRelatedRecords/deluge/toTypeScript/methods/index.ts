import { COLLECTION_METHODS } from './collections';
import { DATE_METHODS } from './dates';
import type { Translate } from './method';
import { TEXT_METHODS } from './texts';
import { VALUE_METHODS } from './values';

export { asNumber, asText, isDate } from './method';

/** How methods are translated, by their names in lower case. */
export const METHODS: ReadonlyMap<string, Translate> = new Map([
	...TEXT_METHODS,
	...COLLECTION_METHODS,
	...DATE_METHODS,
	...VALUE_METHODS,
]);
