import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where installations are kept for all clones. XDG's rule: a relative path does not count. */
export function cacheFolder(): string {
	const { XDG_CACHE_HOME: base = '' } = process.env;
	const root = isAbsolute(base) ? base : join(homedir(), '.cache');
	return join(root, 'n8n-nodes-zoho-crm-related-records');
}
