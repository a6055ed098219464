import {
	NodeHelpers,
	UnexpectedError,
	type IDataObject,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';

export type NodeClass = new () => INodeType | IVersionedNodeType;

/** The node types of one engine, by the name that workflows use. */
export class NodeTypes implements INodeTypes {
	private readonly types: Map<string, INodeType | IVersionedNodeType>;

	constructor(classes: Record<string, NodeClass>) {
		this.types = new Map(Object.entries(classes).map(([name, Type]) => [name, new Type()]));
	}

	getByName(name: string): INodeType | IVersionedNodeType {
		const type = this.types.get(name);
		if (type === undefined) throw new UnexpectedError(`No node type '${name}' in this engine`);
		return type;
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(name), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}
