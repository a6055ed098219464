import type { Locator, Page } from 'playwright-core';

/** The details of a node: its input, parameters and output. */
export class NodePanel {
	readonly root: Locator;
	readonly input: Locator;
	readonly output: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
		this.input = page.getByTestId('ndv-input-panel');
		this.output = page.getByTestId('output-panel');
	}

	parameter(name: string): Locator {
		return this.root.getByTestId(`parameter-input-${name}`);
	}

	async chooseCredential(name: string): Promise<void> {
		await this.root.getByTestId('node-credentials-select').click();
		await this.page.getByRole('option', { name }).click();
	}

	async chooseOption(parameter: string, option: string): Promise<void> {
		await this.parameter(parameter).click();
		await this.page.getByRole('option', { name: option }).click();
	}

	/** Lets the model of an AI agent set a parameter of its tool. */
	async letModelSet(parameter: string): Promise<void> {
		const input = this.page.getByTestId(`parameter-input-${parameter}`);
		const item = this.root.getByTestId('parameter-item').filter({ has: input });
		await item.hover();
		await item.getByTestId('from-ai-override-button').first().click();
	}

	/** Opens the list of a resource locator. @returns its entries */
	async openList(parameter: string): Promise<Locator> {
		const locator = this.root.getByTestId(`resource-locator-${parameter}`);
		await locator.getByTestId('rlc-input').click();
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}

	/** Types a filter into the list that is open. */
	async filterList(text: string): Promise<void> {
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(text);
	}

	/** Picks an entry of a searchable list by its name, which is the filter, too. */
	async pick(parameter: string, name: string): Promise<void> {
		const entries = await this.openList(parameter);
		await this.filterList(name);
		await entries
			.filter({ hasText: new RegExp(`^\\s*${name}( · .*)?\\s*$`) })
			.first()
			.click();
	}

	/** Changes how a resource locator is given, and writes its value. */
	async write(parameter: string, mode: string, value: string): Promise<void> {
		const locator = this.root.getByTestId(`resource-locator-${parameter}`);
		await locator.getByTestId('rlc-mode-selector').click();
		await this.page.getByRole('option', { name: mode }).click();
		await locator.getByTestId('rlc-input').fill(value);
	}

	/** Picks a related list, and waits for the fields of its rows: n8n asks for them now. */
	async pickRelatedList(name: string): Promise<void> {
		const withFields = this.page.waitForResponse(async (response) => {
			if (!response.url().endsWith('/dynamic-node-parameters/options')) return false;
			const { data } = (await response.json()) as { data?: unknown[] };
			return (data ?? []).length > 0;
		});
		await this.pick('relatedList', name);
		await withFields;
	}

	/** Chooses several of a multiple choice; while its options are loading, it is no combobox. */
	async chooseSeveral(parameter: string, options: readonly string[]): Promise<void> {
		const choice = this.parameter(parameter);
		await choice.getByRole('combobox', { name: 'Select' }).waitFor();
		await choice.click();
		for (const option of options) await this.page.getByRole('option', { name: option }).click();
		await choice.click();
	}

	/** The name of the node. */
	async title(): Promise<string> {
		return (await this.root.getByTestId('node-title-container').textContent()) ?? '';
	}

	async writeScript(text: string): Promise<void> {
		const editor = this.parameter('script').locator('.cm-content');
		await editor.click();
		await editor.fill(text);
	}

	/** Copies the value of a key from the JSON of the output, as a user does. @returns its text */
	async copyFromJson(key: string): Promise<string> {
		await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		const keys = this.output.locator('[data-target="mappable"]');
		await keys
			.filter({ hasText: new RegExp(`^"?${key}"?$`) })
			.first()
			.click();
		await this.output.getByTestId('ndv-data-container').hover();
		await this.output.getByTestId('ndv-json-actions').locator('button').first().click();
		await this.page.getByRole('menuitem', { name: 'Copy Selection' }).click();
		return String(await this.page.evaluate('navigator.clipboard.readText()'));
	}

	async close(): Promise<void> {
		await this.root.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
	}

	/** Waits until the output table has so many rows. @returns how many it has then */
	async rowCount(expected: number): Promise<number> {
		const rows = this.output.getByRole('row').filter({ has: this.page.getByRole('cell') });
		await rows.nth(expected - 1).waitFor();
		return await rows.count();
	}
}
