import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';

const { description } = new ZohoCrmRelatedRecords();
const operations = description.properties.find(({ name }) => name === 'operation')?.options ?? [];

/** The parameters of a node that was just added, as n8n completes them. */
function parametersOf(operation: string) {
	const node = { typeVersion: 1 } as INode;
	const { properties } = description;
	const given = { operation };
	return NodeHelpers.getNodeParameters(properties, given, true, false, node, description) ?? {};
}

describe('what an AI agent is told of the tool', () => {
	it.each(operations.map((option) => [(option as { value: string }).value, option] as const))(
		'%s: what it does',
		(operation, option) => {
			const { action } = option as { action: string };
			expect(NodeHelpers.makeDescription(parametersOf(operation), description)).toBe(
				`${action} in Zoho CRM Related Records`,
			);
		},
	);

	it('differs between operations', () => {
		const texts = operations.map((option) => (option as { action: string }).action);
		expect(new Set(texts).size).toBe(operations.length);
	});
});

describe('parameters that a model sets', () => {
	const isForModel = ({ name }: INodeProperties) =>
		['module', 'recordId', 'relatedList', 'searchFor', 'fields'].includes(name);

	it.each(description.properties.filter(isForModel).map((property) => [property.name, property]))(
		'%s: say what they take, with an example',
		(_name, property) => {
			expect((property as INodeProperties).description).toMatch(/such as|for example/);
		},
	);
});
