import { dayOf } from '../values/dates';
import type { Tools } from './methods/table';
import { DelugeDate, type Value } from '../values/value';

const today = ({ now }: Tools) => dayOf(new DelugeDate(now(), false));
const currentTime = ({ now }: Tools) => new DelugeDate(now(), true);

/** Names with a value of their own, in lower case; variables of the same name win. */
export const CONSTANTS: ReadonlyMap<string, (tools: Tools) => Value> = new Map([
	['zoho.currentdate', today],
	['zoho.currenttime', currentTime],
	['today', today],
	['now', currentTime],
]);
