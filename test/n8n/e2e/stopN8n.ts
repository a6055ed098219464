import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder } from './browser';
import type { WithN8n } from './startN8n';

/** After all tests. What n8n printed is kept beside the traces. */
export default async function stopN8n(): Promise<void> {
	const { n8nUnderTest } = globalThis as WithN8n;
	if (!n8nUnderTest) return;
	await writeFile(join(await keptFolder(), 'n8n.log'), n8nUnderTest.logs());
	await n8nUnderTest.stop();
}
