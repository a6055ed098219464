import { getAdditionalKeys } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeHelpers,
	UnexpectedError,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { NodeTypes } from './nodeTypes';
import { OAuth2Api } from './oauth2Base';

type Data = ICredentialDataDecryptedObject;

/** Stands for any node where a credential is resolved outside an execution, as in n8n itself. */
class AnyNode {
	description = {
		displayName: 'any',
		name: 'any',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [],
		properties: [],
	};
}

const ANY_NODE: INode = {
	id: 'any',
	name: 'any',
	type: 'any',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * Credentials of one engine, kept in memory. Defaults and expressions are applied by n8n's own
 * helpers, in the order of its CredentialsHelper.
 */
export class CredentialStore extends ICredentialsHelper {
	private readonly types = new Map<string, ICredentialType>();
	private readonly stored = new Map<string, Data>();

	constructor(classes: Record<string, new () => ICredentialType>) {
		super();
		for (const [name, Type] of Object.entries({ oAuth2Api: OAuth2Api, ...classes })) {
			this.types.set(name, new Type());
		}
	}

	/** @returns id of the credential */
	add(data: Data): string {
		const id = String(this.stored.size + 1);
		this.stored.set(id, structuredClone(data));
		return id;
	}

	/** The credential as it is stored now, for example after a refresh. */
	get(id: string | null): Data {
		const data = id === null ? undefined : this.stored.get(id);
		if (data === undefined) throw new UnexpectedError(`No credential ${id}`);
		return structuredClone(data);
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		_credentials: Data,
		_type: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		return await Promise.resolve(request as IHttpRequestOptions);
	}

	async preAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async runPreAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async getCredentials(): Promise<ICredentials> {
		return await Promise.reject(new UnexpectedError('Not needed by the engine under test'));
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<Data> {
		const stored = this.get(id);
		if (raw === true) return await Promise.resolve(stored);
		const data = this.withDefaults(type, stored);
		const keys = getAdditionalKeys(additionalData, mode, null);
		if (values === undefined) return this.resolvedAlone(data, mode, keys);
		return values.workflow.expression.getParameterValue(
			data as never,
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			mode,
			keys,
			executeData,
			false,
			data as never,
		) as unknown as Data;
	}

	async updateCredentials(
		{ id }: INodeCredentialsDetails,
		_type: string,
		data: Data,
	): Promise<void> {
		await Promise.resolve(this.stored.set(String(id), structuredClone(data)));
	}

	async updateCredentialsOauthTokenData(
		{ id }: INodeCredentialsDetails,
		_type: string,
		{ oauthTokenData }: Data,
	): Promise<void> {
		const stored = this.get(id);
		await Promise.resolve(
			this.stored.set(String(id), { ...stored, oauthTokenData: oauthTokenData ?? {} }),
		);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const properties = new Map<string, INodeProperties>();
		for (const name of [...this.getParentTypes(type).reverse(), type]) {
			for (const property of this.types.get(name)?.properties ?? []) {
				properties.set(property.name, property);
			}
		}
		return [...properties.values()];
	}

	private withDefaults(type: string, stored: Data): Data {
		const properties = this.getCredentialsProperties(type);
		const { oauthTokenData, ...filled } = stored;
		const complete = NodeHelpers.getNodeParameters(
			properties,
			filled as never,
			true,
			false,
			null,
			null,
		) as Data;
		return oauthTokenData === undefined ? complete : { ...complete, oauthTokenData };
	}

	private resolvedAlone(
		data: Data,
		mode: WorkflowExecuteMode,
		keys: ReturnType<typeof getAdditionalKeys>,
	): Data {
		const workflow = new Workflow({
			nodes: [ANY_NODE],
			connections: {},
			active: false,
			nodeTypes: new NodeTypes({ any: AnyNode }),
		});
		return workflow.expression.getComplexParameterValue(
			ANY_NODE,
			data as never,
			mode,
			keys,
			undefined,
			undefined,
			data as never,
		) as unknown as Data;
	}
}
