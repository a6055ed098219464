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
 * An item for each read: the node that reads the same. Where there are several, a last item has all
 * of them in one workflow.
 * @throws DelugeError
 */
export async function asNodes(
	source: string,
	turn: Turn,
	entryFunction?: string,
): Promise<ScriptTranslation> {
	const { nodes, workflow, remarks } = await suggestNodes(source, turn, entryFunction);
	const items = nodes.map((node): IDataObject => ({ ...node }));
	if (items.length > 1) items.push({ kind: 'all', workflow, notes: [TO_PASTE, ...remarks] });
	return items.length > 0
		? { items, remarks }
		: { items, remarks: ['The script reads nothing from Zoho CRM.', ...remarks] };
}

const TO_PASTE =
	"Paste the workflow on the canvas and connect the node 'Input' to the node whose items have the values that the script is given.";

/**
 * One item: the script as TypeScript, and as JavaScript for n8n's Code node.
 * @throws DelugeError
 */
export async function asTypeScript(
	source: string,
	turn: Turn,
	entryFunction?: string,
): Promise<ScriptTranslation> {
	return { items: [{ ...(await translate(source, turn, entryFunction)) }], remarks: [] };
}
