import type { Entry } from './conformance';

/** Methods that no translation knows. */
export const untranslatedMethods: readonly string[] = [];

/**
 * Entries that the translations do not know yet, by type of their value. Each holds for scripts; as
 * soon as it holds for the translations, too, it belongs into the conformance table.
 */
export const interpreterOnly: Readonly<Record<string, readonly Entry[]>> = {
};
