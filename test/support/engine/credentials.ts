import {
	ICredentialsHelper,
	UnexpectedError,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { isResolvedAlone, resolved, withDefaults } from './credentialExpressions';
import { CredentialTypes } from './credentialTypes';

type Data = ICredentialDataDecryptedObject;

interface Stored {
	/** Undefined fits every type. */
	type?: string;
	data: Data;
}

/**
 * Credentials of one engine, kept in memory. Defaults and expressions are applied by n8n's own
 * helpers, in the order of its CredentialsHelper.
 */
export class CredentialStore extends ICredentialsHelper {
	private readonly types: CredentialTypes;
	private readonly stored = new Map<string, Stored>();
	/** What n8n made of credentials that come out the same for every item, by their data. */
	private readonly resolutions = new Map<string, Data>();

	constructor(classes: Record<string, new () => ICredentialType>) {
		super();
		this.types = new CredentialTypes(classes);
	}

	/**
	 * @param data what the user filled in, and `oauthTokenData` once connected
	 * @returns id of the credential
	 */
	add(data: Data, type?: string): string {
		const id = String(this.stored.size + 1);
		this.stored.set(id, { type, data: structuredClone(data) });
		return id;
	}

	/**
	 * Another id of a stored credential. n8n renews a token once for each id in a process, so runs with
	 * different ids are as runs of workers that share their database.
	 */
	share(id: string): string {
		const other = String(this.stored.size + 1);
		this.stored.set(other, this.entry(id));
		return other;
	}

	/** The credential as it is stored now, for example after a refresh. */
	get(id: string | null): Data {
		return structuredClone(this.entry(id).data);
	}

	/** The type that a credential was added with. */
	typeOf(id: string): string | undefined {
		return this.entry(id).type;
	}

	getParentTypes(name: string): string[] {
		return this.types.parents(name);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(): Promise<IHttpRequestOptions> {
		return await Promise.reject(new UnexpectedError('This engine signs OAuth2 requests only'));
	}

	async preAuthentication(): Promise<undefined> {
		return await Promise.resolve(undefined);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		data: Data,
		type: string,
	): Promise<Data | undefined> {
		return (await this.types.get(type).preAuthentication?.call(helpers, data)) as Data | undefined;
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
		const stored = structuredClone(this.entry(id, type).data);
		if (raw === true) return stored;
		// Whether it has a token, but not which.
		const { oauthTokenData, ...filledIn } = stored;
		const key = JSON.stringify([type, filledIn, oauthTokenData === undefined]);
		const known = this.resolutions.get(key);
		if (known !== undefined) return { ...known, ...(oauthTokenData && { oauthTokenData }) };
		const data = withDefaults(this.types.properties(type), stored);
		const complete = await resolved(data, { additionalData, mode, executeData, values });
		if (isResolvedAlone(data)) this.resolutions.set(key, { ...complete });
		return complete;
	}

	async updateCredentials(
		{ id }: INodeCredentialsDetails,
		type: string,
		data: Data,
	): Promise<void> {
		this.entry(id, type).data = await Promise.resolve(structuredClone(data));
	}

	async updateCredentialsOauthTokenData(
		{ id }: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData = {} }: Data,
	): Promise<void> {
		const entry = this.entry(id, type);
		entry.data = await Promise.resolve(structuredClone({ ...entry.data, oauthTokenData }));
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.properties(type);
	}

	private entry(id: string | null, type?: string): Stored {
		const entry = id === null ? undefined : this.stored.get(id);
		const fits = type === undefined || entry?.type === undefined || entry.type === type;
		if (entry !== undefined && fits) return entry;
		throw new UnexpectedError(
			`No credential ${id}${type === undefined ? '' : ` of type '${type}'`}`,
		);
	}
}
