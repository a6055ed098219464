import type { Page } from 'playwright-core';
import { known } from '../../support/sandbox';
import type { Bench } from './bench';
import { StandInModel } from './standInModel';
import { Canvas } from './ui/canvas';
import type { NodePanel } from './ui/nodePanel';

const { lead } = known;
const TOOL = 'Zoho CRM Related Records Tool';
const QUESTION = `What happened with ${lead.name}?`;
export const ANSWER = `${lead.name} was called back in June, and the next call is planned.`;

/** Does a step of a journey; a test counts what it takes. */
type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** A model that finds the lead, reads its timeline, and answers. */
async function startModel(): Promise<StandInModel> {
	return await StandInModel.start(
		[
			{ tool: /search/i, values: { Search_For: lead.name } },
			{ tool: /timeline/i, values: { Record: lead.id } },
		],
		ANSWER,
	);
}

/**
 * Builds an agent from an empty canvas, as the recipes say, and asks it what happened with a lead.
 * @returns the model that stood in, closed, with what it was told
 */
export async function askLeadAgent(
	page: Page,
	bench: Bench,
	step: Step = async (_name, work) => await work(),
): Promise<StandInModel> {
	const model = await startModel();
	try {
		await buildAndAsk(page, bench, model.url, step);
	} finally {
		await model.close();
	}
	return model;
}

async function buildAndAsk(
	page: Page,
	{ rest, credential }: Bench,
	url: string,
	step: Step,
): Promise<void> {
	const openAi = await rest.addCredential(`OpenAI at ${url}`, 'openAiApi', { apiKey: 'none', url });
	const canvas = await Canvas.create(page);
	await step('agent', async () => await canvas.addAgent());
	const chatModel = await step('model', async () => {
		return await canvas.addToAgent('ai_languageModel', 'OpenAI Chat Model');
	});
	await chatModel.chooseCredential(openAi.name);
	// The stand-in speaks the older of OpenAI's two APIs.
	await chatModel.parameter('responsesApiEnabled').locator('.el-switch').click();
	await addTool('search', 'Search Records', 'searchFor', false);
	const tool = await addTool('timeline', 'Get Activity Timeline', 'recordId', true);
	await step('question', async () => {
		await tool.close();
		await canvas.chat(QUESTION);
		await page.getByText(ANSWER).first().waitFor();
	});

	async function addTool(
		name: string,
		operation: string,
		setByModel: string,
		isSecond: boolean,
	): Promise<NodePanel> {
		const panel = await step(`${name}: add`, async () => {
			await canvas.backToAgent();
			return await canvas.addToAgent('ai_tool', TOOL, isSecond);
		});
		await panel.chooseCredential(credential.name);
		await step(`${name}: operation`, async () => {
			await panel.chooseOption('operation', operation);
		});
		await step(`${name}: module`, async () => await panel.pick('module', 'Leads'));
		await step(`${name}: by the model`, async () => await panel.letModelSet(setByModel));
		return panel;
	}
}
