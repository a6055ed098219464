import type { IDataObject, INodeType, INodeTypes } from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';

/** The node types of one engine, by the name that workflows use. */
export class NodeTypes implements INodeTypes {
	private readonly types: Map<string, INodeType>;

	constructor(classes: Record<string, new () => INodeType>) {
		this.types = new Map(Object.entries(classes).map(([name, Type]) => [name, new Type()]));
	}

	getByName(name: string): INodeType {
		const type = this.types.get(name);
		if (type === undefined) throw new UnexpectedError(`No node type '${name}' in this engine`);
		return type;
	}

	getByNameAndVersion(name: string): INodeType {
		return this.getByName(name);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}
