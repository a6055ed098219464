/** A declaration of the prelude. */
export interface Helper {
	name: string;
	/** Its text. */
	typescript: string;
	/** The same without types; empty where it is a type. */
	javascript: string;
	/** Names of the declarations it uses. */
	uses: readonly string[];
}

/** Types that every translated script begins with. */
export const types: string;

/** The declarations of `prelude/`, embedded by the build. */
export const helpers: readonly Helper[];
