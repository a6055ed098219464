import { ANY_METHODS } from './any';
import { COLLECTION } from './collection';
import { DATE_METHODS } from './date';
import { LIST_METHODS } from './list';
import { MAP_METHODS } from './map';
import type { Method } from './method';
import { NUMBER_METHODS } from './number';
import { TEXT_METHODS } from './text';

/** How methods are translated, by their names in lower case. */
export const METHODS: ReadonlyMap<string, Method> = new Map([
	...TEXT_METHODS,
	...COLLECTION,
	...LIST_METHODS,
	...MAP_METHODS,
	...NUMBER_METHODS,
	...DATE_METHODS,
	...ANY_METHODS,
]);

/** The method of this name, where it takes so many arguments. */
export function methodOf(name: string, count: number): Method | undefined {
	const method = METHODS.get(name.toLowerCase());
	return method !== undefined && count >= method.min && count <= method.max ? method : undefined;
}
