import { known } from '../../support/sandbox';
import { scenario, useBench } from './bench';
import { picture } from './browser';
import { askLeadAgent } from './leadAgent';
import { Canvas } from './ui/canvas';
import { Clicks } from './ui/clicks';

/**
 * From an empty canvas to a result, as the README's first screen says, with the clicks of each step.
 * Credentials are there; choosing one of several is not counted.
 */
const bench = useBench();
const { lead } = known;

scenario('the notes of a lead take 11 clicks', bench, async (page) => {
	const clicks = await Clicks.on(page);
	const canvas = await Canvas.create(page);
	const node = await clicks.step('node', async () => {
		return await canvas.addOurNode('Get related records of a record');
	});
	await node.chooseCredential(bench().credential.name);
	await clicks.step('module', async () => await node.pick('module', 'Leads'));
	await clicks.step('record', async () => await node.pick('recordId', lead.name));
	await clicks.step('related list', async () => await node.pickRelatedList('Notes'));
	await clicks.step('execute', async () => await node.execute());
	await node.output.getByText(`${lead.counts.Notes} items`).waitFor();
	await picture(page, 'first-notes');
	const spent = { node: 4, module: 2, record: 2, 'related list': 2, execute: 1 };
	expect([clicks.spent, clicks.total]).toEqual([spent, 11]);
});

scenario('the rows of a script take 6 clicks', bench, async (page) => {
	const clicks = await Clicks.on(page);
	const canvas = await Canvas.create(page);
	const node = await clicks.step('node', async () => {
		return await canvas.addOurNode('Run a deluge script');
	});
	await node.chooseCredential(bench().credential.name);
	await clicks.step('script', async () => {
		await node.writeScript(`return zoho.crm.getRelatedRecords("Notes", "Leads", "${lead.id}");`);
	});
	await clicks.step('execute', async () => await node.execute());
	await node.output.getByText(`${lead.counts.Notes} items`).waitFor();
	await picture(page, 'first-script');
	expect([clicks.spent, clicks.total]).toEqual([{ node: 4, script: 1, execute: 1 }, 6]);
});

scenario('an agent that answers takes 23 clicks', bench, async (page) => {
	const clicks = await Clicks.on(page);
	const model = await askLeadAgent(page, bench(), async (name, work) => {
		return await clicks.step(name, work);
	});
	await picture(page, 'first-agent');
	expect([clicks.spent, clicks.total]).toEqual([
		{
			agent: 2,
			model: 2,
			'search: add': 3,
			'search: operation': 2,
			'search: module': 2,
			'search: by the model': 1,
			'timeline: add': 4,
			'timeline: operation': 2,
			'timeline: module': 2,
			'timeline: by the model': 1,
			question: 2,
		},
		23,
	]);
	const tools = model.questions[0]?.tools?.map((tool) => tool.function.description);
	expect(tools?.sort()).toEqual([
		'Get the activity timeline of a record in Zoho CRM Related Records',
		'Search records by name or email or phone in Zoho CRM Related Records',
	]);
	const [found = '', timeline = ''] = model.toolAnswers;
	expect(found).toContain(lead.id);
	expect(timeline.length).toBeLessThan(8000);
});
