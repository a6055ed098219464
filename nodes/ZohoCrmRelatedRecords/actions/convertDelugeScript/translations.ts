import type { IDataObject } from 'n8n-workflow';
import { suggestNodes, translate, type ConversionOptions, type Turn } from '../../deluge';

/** What a script is converted to. */
export interface Conversion {
	/** JSON of the output items. */
	items: IDataObject[];
	/** What the items do not say, a sentence each. */
	remarks: readonly string[];
	/** The same to download. */
	file?: { name: string; text: string };
}

/**
 * An item for each read: the node that reads the same. Where there are several, a last item has all
 * of them in one workflow.
 * @throws DelugeError
 */
export async function asNodes(
	source: string,
	turn: Turn,
	options: ConversionOptions,
): Promise<Conversion> {
	const { nodes, workflow, remarks } = await suggestNodes(source, turn, options);
	const items = nodes.map((node): IDataObject => ({ ...node }));
	if (items.length > 1) items.push({ kind: 'all', workflow, notes: [TO_PASTE, ...remarks] });
	return items.length > 0
		? { items, remarks }
		: { items, remarks: ['The script reads nothing from Zoho CRM.', ...remarks] };
}

const TO_PASTE =
	"Paste the workflow on the canvas and connect the node 'Input' to the node whose items have the values that the script is given.";

/**
 * One item: the script as TypeScript, as JavaScript, and as a workflow with a Code node where that
 * can run.
 * @throws DelugeError
 */
export async function asTypeScript(
	source: string,
	turn: Turn,
	options: ConversionOptions,
): Promise<Conversion> {
	const translation = await translate(source, turn, options);
	return {
		items: [{ ...translation }],
		remarks: translation.workflow === undefined ? translation.notes : [],
		file: { name: 'script.ts', text: translation.typescript },
	};
}
