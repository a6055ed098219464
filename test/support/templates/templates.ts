import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';
import { known, type Sandbox } from '../sandbox';
import type { WorkflowJson } from '../engine';

export const TEMPLATES = join(__dirname, '..', '..', '..', 'docs', 'templates');

/** What a run of a template against the sandbox starts from, and what comes of it. */
export interface TemplateRun {
	/** Name of the template's file, without extension. */
	template: string;
	/** Changes records of the sandbox, whose own are of the past. */
	prepare?(sandbox: Sandbox): void;
	/** What a service that is not there would answer, by node. */
	answers?: Record<string, IDataObject>;
	/** Items of nodes after the run; a number where only how many matters. */
	expected: Record<string, IDataObject[] | number>;
}

/** The names of all templates. */
export function templateNames(): string[] {
	const files = readdirSync(TEMPLATES).filter((file) => file.endsWith('.json'));
	return files.map((file) => file.replace('.json', '')).sort();
}

export function readTemplate(name: string): WorkflowJson {
	return JSON.parse(readFileSync(join(TEMPLATES, `${name}.json`), 'utf8')) as WorkflowJson;
}

/** The nodes of this package in a workflow. */
export function zohoNodes({ nodes }: WorkflowJson): INode[] {
	return nodes.filter(({ type }) => type.startsWith('n8n-nodes-zoho-crm-related-records.'));
}

const OWNER = { name: 'Ann Doe', id: '4876876000000651171' };

/** The notes that somebody has written just now. */
function addNotes({ data }: Sandbox): void {
	const [first, second] = known.demoLeads;
	const Owner = OWNER;
	data.addRelated('Leads', first?.id ?? '', 'Notes', { Note_Title: 'Wants an offer', Owner });
	data.addRelated('Leads', second?.id ?? '', 'Notes', { Note_Title: 'Call in June', Owner });
}

/** A task of a deal that somebody has completed just now. */
function closeTask(sandbox: Sandbox): void {
	const { module, id: recordId } = known.deluge.deal;
	const Closed_Time = new Date().toISOString().replace(/\.\d+Z$/, '+00:00');
	const row = { Subject: 'Send the contract', Status: 'Completed', Closed_Time };
	sandbox.change({ do: 'add', module, recordId, list: 'Tasks', row });
}

/** A deal that somebody works on: one of the account's is not won yet. */
function addTaskForOpenDeal({ data }: Sandbox): void {
	const deals = data.relatedRows('Accounts', known.deluge.account.id, 'Deals');
	const open = deals.find(({ Stage }) => Stage !== 'Closed Won');
	const today = new Date().toISOString().slice(0, 10);
	data.addRelated('Deals', open?.id ?? '', 'Tasks', { Subject: 'Call', Due_Date: today });
}

function addTaskForDeal({ data }: Sandbox): void {
	const task = { Subject: 'Send the contract', Due_Date: '2025-06-20' };
	data.addRelated('Deals', known.deluge.deal.id, 'Tasks', task);
}

export const RUNS: readonly TemplateRun[] = [
	{
		template: 'new-note',
		prepare: addNotes,
		answers: { 'Send Message': { ok: true, channel: '#sales' } },
		expected: { Message: [{ text: 'New note: Wants an offer (Ann Doe)' }] },
	},
	{
		template: 'closed-task',
		prepare: closeTask,
		expected: {
			'Follow-Up': [
				{
					task: 'Send the contract',
					record: known.deluge.deal.name,
					notes:
						'Spoke with Bryan Skiles about functionalities; wants references from the same industry – "naturally". | Budget',
				},
			],
		},
	},
	{
		template: 'notes-of-the-week',
		prepare: addNotes,
		answers: { 'Send Message': { ok: true, channel: '#sales' } },
		expected: {
			'All Lines': [
				{
					notes: [
						{ line: 'Erling Dach: Wants an offer (Ann Doe)' },
						{ line: 'Terrill Mann: Call in June (Ann Doe)' },
					],
				},
			],
		},
	},
	{
		template: 'deal-digest',
		prepare: addTaskForDeal,
		expected: {
			Digest: [
				{
					dealId: '4876876000001009782',
					people: [
						{ name: 'Ike Ziemann', role: 'Executive Sponsor' },
						{ name: 'Vena Muller', role: 'Developer/Evaluator' },
						{ name: 'Dereck Turcotte', role: 'Decision Maker' },
					],
					stages: [
						{ stage: 'Closed Won', days: 8 },
						{ stage: 'Negotiation/Review', days: 40 },
						{ stage: 'Proposal/Price Quote', days: 18 },
						{ stage: 'Needs Analysis', days: 31 },
						{ stage: 'Qualification', days: 28 },
					],
					notes: [
						'Spoke with Bryan Skiles about functionalities; wants references from the same industry – "naturally".',
						'Budget',
					],
					activities: [
						{ time: '2025-06-20', type: 'task', status: 'open', title: 'Send the contract' },
					],
				},
			],
		},
	},
	{
		template: 'stale-deals',
		prepare: addTaskForOpenDeal,
		expected: { 'Open Deals': 29, 'Stale Deals': 28 },
	},
	{
		template: 'dependency-check',
		expected: {
			'Still in Use': [{ message: 'Contacts: 3, Deals: 4, Accounts: 2' }],
			'Safe to Delete': [],
		},
	},
	{
		template: 'campaign-members',
		expected: {
			'Row of the Table': 5200,
			'Fill the Table': [{ success: true, insertedRows: 5200 }],
		},
	},
	{
		template: 'migrated-function',
		expected: {
			'As a Script': [{ accountId: '4876876000001009776', won: 3, total: 46_000 }],
			'As Nodes': [{ accountId: '4876876000001009776', won: 3, total: 46_000 }],
		},
	},
];
