import type { Known } from './data/seeded';
import { seeded } from './data/seeded';

/** Ids and names in the seeded dataset, which is built on the first look at one of them. */
export const known: Known = new Proxy<Known>({} as Known, {
	get: (_target, name): unknown => Reflect.get(seeded().known, name),
});
