import type { OAuthClient, IssuedTokens, Ordering, Sandbox } from '../../support/sandbox';
import { DEFAULT_SCOPE, startSandbox } from '../../support/sandbox';
import { CLOSED, datasetOf, LIST, OPEN, PARENT_MODULE, ROW_MODULE } from './dataset';
import type { Job } from './jobs';
import type { Certificate } from './link/certificate';
import { serve } from './processes/serve';

/** For the client that queries. */
const SCOPE = `${DEFAULT_SCOPE},ZohoCRM.coql.READ`;

export interface ZohoOptions {
	job: Job;
	certificate: Certificate;
	/** ms that each request takes. */
	serverTimeMs: number;
	concurrencyCap: number;
}

export interface Zoho {
	port: number;
	client: OAuthClient;
	token: IssuedTokens;
	parents: string[];
	/** IDs of all rows that the job is about. */
	rows: string[];
	/** IDs of as many records as a client can list that cannot read related ones. */
	records: string[];
}

/** What arrived since the last reset. */
export interface Arrived {
	calls: number;
	connections: number;
	rejected429: number;
	peakConcurrency: number;
}

let sandbox: Sandbox | undefined;

const handlers = {
	async start({ job, certificate, ...options }: ZohoOptions): Promise<Zoho> {
		const { dataset, parents } = datasetOf(job);
		sandbox = await startSandbox({ ...options, dataset, tls: certificate });
		makeReady(sandbox, parents, job);
		return {
			port: Number(new URL(sandbox.origin).port),
			client: sandbox.client,
			token: sandbox.tokens.issue({ scope: SCOPE }),
			parents,
			...expected(sandbox, parents, job),
		};
	},
	reset(): void {
		const { log, counters } = running();
		log.clear();
		Object.assign(counters, { connections: 0, rejected429: 0, peakConcurrency: 0 });
	},
	arrived(): Arrived {
		const { log, counters } = running();
		return { calls: log.crm().length, ...counters };
	},
};
export type ZohoHandlers = typeof handlers;

function running(): Sandbox {
	if (!sandbox) throw new Error('start comes first');
	return sandbox;
}

const listsOf = (job: Job): string[] => (job.kind === 'list' ? [LIST] : [OPEN, CLOSED]);

function expected({ data }: Sandbox, parents: string[], job: Job): Pick<Zoho, 'rows' | 'records'> {
	const { limit } = job;
	const rows = parents.flatMap((parent) =>
		listsOf(job).flatMap((list) => data.related(PARENT_MODULE, parent, list).slice(0, limit)),
	);
	const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
	return { rows: ids(rows), records: ids(data.records(ROW_MODULE).slice(0, limit)) };
}

/** Sorts the lists and makes their rows, which would take time when they are first read. */
function makeReady({ data }: Sandbox, parents: string[], job: Job): void {
	for (const descending of [true, false]) {
		const ordering: Ordering = { by: 'id', descending };
		const lists = parents.flatMap((parent) =>
			listsOf(job).map((list) => data.related(PARENT_MODULE, parent, list, ordering)),
		);
		for (const entry of [...lists.flat(), ...data.records(ROW_MODULE, ordering)]) entry.row();
	}
}

serve(handlers);
