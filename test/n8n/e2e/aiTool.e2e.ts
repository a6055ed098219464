import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

scenario('an AI agent takes the node as a tool', bench, async (page) => {
	const canvas = await Canvas.create(page);
	const agents = await canvas.search('AI Agent');
	await agents
		.filter({ hasText: /^\s*AI Agent\s*$/ })
		.first()
		.click();
	await page.getByTestId('add-subnode-ai_tool-0').click();
	const tools = await canvas.searchPanel('zoho crm related');
	await tools.filter({ hasText: 'Zoho CRM Related Records Tool' }).click();
	const tool = canvas.panel();
	await tool.parameter('descriptionType').waitFor();
	await tool.parameter('relatedList').waitFor();
	expect(await tool.title()).toContain('Zoho CRM Related Records');
});
