import { dayOf } from '../runtime/dates';
import type { Tools } from '../runtime/methods/table';
import { DelugeDate, type Value } from '../runtime/value';

const today = ({ now }: Tools) => dayOf(new DelugeDate(now(), false));
const currentTime = ({ now }: Tools) => new DelugeDate(now(), true);

/** Names with a value of their own, in lower case; variables of the same name win. */
export const CONSTANTS: ReadonlyMap<string, (tools: Tools) => Value> = new Map([
	['zoho.currentdate', today],
	['zoho.currenttime', currentTime],
	['today', today],
	['now', currentTime],
]);
