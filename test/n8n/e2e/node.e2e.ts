import { known } from '../../support/sandbox';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

const COMMON = ['operation', 'module', 'recordId', 'fields', 'returnAll', 'limit'];

/** What each action shows, and what it does not. */
const ACTIONS = [
	{
		action: 'Get related records of a record',
		shown: [...COMMON, 'relatedList'],
		hidden: 'activityStatus',
	},
	{
		action: 'Get the activity timeline of a record',
		shown: [...COMMON, 'activityStatus'],
		hidden: 'relatedList',
	},
	{ action: 'Run a deluge script', shown: ['operation', 'script'], hidden: 'module' },
];

for (const { action, shown, hidden } of ACTIONS) {
	scenario(`'${action}' is found in the nodes panel, with its parameters`, bench, async (page) => {
		const node = await (await Canvas.create(page)).addOurNode(action);
		for (const name of shown) await node.parameter(name).waitFor();
		expect(await node.parameter(hidden).count()).toBe(0);
	});
}

scenario('all is chosen from lists, the step runs, and its rows are shown', bench, async (page) => {
	const { sandbox, credential } = bench();
	const node = await (await Canvas.create(page)).addOurNode('Get related records of a record');
	await node.chooseCredential(credential.name);
	await node.pick('module', 'Leads');
	await node.pick('recordId', known.lead.name);
	await node.pickRelatedList('Notes');
	await node.chooseSeveral('fields', ['Note Title', 'Note Content']);
	await node.execute();
	const { Notes = 0 } = known.lead.counts;
	await node.output.getByText(`${Notes} items`).waitFor();
	expect(await node.rowCount(Notes)).toBe(Notes);
	const [request] = sandbox.log.crm(`/Leads/${known.lead.id}/Notes`);
	expect(request?.query.fields).toBe('Note_Title,Note_Content');
});

scenario(
	'lists follow the module that is chosen, and the text that is typed',
	bench,
	async (page) => {
		const node = await (await Canvas.create(page)).addOurNode('Get related records of a record');
		await node.chooseCredential(bench().credential.name);
		await node.pick('module', 'Leads');
		const lists = await node.openList('relatedList');
		await lists.filter({ hasText: 'Campaigns' }).waitFor();
		await lists.filter({ hasText: 'Notes' }).waitFor();
		await node.filterList('Campaigns');
		await lists.filter({ hasText: 'Notes' }).waitFor({ state: 'detached' });
		await page.keyboard.press('Escape');
		await node.pick('module', 'Accounts');
		await node.openList('relatedList');
		await lists.filter({ hasText: 'Contacts' }).waitFor();
		expect(await lists.filter({ hasText: 'Campaigns' }).count()).toBe(0);
	},
);

scenario('the address of a record is pasted, and its timeline runs', bench, async (page) => {
	const { lead } = known;
	const node = await (
		await Canvas.create(page)
	).addOurNode('Get the activity timeline of a record');
	await node.chooseCredential(bench().credential.name);
	await node.write('module', 'By API Name', 'Leads');
	const address = `https://crm.zoho.com/crm/org1234567/tab/Leads/${lead.id}`;
	await node.write('recordId', 'By URL', address);
	await node.execute();
	const { Calls = 0, Events = 0, Tasks = 0 } = lead.counts;
	const { Calls_History = 0, Events_History = 0, Tasks_History = 0 } = lead.counts;
	const open = Calls + Events + Tasks;
	const closed = Calls_History + Events_History + Tasks_History;
	await node.output.getByText(`${open + closed} items`).waitFor();
});

scenario('the fields of the output are shown before the first run', bench, async (page) => {
	const { log } = bench().sandbox;
	log.clear();
	// n8n names the node after its action.
	const action = 'Get the activity timeline of a record';
	const canvas = await Canvas.create(page);
	const node = await canvas.addOurNode(action);
	await node.close();
	const next = await canvas.addAfter(action, 'No Operation');
	await next.input.getByText('Usually outputs the following fields').waitFor();
	for (const field of ['Subject', 'Due_Date', 'timeline']) {
		await next.input.getByText(field, { exact: true }).waitFor();
	}
	expect(log.crm(/Activities/)).toEqual([]);
});
