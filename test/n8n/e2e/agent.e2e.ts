import type { IDataObject } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { known } from '../../support/sandbox';
import { scenario, useBench } from './bench';
import { StandInModel } from './standInModel';
import { Canvas } from './ui/canvas';

const bench = useBench();

const { id } = known.lead;

/** A value that the model sets, as n8n's editor writes it. */
const fromModel = (key: string) =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`\`, 'string') }}`;
const byName = (key: string) => ({ __rl: true, mode: 'name', value: fromModel(key) });

function agentWorkflow(credentialId: string, modelCredential: { id: string; name: string }) {
	const node = (name: string, type: string, typeVersion: number, more: object = {}) => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const credentials = { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Zoho CRM' } };
	return {
		name: 'An agent that reads notes',
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
				parameters: { promptType: 'define', text: 'Read the notes of this lead.' },
				position: [200, 0],
			}),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
				credentials: { openAiApi: modelCredential },
				position: [100, 200],
			}),
			node('Zoho', 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecordsTool', 1, {
				parameters: {
					operation: 'getRelatedRecords',
					module: byName('Module'),
					recordId: { __rl: true, mode: 'id', value: fromModel('Record') },
					relatedList: byName('List'),
					fields: ['Note_Title', 'Owner'],
					limit: 2,
				},
				credentials,
				position: [300, 200],
			}),
		],
		connections: {
			Start: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
			Zoho: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

scenario(
	'an AI agent reads with the node, and corrects what it set wrongly',
	bench,
	async (page) => {
		const { rest, credential, sandbox } = bench();
		sandbox.log.clear();
		const asked = { Module: 'Leads', List: 'Notes' };
		const calls = [
			{ values: { ...asked, Record: 'Jane Doe' } },
			{ values: { ...asked, Record: id } },
		];
		const model = await StandInModel.start(calls, 'There are two notes.');
		try {
			const modelCredential = await rest.addCredential('Stand-in', 'openAiApi', {
				apiKey: 'none',
				url: model.url,
			});
			const workflow = await rest.addWorkflow(agentWorkflow(credential.id, modelCredential));
			await (await Canvas.open(page, workflow.id)).execute();
			expect(model.questions).toHaveLength(3);
			expect(JSON.stringify(model.questions[0]?.tools)).toMatch(/"Module".*"Record".*"List"/);
			const [error = '', rows = ''] = model.toolAnswers;
			expect(error).toContain("Parameter 'Record' is not a record ID: Jane Doe.");
			expect(error).toContain('Enter the ID of a Zoho CRM record: digits only');
			expect(error).toContain('[INVALID_PARAMETER]');
			const notes = JSON.parse(rows) as IDataObject[];
			expect(notes).toHaveLength(2);
			for (const note of notes) {
				expect(note).toMatchObject({ Owner: expect.any(String), Owner_id: expect.any(String) });
				expect(Object.keys(note).filter((key) => key.startsWith('$'))).toEqual([]);
			}
			expect(sandbox.log.crm().map(({ path }) => path)).toEqual([`/crm/v8/Leads/${id}/Notes`]);
		} finally {
			await model.close();
		}
	},
);
