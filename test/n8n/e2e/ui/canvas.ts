import type { Locator, Page } from 'playwright-core';
import { NodePanel } from './nodePanel';

const OUR_NODE = 'Zoho CRM Related Records';
const AGENT = 'AI Agent';

/** The editor of one workflow. */
export class Canvas {
	constructor(private readonly page: Page) {}

	/** An empty workflow. */
	static async create(page: Page): Promise<Canvas> {
		await page.goto('/workflow/new');
		return new Canvas(page);
	}

	static async open(page: Page, workflowId: string): Promise<Canvas> {
		await page.goto(`/workflow/${workflowId}`);
		return new Canvas(page);
	}

	/** Searches the nodes panel of an empty workflow. */
	async search(text: string): Promise<Locator> {
		await this.page.getByTestId('canvas-plus-button').click();
		return await this.searchPanel(text);
	}

	/** Types into the nodes panel, which is open. @returns the names it lists */
	async searchPanel(text: string): Promise<Locator> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		return this.page.getByTestId('node-creator-item-name');
	}

	/** Adds our node to an empty workflow by one of its actions, and opens it. */
	async addOurNode(action: string): Promise<NodePanel> {
		const found = await this.search('zoho related');
		// The trigger, where n8n lists it apart, has the same name and more.
		await found.filter({ hasText: new RegExp(`^\\s*${OUR_NODE}\\s*$`) }).click();
		// In an empty workflow, n8n shows the triggers of a node, and its actions only on a click.
		const actions = this.page.getByTestId('node-creator-category-item');
		await actions.filter({ hasText: 'Actions' }).click();
		await this.page.getByTestId('node-creator-item-name').filter({ hasText: action }).click();
		return this.panel();
	}

	/** Adds n8n's AI agent to an empty workflow, with a chat as its trigger; its panel is open then. */
	async addAgent(): Promise<void> {
		const found = await this.search(AGENT);
		await found
			.filter({ hasText: new RegExp(`^\\s*${AGENT}\\s*$`) })
			.first()
			.click();
	}

	/**
	 * Adds a node below the agent, whose panel is open, and opens it.
	 * @param kind n8n's name of the connection
	 * @param isBeside whether a node of this kind is there already
	 */
	async addToAgent(kind: string, name: string, isBeside = false): Promise<NodePanel> {
		const plus = this.page.getByTestId(`add-subnode-${kind}-0`);
		// Of the plus, only the left edge shows beside a node that is there; a click lays it open.
		if (isBeside) await plus.click({ position: { x: 3, y: 16 } });
		await plus.click();
		const found = await this.searchPanel(name.replace(/ Tool$/, ''));
		await found
			.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
			.first()
			.click();
		return this.panel();
	}

	/** From the panel of a node below the agent to the agent's. */
	async backToAgent(): Promise<void> {
		await this.page.locator(`[data-test-id="floating-node"][data-node-name="${AGENT}"]`).click();
	}

	/** Says something in the chat of the workflow. */
	async chat(text: string): Promise<void> {
		await this.page.getByTestId('workflow-chat-button').click();
		const input = this.page.getByTestId('canvas-chat').locator('textarea');
		await input.fill(text);
		await input.press('Enter');
	}

	node(name: string): Locator {
		return this.page.getByTestId('canvas-node').filter({ hasText: name });
	}

	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		return this.panel();
	}

	/** Adds a node behind another, which has none yet, and opens it. */
	async addAfter(name: string, added: string): Promise<NodePanel> {
		await this.node(name).getByTestId('canvas-handle-plus').click();
		const found = await this.searchPanel(added);
		await found.filter({ hasText: added }).first().click();
		return this.panel();
	}

	/** Pastes nodes on the canvas. */
	async paste(text: string): Promise<void> {
		const { page } = this;
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.getByTestId('canvas-wrapper').click({ position: { x: 300, y: 500 } });
		await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
		await page.keyboard.press('Control+V');
		await page.getByTestId('canvas-node').first().waitFor();
	}

	/** The panel of the node that is open. */
	panel(): NodePanel {
		return new NodePanel(this.page);
	}

	/** Runs the workflow, and waits for its end: a run can be forgotten only then. */
	async execute(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
		await this.page.getByTestId('clear-execution-data-button').waitFor();
	}

	/** Forgets the last run. */
	async clear(): Promise<void> {
		const button = this.page.getByTestId('clear-execution-data-button');
		await button.click();
		await button.waitFor({ state: 'hidden' });
	}

	async publish(): Promise<void> {
		const { page } = this;
		await page.getByTestId('workflow-open-publish-modal-button').click();
		await page.getByTestId('workflow-publish-button').click();
		await page.getByTestId('activation-modal').getByRole('button', { name: 'Got it' }).click();
	}

	async openExecutions(): Promise<void> {
		await this.page.getByTestId('radio-button-executions').click();
	}
}
