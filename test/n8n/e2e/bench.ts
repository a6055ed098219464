import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { type ExampleWorkflow, withCredential } from '../../tools/editor/workflows';
import { Rest, type Stored } from '../../support/n8n';
import {
	connectedCredential,
	type Sandbox,
	startSandbox,
	SCRIPT_SCOPE,
} from '../../support/sandbox';
import { launch, signedIn, type Theme, traced } from './browser';

interface BenchOptions {
	theme?: Theme;
	credentialName?: string;
}

/** A sandbox of its own, a credential connected to it, and a browser, all for one n8n. */
export class Bench {
	private constructor(
		readonly origin: string,
		readonly rest: Rest,
		readonly sandbox: Sandbox,
		readonly credential: Stored,
		readonly session: BrowserContext,
		private readonly browser: Browser,
	) {}

	/** @param origin of n8n, which has its owner */
	static async open(origin: string, { theme, credentialName }: BenchOptions = {}): Promise<Bench> {
		const sandbox = await startSandbox();
		const rest = await Rest.signIn(origin);
		const credential = await storeCredential(rest, sandbox, credentialName);
		const browser = await launch();
		const session = await signedIn(browser, origin, theme);
		return new Bench(origin, rest, sandbox, credential, session, browser);
	}

	/** Stores a workflow with the credential in it. */
	async addWorkflow(workflow: ExampleWorkflow, { id } = this.credential): Promise<Stored> {
		return await this.rest.addWorkflow(withCredential(workflow, id));
	}

	/** Stores a credential for another sandbox. */
	async addCredential(sandbox: Sandbox): Promise<Stored> {
		return await storeCredential(this.rest, sandbox);
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.sandbox.close();
	}
}

async function storeCredential(
	rest: Rest,
	sandbox: Sandbox,
	// Sandboxes differ in their ports, and so the names of their credentials.
	name = `Zoho CRM at ${sandbox.origin}`,
): Promise<Stored> {
	const tokens = sandbox.tokens.issue({ scope: SCRIPT_SCOPE });
	return await rest.addCredential(name, CREDENTIAL_TYPE, connectedCredential(sandbox, tokens));
}

/** A bench for the tests of one file. */
export function useBench(): () => Bench {
	let bench: Bench | undefined;
	beforeAll(async () => {
		bench = await Bench.open(process.env.N8N_UNDER_TEST ?? '');
	});
	afterAll(async () => await bench?.close());
	return () => {
		if (!bench) throw new Error('The bench is open in tests only');
		return bench;
	};
}

/** A test on a page of its own. */
export function scenario(
	name: string,
	bench: () => Bench,
	work: (page: Page) => Promise<void>,
): void {
	it(name, async () => {
		await traced(bench().session, name, work);
	});
}
