import type { Page } from 'playwright-core';
import { known } from '../../support/sandbox';
import { demoWorkflow, type ExampleWorkflow } from '../../tools/editor/workflows';
import { CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { scenario, useBench } from './bench';
import { picture } from './browser';
import { Canvas } from './ui/canvas';
import { CredentialForm } from './ui/credentialForm';

const bench = useBench();
const NODE = 'Related';
const READS_TASKS = `open = List();
for each task in zoho.crm.getRelatedRecords("Notes", "Leads", leadId)
{
	open.add({"title": task.get("Note_Title")});
}
return open;`;

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
	const columns = node.output.getByRole('columnheader');
	await columns.nth(1).waitFor();
	const headers = await columns.allTextContents();
	expect(headers.slice(0, 2).map((text) => text.trim())).toEqual(['id', 'timeline']);
	await picture(page, 'timeline');
});

scenario('a mistake in a script is marked in its line', bench, async (page) => {
	const node = await (await Canvas.create(page)).addOurNode('Run a deluge script');
	await node.chooseCredential(bench().credential.name);
	const script = `leadId = "${known.lead.id}";
rows = zoho.crm.getRelatedRecords("Notes", "Leads", leadId;
if(rows.size() < 2) { info rows; }
return rows;`;
	await node.writeScript(script);
	await node.execute();
	const message = node.output.getByTestId('node-error-message');
	await message.waitFor();
	expect(await message.textContent()).toContain('(line 2, column 59): ');
	expect(await message.textContent()).toContain('"Leads", leadId►;◄');
	// Colours and line numbers, and no mark of JavaScript's mistakes.
	const editor = node.parameter('script');
	expect(await editor.locator('.cm-lineNumbers .cm-gutterElement').count()).toBeGreaterThan(3);
	expect(await editor.locator('.cm-lintRange, .cm-lint-marker').count()).toBe(0);
	await picture(page, 'script');
});

for (const { convertTo, last } of [
	{ convertTo: 'nodes', last: 'Notes of Leads' },
	{ convertTo: 'typescript', last: 'Script' },
]) {
	scenario(`what a script becomes as ${convertTo} is pasted, and runs`, bench, async (page) => {
		const { lead } = known;
		const variables = { variable: [{ name: 'leadId', value: lead.id }] };
		const parameters = {
			operation: 'convertDelugeScript',
			script: READS_TASKS,
			convertTo,
			variables,
		};
		const node = await run(page, parameters, [{}]);
		await node.output.getByRole('radio', { name: 'JSON' }).click();
		const text = await node.copyFromJson('workflow');
		await picture(page, `convert-${convertTo}`);
		const canvas = await Canvas.create(page);
		await canvas.paste(text);
		const pasted = await canvas.openNode(last);
		if (convertTo === 'nodes') await pasted.chooseCredential(bench().credential.name);
		else {
			await pasted.close();
			const reader = await canvas.openNode('Notes of Leads');
			await reader.chooseCredential(bench().credential.name);
			await reader.close();
			await canvas.openNode(last);
		}
		await pasted.execute();
		await pasted.output.getByText(`${lead.counts.Notes} items`).waitFor();
		await picture(page, `pasted-${convertTo}`);
	});
}

scenario('lists say what to choose first, and tell records apart', bench, async (page) => {
	const node = await (await Canvas.create(page)).addOurNode('Get related records of a record');
	await node.chooseCredential(bench().credential.name);
	await node.openList('recordId');
	await page.getByText('Choose the module first').first().waitFor();
	await picture(page, 'module-first');
	await page.keyboard.press('Escape');
	await node.pick('module', 'Leads');
	const records = await node.openList('recordId');
	await node.filterList('Erling');
	await records
		.filter({ hasText: /Erling .* · .+/ })
		.first()
		.waitFor();
	await picture(page, 'records');
});

scenario('a record is found by a name', bench, async (page) => {
	const node = await (await Canvas.create(page)).addOurNode('Search records by name');
	await node.chooseCredential(bench().credential.name);
	await node.pick('module', 'Leads');
	await node.parameter('searchFor').getByRole('textbox').fill(known.lead.name);
	await node.execute();
	await node.output.getByText(known.lead.id).first().waitFor();
	await picture(page, 'search');
});

scenario(
	'the credential says where to find the data center, and which address is wrong',
	bench,
	async (page) => {
		const form = await CredentialForm.create(page);
		await form.root.getByText('Choose your Data Center below').waitFor();
		await form.root.getByText('crm.zoho.eu is Europe').waitFor();
		await picture(page, 'credential');
		await form.chooseDataCenter('Custom');
		expect(await form.connectButton.count()).toBe(0);
		await form.write('clientId', 'an id');
		await form.write('clientSecret', 'a secret');
		await form.write('accountsUrl', 'accounts zoho.eu');
		await form.write('apiUrl', 'www.zohoapis.eu');
		await form.root.getByText('Accounts URL is not the address of a server').waitFor();
		await form.root.getByText('API URL is not an address').waitFor();
		await picture(page, 'credential-custom');
		await form.write('accountsUrl', 'https://accounts.zoho.eu');
		await form.write('apiUrl', 'https://www.zohoapis.eu');
		await form.root.getByText('Accounts URL is not the address').waitFor({ state: 'detached' });
		await form.root.getByText('API URL is not an address').waitFor({ state: 'detached' });
	},
);

scenario('the node is found by what it is for', bench, async (page) => {
	const canvas = await Canvas.create(page);
	const found = await canvas.search('notes');
	for (const words of ['timeline', 'deluge', 'zoho crm notes', 'crm history']) {
		await canvas.searchPanel(words);
		await found.filter({ hasText: 'Zoho CRM Related Records' }).first().waitFor();
	}
	await picture(page, 'found');
});

scenario('the example workflow says what to do, and runs', bench, async (page) => {
	const { id } = await bench().addWorkflow(await demoWorkflow());
	const canvas = await Canvas.open(page, id);
	await canvas.execute();
	await picture(page, 'example');
});
