import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecordsTrigger } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/ZohoCrmRelatedRecordsTrigger.node';
import { Engine, type PolledNode } from '../../support/engine';
import {
	connectedCredential,
	DEFAULT_SCOPE,
	emptyDataset,
	startSandbox,
	type Dataset,
	type DatasetBuilder,
	type Sandbox,
	type SandboxOptions,
} from '../../support/sandbox';
import { byId, byName, CREDENTIAL_TYPE } from '../operations/fixture';

export const TRIGGER_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecordsTrigger';

export const START = Date.UTC(2026, 2, 2, 9);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

interface Seeded {
	lead: string;
	contact: string;
	account: string;
	data: Dataset;
}

/** A lead, a contact and an account, to which nothing is related yet. */
export function dataset(fill: (builder: DatasetBuilder) => void = () => undefined): Seeded {
	const builder = emptyDataset();
	const lead = builder.add('Leads', { Full_Name: 'Kay Adler', Last_Name: 'Adler' }).id;
	const contact = builder.add('Contacts', { Full_Name: 'Ira Bolt', Last_Name: 'Bolt' }).id;
	const account = builder.add('Accounts', { Account_Name: 'Corvid Ltd' }).id;
	fill(builder);
	return { lead, contact, account, data: builder.build() };
}

/** n8n's engine, a sandbox with a clock of its own, and a trigger in a published workflow. */
export interface Trigger {
	sandbox: Sandbox;
	engine: Engine;
	node: PolledNode;
	credentialId: string;
	/** Zoho's time, ms. */
	now: number;
	/** Lets time pass, and polls. */
	pollAfter(ms: number): Promise<IDataObject[] | null>;
	/** Requests since the last call: path, times of the header and the query. */
	takeRequests(): string[];
	close(): Promise<void>;
}

export interface TriggerOptions extends SandboxOptions {
	scope?: string;
}

export async function openTrigger(
	parameters: INodeParameters,
	{ scope = `${DEFAULT_SCOPE},ZohoCRM.coql.READ`, ...options }: TriggerOptions = {},
): Promise<Trigger> {
	const clock = { now: START };
	const sandbox = await startSandbox({ now: () => clock.now, ...options });
	const engine = new Engine({
		nodes: { [TRIGGER_TYPE]: ZohoCrmRelatedRecordsTrigger },
		credentialTypes: { [CREDENTIAL_TYPE]: ZohoCrmOAuth2Api },
	});
	const token = sandbox.tokens.issue({ scope });
	const credentialId = engine.credentials.add({ ...connectedCredential(sandbox, token) });
	const node = engine.polled({
		type: TRIGGER_TYPE,
		parameters,
		credentials: { [CREDENTIAL_TYPE]: credentialId },
	});
	return {
		sandbox,
		engine,
		node,
		credentialId,
		get now() {
			return clock.now;
		},
		set now(ms: number) {
			clock.now = ms;
		},
		async pollAfter(ms) {
			clock.now += ms;
			return await node.poll();
		},
		takeRequests: () => {
			const requests = sandbox.log.crm().map(shown);
			sandbox.log.clear();
			return requests;
		},
		close: async () => await sandbox.close(),
	};
}

/** A request in one line, without `fields`. */
function shown({ method, path, query, headers, body }: Sandbox['log']['all'][number]): string {
	const others = Object.entries(query).filter(([name]) => name !== 'fields');
	const parts = others.map(([name, value]) => `${name}=${value}`);
	const since = headers['if-modified-since'];
	return [
		`${method} ${path.replace('/crm/', '')}`,
		...(since === undefined ? [] : [`since ${since}`]),
		...(parts.length > 0 ? [parts.join('&')] : []),
		...(body === '' ? [] : [String(JSON.parse(body).select_query)]),
	].join(' ');
}

/** Parameters that watch a related list of a record. */
export function ofRecord(
	module: string,
	id: string,
	relatedList: string,
	more: INodeParameters = {},
): INodeParameters {
	return {
		event: 'created',
		watch: 'record',
		module: byName(module),
		recordId: byId(id),
		relatedList: byName(relatedList),
		fields: [],
		options: {},
		...more,
	};
}

/** Parameters that watch a module. */
export function ofModule(childModule: string, more: INodeParameters = {}): INodeParameters {
	return {
		event: 'created',
		watch: 'module',
		childModule: byName(childModule),
		parentField: '',
		fields: [],
		options: {},
		...more,
	};
}
