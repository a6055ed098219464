import type { IDataObject } from 'n8n-workflow';
import { parse } from '../../deluge/language/parse';
import { suggestedNodes } from '../../deluge/toNode/nodes';
import { untranslated } from '../../deluge/toNode/untranslated';
import { codeNodeScript } from '../../deluge/toTypeScript/codeNode';
import { programOf } from '../../deluge/toTypeScript/program';

/** What a script becomes instead of being run. */
export interface ScriptTranslation {
	/** JSON of the output items. */
	items: IDataObject[];
	/** What the items do not say, a sentence each. */
	remarks: readonly string[];
}

/**
 * An item for each read of a related list: the node that reads the same.
 * @throws DelugeError
 */
export function asNodes(source: string): ScriptTranslation {
	const script = parse(source);
	const items = suggestedNodes(script).map((node): IDataObject => ({ ...node }));
	const remarks = untranslated(script);
	return items.length > 0
		? { items, remarks }
		: { items, remarks: ['The script reads no related list.', ...remarks] };
}

/**
 * One item: the script as TypeScript, and as JavaScript for n8n's Code node.
 * @throws DelugeError
 */
export function asTypeScript(source: string): ScriptTranslation {
	const script = parse(source);
	const { text: typescript, notes } = programOf(script, true);
	const { text: javascript, notes: codeNotes } = codeNodeScript(script);
	return { items: [{ typescript, javascript, notes: [...notes, ...codeNotes] }], remarks: [] };
}
