import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

export const CREDENTIAL = 'tinyOAuth2Api';

const text = (name: string, value = ''): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: value,
});

export class TinyOAuth2Api implements ICredentialType {
	name = CREDENTIAL;

	extends = ['oAuth2Api'];

	displayName = 'Tiny OAuth2 API';

	properties: INodeProperties[] = [
		{
			displayName: 'grant',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		text('dataCenter', 'us'),
		text('origin'),
		{
			displayName: 'token',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{ $self["origin"] + "/token?dc=" + $self["dataCenter"] }}',
		},
	];
}

function described(name: string, properties: INodeProperties[]): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL, required: false }],
		properties,
	};
}

/** Gives out its parameter `value` for each item, twice where the item asks for it. */
export class EchoNode implements INodeType {
	description = described('echo', [text('value')]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		this.addExecutionHints({ message: 'One hint' });
		const output = this.getInputData().flatMap(({ json }, item) => {
			const value = this.getNodeParameter('value', item);
			const copies = json.twice === true ? 2 : 1;
			return Array.from({ length: copies }, () => ({
				json: { value, cloned: structuredClone(json) } as IDataObject,
				pairedItem: { item },
			}));
		});
		return await Promise.resolve([output]);
	}
}

/** Fails as each item says: with an item that holds an error, or by throwing. */
export class FailingNode implements INodeType {
	description = described('failing', []);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output = this.getInputData().map(({ json }, item) => {
			if (json.throws === true) throw new Error('Thrown');
			const failed = { error: { code: 'NOPE', message: 'Failed' } };
			return { json: json.fails === true ? failed : { fine: true }, pairedItem: { item } };
		});
		return await Promise.resolve([output]);
	}
}

/** Requests its parameter `url` with the credential, for each item. */
export class RequestNode implements INodeType {
	description = described('request', [text('url')]);

	methods = {
		listSearch: {
			async search(
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult> {
				const url = String(this.getCurrentNodeParameter('url'));
				await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, { url });
				return {
					results: [{ name: `${filter}`, value: `${paginationToken}` }],
					paginationToken: 'next',
				};
			},
		},
		loadOptions: {
			async current(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const { origin } = await this.getCredentials(CREDENTIAL);
				return [{ name: this.getNode().name, value: String(origin) }];
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output: INodeExecutionData[] = [];
		for (const item of this.getInputData().keys()) {
			const url = this.getNodeParameter('url', item) as string;
			const json = (await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, {
				url,
				json: true,
			})) as IDataObject;
			output.push({ json, pairedItem: { item } });
		}
		return [output];
	}
}

/** Waits for the execution to be cancelled. */
export class WaitingNode implements INodeType {
	description = described('waiting', []);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const signal = this.getExecutionCancelSignal();
		await new Promise((resolve) => signal?.addEventListener('abort', resolve));
		return [[{ json: { aborted: signal?.aborted === true } }]];
	}
}

export interface Seen {
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface TinyServer {
	origin: string;
	seen: Seen[];
	close(): Promise<void>;
}

/** Takes only the access token `fresh`, and gives it out for any refresh token. */
export async function tinyServer(): Promise<TinyServer> {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			const { url = '', headers } = request;
			seen.push({ url, headers, body });
			const isToken = url.startsWith('/token');
			const isAllowed = isToken || headers.authorization === 'Bearer fresh';
			response.writeHead(isAllowed ? 200 : 401, { 'content-type': 'application/json' });
			response.end(JSON.stringify(isToken ? { access_token: 'fresh', expires_in: 3600 } : { url }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
