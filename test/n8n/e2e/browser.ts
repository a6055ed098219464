import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, selectors } from 'playwright-core';
import { OWNER } from '../../support/n8n';

// n8n's attribute for test ids.
selectors.setTestIdAttribute('data-test-id');

const KEPT = join(__dirname, 'kept');
const PATIENCE_MS = 60_000;
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

export type Theme = 'light' | 'dark';

/** @throws Error when there is no browser */
export function chromiumPath(): string {
	const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
	if (existsSync(path)) return path;
	throw new Error(
		`There is no Chromium at ${path}. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH to where it is.`,
	);
}

/** Where traces of failed tests and n8n's output are kept; not in the repository. */
export async function keptFolder(): Promise<string> {
	await mkdir(KEPT, { recursive: true });
	return KEPT;
}

/** Keeps what a user sees at this place, to look at. */
export async function picture(page: Page, name: string): Promise<void> {
	const path = join(await keptFolder(), `${name}.png`);
	await page.screenshot({ path, animations: 'disabled' });
}

/** @param proxy address of the proxy for all but the loopback address; default none */
export async function launch(proxy?: string): Promise<Browser> {
	return await chromium.launch({
		executablePath: chromiumPath(),
		args: QUIET,
		proxy: proxy === undefined ? undefined : { server: proxy, bypass: '127.0.0.1' },
	});
}

/** A session with the owner signed in. */
export async function signedIn(
	browser: Browser,
	baseURL: string,
	theme: Theme = 'light',
): Promise<BrowserContext> {
	const session = await browser.newContext({
		baseURL,
		colorScheme: theme,
		locale: 'en-US',
		viewport: { width: 1440, height: 900 },
	});
	session.setDefaultTimeout(PATIENCE_MS);
	const { email: emailOrLdapLoginId, password } = OWNER;
	await session.request.post('/rest/login', { data: { emailOrLdapLoginId, password } });
	await session.tracing.start({ snapshots: true });
	return session;
}

/** Does something on a page of its own; where that fails, keeps a trace of it. */
export async function traced(
	session: BrowserContext,
	name: string,
	work: (page: Page) => Promise<void>,
): Promise<void> {
	await session.tracing.startChunk();
	const page = await session.newPage();
	try {
		await work(page);
		await session.tracing.stopChunk();
	} catch (error) {
		const path = join(await keptFolder(), `${name.replace(/\W+/g, '-')}.zip`);
		await session.tracing.stopChunk({ path });
		console.error(`Trace of '${name}', for npx playwright-core show-trace:\n${path}`);
		throw error;
	} finally {
		await page.close();
	}
}
