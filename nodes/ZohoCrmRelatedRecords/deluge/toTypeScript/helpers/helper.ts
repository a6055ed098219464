/** A function that scripts need where Deluge and JavaScript differ. */
export interface Helper {
	/** Helpers that this one calls. */
	uses: readonly string[];
	/** Its text; what stands between « and » are types, left out of JavaScript. */
	text: string;
}

/** @param uses names of the helpers it calls */
export const helper = (text: string, ...uses: string[]): Helper => ({ uses, text: text.trim() });

export type NamedHelper = readonly [name: string, helper: Helper];
