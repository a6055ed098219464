import type { Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../../support/sandbox';

/** n8n's form for a credential of our type. */
export class CredentialForm {
	readonly root: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('editCredential-modal');
	}

	/** From the overview, as a user creates a credential. */
	static async create(page: Page): Promise<CredentialForm> {
		await page.goto('/home/credentials');
		await page.getByTestId('add-resource-credential').click();
		const types = page.getByTestId('new-credential-type-select');
		await types.getByRole('combobox').fill('zoho crm oauth');
		await page.getByRole('option', { name: 'Zoho CRM OAuth2 API' }).click();
		await page.getByTestId('new-credential-type-button').click();
		return new CredentialForm(page);
	}

	async fill({ origin, client }: Sandbox, secret: string = client.secret): Promise<void> {
		await this.chooseDataCenter('Custom');
		await this.write('clientId', client.id);
		await this.write('clientSecret', secret);
		await this.write('accountsUrl', origin);
		await this.write('apiUrl', origin);
	}

	async chooseDataCenter(name: string): Promise<void> {
		await this.field('dataCenter').getByRole('combobox').click();
		await this.page.getByRole('option', { name, exact: true }).click();
	}

	get connectButton(): Locator {
		return this.root.getByRole('button', { name: 'Connect', exact: true });
	}

	async rename(name: string): Promise<void> {
		const title = this.root.getByTestId('credential-name');
		await title.getByTestId('inline-edit-preview').click();
		await title.getByTestId('inline-edit-input').fill(name);
		await this.page.keyboard.press('Enter');
	}

	/** @returns the window with the consent page */
	async connect(): Promise<Page> {
		const window = this.page.waitForEvent('popup');
		await this.connectButton.click();
		return await window;
	}

	/** Passes the consent page. */
	async allow(): Promise<void> {
		const window = await this.connect();
		const closed = window.waitForEvent('close');
		await window.getByRole('button', { name: 'Allow' }).click();
		await closed;
	}

	get connected(): Locator {
		return this.root.getByTestId('oauth-connect-success-banner');
	}

	get notConnected(): Locator {
		return this.root.getByTestId('oauth-not-connected-banner');
	}

	private field(name: string): Locator {
		return this.root.getByTestId(`parameter-input-${name}`);
	}

	async write(name: string, value: string): Promise<void> {
		await this.field(name).getByRole('textbox').fill(value);
	}
}
