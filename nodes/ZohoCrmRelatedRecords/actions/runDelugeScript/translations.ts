import type { IDataObject } from 'n8n-workflow';
import { suggestNodes, translate, type Turn } from '../../deluge';

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
export async function asNodes(source: string, turn: Turn): Promise<ScriptTranslation> {
	const { nodes, remarks } = await suggestNodes(source, turn);
	const items = nodes.map((node): IDataObject => ({ ...node }));
	return items.length > 0
		? { items, remarks }
		: { items, remarks: ['The script reads no related list.', ...remarks] };
}

/**
 * One item: the script as TypeScript, and as JavaScript for n8n's Code node.
 * @throws DelugeError
 */
export async function asTypeScript(source: string, turn: Turn): Promise<ScriptTranslation> {
	return { items: [{ ...(await translate(source, turn)) }], remarks: [] };
}
