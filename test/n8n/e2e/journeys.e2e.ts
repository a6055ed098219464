import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { known } from '../../support/sandbox';
import type { ExampleWorkflow } from '../../tools/editor/workflows';
import { CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { scenario, useBench } from './bench';
import { keptFolder } from './browser';
import { Canvas } from './ui/canvas';

const bench = useBench();
const NODE = 'Related';

/** What a user sees at this place, to look at. */
async function picture(page: Page, name: string): Promise<void> {
	const path = join(await keptFolder(), `${name}.png`);
	await page.screenshot({ path, animations: 'disabled' });
}

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const NOTES = { module: byName('Leads'), relatedList: byName('Notes') };

/** Our node behind a trigger that is pinned with these items. */
function behindItems(parameters: object, items: object[]): ExampleWorkflow {
	const node = { typeVersion: 1, position: [0, 0] };
	const workflow = {
		name: 'Journey',
		nodes: [
			{ ...node, id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				...node,
				id: 'b',
				name: NODE,
				type: 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords',
				position: [220, 0],
				parameters,
				credentials: { [CREDENTIAL_TYPE]: { id: null, name: 'Zoho CRM' } },
			},
		],
		connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		pinData: { Start: items.map((json) => ({ json })) },
		settings: { executionOrder: 'v1' },
	};
	return workflow as unknown as ExampleWorkflow;
}

/** Runs our node behind items, in its panel. */
async function run(page: Page, parameters: object, items: object[]) {
	const { id } = await bench().addWorkflow(behindItems(parameters, items));
	const canvas = await Canvas.open(page, id);
	const node = await canvas.openNode(NODE);
	await node.execute();
	return node;
}

scenario('a limit tells how many records have more rows', bench, async (page) => {
	const items = [{ id: known.lead.id }, { id: known.lead.id }];
	const parameters = { ...NOTES, recordId: byId('={{ $json.id }}'), limit: 2 };
	const node = await run(page, parameters, items);
	await node.output.getByText('2 of 2 records have more than 2 rows').waitFor();
	await picture(page, 'limit');
});

scenario(
	'an expression that gives nothing is named, with the fields there are',
	bench,
	async (page) => {
		const parameters = { ...NOTES, recordId: byId('={{ $json.leadId }}') };
		const node = await run(page, parameters, [{ id: known.lead.id, name: 'Erling Dach' }]);
		const message = node.output.getByTestId('node-error-message');
		await message.waitFor();
		expect(await message.textContent()).toContain('has an expression that gave nothing');
		await node.output.getByText('The item has the fields: id, name').waitFor();
		await picture(page, 'expression');
	},
);

scenario('id and timeline are the first columns', bench, async (page) => {
	const parameters = {
		operation: 'getActivityTimeline',
		module: byName('Leads'),
		recordId: byId(known.lead.id),
	};
	const node = await run(page, parameters, [{}]);
	await node.output.getByText('46 items').waitFor();
	const headers = await node.output.getByRole('columnheader').allTextContents();
	expect(headers.slice(0, 2).map((text) => text.trim())).toEqual(['id', 'timeline']);
	await picture(page, 'timeline');
});
