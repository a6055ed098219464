import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Prepares the process for n8n-core: a user folder of its own, quiet unless DEBUG is set, and no
 * proxy in front of servers on this machine. Imported before n8n-core, which reads these at load.
 */
const folder = mkdtempSync(join(tmpdir(), 'zoho-related-records-'));
const remove = () => rmSync(folder, { recursive: true, force: true });

// Jest gives each test file a copy of `process`, on which 'exit' never happens.
if (typeof afterAll === 'function') afterAll(remove);
else process.once('exit', remove);

process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'a key for tests only';
process.env.N8N_LOG_LEVEL ??= process.env.DEBUG ? 'debug' : 'silent';
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';

const direct = [process.env.no_proxy ?? process.env.NO_PROXY, '127.0.0.1', 'localhost'];
process.env.no_proxy = direct.filter(Boolean).join(',');
process.env.NO_PROXY = process.env.no_proxy;
