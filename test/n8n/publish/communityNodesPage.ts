import type { Locator, Page } from 'playwright-core';

/** Settings > Community nodes, where an owner installs packages by name. */
export class CommunityNodesPage {
	constructor(private readonly page: Page) {}

	static async open(page: Page): Promise<CommunityNodesPage> {
		await page.goto('/settings/community-nodes');
		return new CommunityNodesPage(page);
	}

	/** The card of an installed package. */
	card(packageName: string): Locator {
		return this.page.getByTestId('community-package-card').filter({ hasText: packageName });
	}

	/** The message that n8n shows at the end of what it did. */
	message(text: string): Locator {
		return this.page.getByRole('alert').filter({ hasText: text });
	}

	/** Asks for a package that n8n has not verified: the risks are understood. */
	async ask(packageName: string): Promise<void> {
		const { page } = this;
		await page.getByRole('button', { name: 'Install' }).click();
		await page.getByTestId('package-name-input').fill(packageName);
		await page.getByTestId('user-agreement-checkbox').click();
		await page.getByTestId('install-community-package-button').click();
	}

	async install(packageName: string): Promise<void> {
		await this.ask(packageName);
		await this.message('Package installed').waitFor();
	}

	async update(packageName: string): Promise<void> {
		await this.card(packageName).getByRole('button', { name: 'Update' }).click();
		await this.page.getByRole('button', { name: 'Confirm update' }).click();
		await this.message('Package updated').waitFor();
	}

	async uninstall(packageName: string): Promise<void> {
		await this.card(packageName).getByTestId('action-toggle').click();
		await this.page.getByTestId('action-uninstall').click();
		await this.page.getByRole('button', { name: 'Confirm uninstall' }).click();
		await this.message('Package uninstalled').waitFor();
	}

	/** Says that no package is installed. */
	get empty(): Locator {
		return this.page.getByText('Supercharge your workflows');
	}
}
