import type { INode, INodeProperties } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';
import packageJson from '../../../package.json';
import { CORE_NODES } from '../../support/engine/coreNodes';
import { known } from '../../support/sandbox';
import { CREDENTIAL_TYPE, exampleWorkflow, NODES, recordsIn } from './exampleWorkflow';

const workflow = exampleWorkflow();
const { description } = new ZohoCrmRelatedRecords();
const NODE_TYPE = `${packageJson.name}.${description.name}`;
const zohoNodes = workflow.nodes.filter(({ type }) => type === NODE_TYPE);

/** Parameters that the node shows for an operation. */
function shownFor({ parameters }: INode): INodeProperties[] {
	const { operation } = parameters;
	return description.properties.filter(({ displayOptions }) => {
		const operations = displayOptions?.show?.operation;
		return operations === undefined || operations.includes(String(operation));
	});
}

it("has only n8n's own nodes beside those of this package", () => {
	const known = new Set([NODE_TYPE, ...Object.keys(CORE_NODES)]);
	expect(workflow.nodes.filter(({ type }) => !known.has(type))).toEqual([]);
});

it('has all operations that read, each with an error output', () => {
	const operations = zohoNodes.map(({ parameters }) => String(parameters.operation));
	const offered = description.properties.find(({ name }) => name === 'operation')?.options ?? [];
	const reading = offered.flatMap((option) => ('value' in option ? [String(option.value)] : []));
	expect(new Set(operations)).toEqual(
		new Set(reading.filter((operation) => operation !== 'convertDelugeScript')),
	);
	expect(new Set(zohoNodes.map(({ onError }) => onError))).toEqual(
		new Set(['continueErrorOutput']),
	);
});

it('uses parameters, options and versions that the node has', () => {
	for (const node of zohoNodes) {
		const shown = shownFor(node);
		const names = shown.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(Object.keys(node.parameters)));
		const options = shown.find(({ name }) => name === 'options')?.options ?? [];
		expect(options.map(({ name }) => name)).toEqual(
			expect.arrayContaining(Object.keys(node.parameters.options ?? {})),
		);
		expect(node.typeVersion).toBe(description.version);
	}
});

it('refers to its credential by name only, so that n8n finds it on import', () => {
	for (const { credentials } of zohoNodes) {
		expect(credentials).toEqual({ [CREDENTIAL_TYPE]: { id: null, name: 'Zoho CRM' } });
	}
	expect(new ZohoCrmOAuth2Api().name).toBe(CREDENTIAL_TYPE);
});

it('connects nodes that exist, under names and ids of their own', () => {
	const names = workflow.nodes.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	expect(new Set(workflow.nodes.map(({ id }) => id)).size).toBe(names.length);
	const { connections } = workflow;
	const targets = Object.values(connections).flatMap(({ main = [] }) => main.flat());
	expect(names).toEqual(expect.arrayContaining(Object.keys(connections)));
	expect(names).toEqual(expect.arrayContaining(targets.map((target) => target?.node)));
	expect(names).toEqual(expect.arrayContaining(Object.values(NODES)));
});

it("reads records of the sandbox's data, and one that is not there", () => {
	const { demoLeads, busyLead, longNotesLead } = known;
	const leads = new Map([...demoLeads, busyLead, longNotesLead].map(({ id, name }) => [id, name]));
	const records = recordsIn(workflow);
	expect(records.map(({ id }) => leads.get(id))).toEqual([
		...records.slice(0, -1).map(({ name }) => name),
		undefined,
	]);
	expect(records.map(({ id }) => id)).toContain(longNotesLead.id);
});
