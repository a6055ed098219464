import { COLLECTION_HELPERS } from './collections';
import { DATE_HELPERS } from './dates';
import { VALUE_HELPERS } from './values';

/** Functions that stand above a translated script where it needs them, by name. */
export const HELPERS = new Map([...VALUE_HELPERS, ...COLLECTION_HELPERS, ...DATE_HELPERS]);
