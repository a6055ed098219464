import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';

export const NODES_BASE = 'n8n-nodes-base';
/** What n8n's nodes must share with the engine: they tell its errors by their class. */
const SHARED = 'n8n-workflow';

type NodeClass = new () => INodeType | IVersionedNodeType;
type CredentialClass = new () => ICredentialType;

/**
 * Loads a node of n8n.
 * @param folder where n8n-nodes-base is installed
 * @param file path below its `dist`
 */
export function loadNode(folder: string | undefined, file: string, name: string): NodeClass {
	return load(folder, file)[name] as NodeClass;
}

/** Loads a credential type of n8n; see loadNode. */
export function loadCredential(
	folder: string | undefined,
	file: string,
	name: string,
): CredentialClass {
	return load(folder, file)[name] as CredentialClass;
}

function load(folder: string | undefined, file: string): Record<string, unknown> {
	if (folder === undefined) throw new Error(`${NODES_BASE} is not installed`);
	const installed = createRequire(join(folder, 'package.json'));
	share(installed);
	return installed(`${NODES_BASE}/dist/${file}`) as Record<string, unknown>;
}

/** Puts our copy in the place of theirs. */
function share(installed: NodeJS.Require): void {
	const ours = createRequire(__filename);
	ours(SHARED);
	ours.cache[installed.resolve(SHARED)] = ours.cache[ours.resolve(SHARED)];
}
