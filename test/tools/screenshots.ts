import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { CREDENTIAL_NAME } from './editor/credential';
import { demoWorkflow } from './editor/workflows';
import { explain, step } from '../support/n8n';
import { known } from '../support/sandbox';
import { RUNS, TEMPLATES } from '../support/templates/templates';
import { Bench } from '../n8n/e2e/bench';
import type { Theme } from '../n8n/e2e/browser';
import { askLeadAgent } from '../n8n/e2e/leadAgent';
import { N8nUnderTest } from '../n8n/e2e/n8nUnderTest';
import { runTemplate } from '../n8n/e2e/templateRun';
import { Canvas } from '../n8n/e2e/ui/canvas';
import { CredentialForm } from '../n8n/e2e/ui/credentialForm';
import type { NodePanel } from '../n8n/e2e/ui/nodePanel';

/** The pictures of the documents, taken from runs in the real n8n. */
const FOLDER = join(__dirname, '..', '..', '.github', 'assets');
const PICTURES = join(__dirname, '..', '..', 'docs', 'pictures');
const THEMES: readonly Theme[] = ['light', 'dark'];

/** The open tasks of a lead. */
const OPEN_TASKS = `open = List();
for each task in zoho.crm.getRelatedRecords("Tasks", "Leads", "${known.lead.id}")
{
	open.add({"subject": task.get("Subject"), "due": task.get("Due_Date")});
}
return open;`;

type Scene = (page: Page, bench: Bench) => Promise<void>;

/** What is on each picture when it is taken. */
const SCENES: Record<string, Scene> = {
	credential: async (page, { sandbox }) => {
		const form = await CredentialForm.create(page);
		await form.fill(sandbox);
		await form.allow();
		await form.connected.waitFor();
	},
	node: async (page, { credential }) => {
		const node = await (await Canvas.create(page)).addOurNode('Get related records of a record');
		await node.chooseCredential(credential.name);
		await node.pick('module', 'Leads');
		await node.pick('recordId', known.lead.name);
		await node.pickRelatedList('Notes');
		await node.chooseSeveral('fields', ['Note Title', 'Note Content', 'Created Time']);
		await node.execute();
		await node.output.getByText(`${known.lead.counts.Notes} items`).waitFor();
	},
	errors: async (page, bench) => {
		const { id } = await bench.addWorkflow(await demoWorkflow());
		const canvas = await Canvas.open(page, id);
		await canvas.execute();
		const node = await canvas.openNode('Get Related Records');
		await node.output.getByRole('tab', { name: 'Error Branch (1 item)' }).click();
		await node.output.getByRole('radio', { name: 'JSON' }).click();
		await node.output.getByText('INVALID_DATA').waitFor();
	},
};

const MOST_STEPS = 200;

/** What the documents show after a run, by the name of the picture: mostly the panel of a node. */
const PANELS: Record<string, (page: Page, bench: Bench) => Promise<{ root: Locator }>> = {
	agent: async (page, bench) => {
		await askLeadAgent(page, bench);
		await page.getByTestId('zoom-to-fit').click();
		return { root: page.locator('body') };
	},
	deluge: async (page, { credential }) => {
		const node = await (await Canvas.create(page)).addOurNode('Run a deluge script');
		await node.chooseCredential(credential.name);
		await node.writeScript(OPEN_TASKS);
		await node.execute();
		await node.rowCount(1);
		return node;
	},
	digest: async (page, bench) => {
		const node = await readLead(page, bench, 'Get a digest of a record');
		await node.output.getByText('1 item').first().waitFor();
		await node.output.getByRole('radio', { name: 'JSON' }).click();
		await scrollTo(page, node.output.getByText(/^"?events"?$/));
		return node;
	},
	files: async (page, bench) => {
		const node = await readLead(page, bench, 'Download attachments of a record');
		await node.output.getByText(`${known.lead.counts.Attachments} items`).waitFor();
		await node.output.getByRole('radio', { name: 'Binary' }).click();
		await node.output.getByText('offer.pdf').first().waitFor();
		return node;
	},
	timeline: async (page, bench) => {
		const node = await readLead(page, bench, 'Get the activity timeline of a record');
		await node.rowCount(1);
		return node;
	},
};

/** Runs an action of our node on the lead that the examples read. */
async function readLead(page: Page, { credential }: Bench, action: string): Promise<NodePanel> {
	const node = await (await Canvas.create(page)).addOurNode(action);
	await node.chooseCredential(credential.name);
	await node.pick('module', 'Leads');
	await node.pick('recordId', known.lead.name);
	await node.execute();
	return node;
}

/** Scrolls down in what n8n shows of a long JSON, line by line. */
async function scrollTo(page: Page, line: Locator): Promise<void> {
	await page.getByTestId('ndv-data-container').last().hover();
	for (let step = 0; step < MOST_STEPS && (await line.count()) === 0; step += 1) {
		await page.mouse.wheel(0, 200);
		await page.waitForTimeout(50);
	}
	await line.first().scrollIntoViewIfNeeded();
}

async function takePanels(n8n: N8nUnderTest): Promise<void> {
	await mkdir(PICTURES, { recursive: true });
	const bench = await Bench.open(n8n.origin, { credentialName: 'Zoho CRM (panels)' });
	for (const [name, scene] of Object.entries(PANELS)) {
		await step(`Taking ${name}.png`, async () => {
			const page = await bench.session.newPage();
			const { root } = await scene(page, bench);
			// n8n's word that all went well would cover a corner.
			await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
			await root.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
			await page.close();
		});
	}
	await bench.close();
}

/** The canvas of each template after its run. */
async function takeTemplates(n8n: N8nUnderTest): Promise<void> {
	const bench = await Bench.open(n8n.origin, { credentialName: CREDENTIAL_NAME });
	for (const run of RUNS) {
		const path = join(TEMPLATES, `${run.template}.png`);
		await step(`Taking ${run.template}.png`, async () => {
			const page = await bench.session.newPage();
			await runTemplate(page, bench, run);
			await page.getByTestId('zoom-to-fit').click();
			await page.getByTestId('canvas-wrapper').screenshot({ path, animations: 'disabled' });
			await page.close();
		});
	}
	await bench.close();
}

async function takeAll(n8n: N8nUnderTest): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	for (const theme of THEMES) {
		const bench = await Bench.open(n8n.origin, { theme, credentialName: `Zoho CRM (${theme})` });
		for (const [name, scene] of Object.entries(SCENES)) {
			await step(`Taking ${name}-${theme}.png`, async () => await take(name, theme, bench, scene));
		}
		await bench.close();
	}
}

async function take(name: string, theme: Theme, bench: Bench, scene: Scene): Promise<void> {
	const page = await bench.session.newPage();
	await scene(page, bench);
	const path = join(FOLDER, `${name}-${theme}.png`);
	await page.screenshot({ path, animations: 'disabled' });
	await page.close();
}

/** What to take, by the argument that chooses it; all where none is given. */
const PARTS = new Map([
	['--assets', takeAll],
	['--panels', takePanels],
	['--templates', takeTemplates],
]);

function partsIn(args: readonly string[]): ((n8n: N8nUnderTest) => Promise<void>)[] {
	const chosen = [...PARTS].filter(([name]) => args.includes(name));
	return (chosen.length > 0 ? chosen : [...PARTS]).map(([, take]) => take);
}

async function main(): Promise<void> {
	const n8n = await N8nUnderTest.start();
	try {
		for (const part of partsIn(process.argv)) await part(n8n);
	} finally {
		await n8n.stop();
	}
}

main().catch((error: unknown) => {
	console.error(explain(error));
	process.exit(1);
});
