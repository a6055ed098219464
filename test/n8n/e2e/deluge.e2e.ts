import { known } from '../../support/sandbox';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

scenario('a pasted Deluge script runs, and its rows are shown', bench, async (page) => {
	const { lead } = known;
	const node = await (await Canvas.create(page)).addOurNode('Run a deluge script');
	await node.chooseCredential(bench().credential.name);
	const script = `notes = zoho.crm.getRelatedRecords("Notes", "Leads", ${lead.id});
return notes;`;
	await node.writeScript(script);
	await node.execute();
	const { Notes = 0 } = lead.counts;
	await node.output.getByText(`${Notes} items`).waitFor();
	expect(await node.rowCount(Notes)).toBe(Notes);
});
