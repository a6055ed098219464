import type {
	ICredentialType,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IVersionedNodeType,
} from 'n8n-workflow';
import { Engine } from '../../../support/engine';
import type { Found } from './peer';

export interface EngineSetup {
	/** As n8n names it: what a node may do hangs on that. */
	type: string;
	node: new () => INodeType | IVersionedNodeType;
	typeVersion?: number;
	credential: new () => ICredentialType;
	credentialData: IDataObject;
}

export interface NodeCall {
	parameters: INodeParameters;
	input?: IDataObject[];
}

/** Gives the rows of an output item. */
type RowsOf = (json: IDataObject) => readonly IDataObject[];

/** One node in n8n's engine, with a connected credential. Failed items do not stop it. */
export class EngineRun {
	private readonly engine: Engine;
	private readonly credentials: Record<string, string>;

	constructor(private readonly setup: EngineSetup) {
		const { name } = new setup.credential();
		this.engine = new Engine({
			nodes: { [setup.type]: setup.node },
			credentialTypes: { [name]: setup.credential },
		});
		const id = this.engine.addCredential(name, setup.credentialData as never);
		this.credentials = { [name]: id };
	}

	async run({ parameters, input = [{}] }: NodeCall, rowsOf: RowsOf): Promise<Found> {
		const { type, typeVersion } = this.setup;
		const { output, error } = await this.engine.runNode({
			type,
			typeVersion,
			parameters,
			credentials: this.credentials,
			input: input.map((json, item): INodeExecutionData => ({ json, pairedItem: { item } })),
			onError: 'continueRegularOutput',
		});
		const failed = output.filter(isFailed);
		const rows: IDataObject[] = [];
		for (const item of output) {
			if (!isFailed(item)) for (const row of rowsOf(item.json)) rows.push(row);
		}
		const errors = failed.map((item) => messageIn(item.error ?? item.json.error));
		return { rows, errors: error ? [...errors, error.message] : errors };
	}
}

function isFailed({ json, error }: INodeExecutionData): boolean {
	return error !== undefined || json.error !== undefined;
}

function messageIn(error: unknown): string {
	const isObject = typeof error === 'object' && error !== null;
	return isObject && 'message' in error ? String(error.message) : String(error);
}
