import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { takeDelays } from '../../support/engine/clock';
import type { NodeRun } from '../../support/engine';
import {
	byName,
	countOf,
	digestOf,
	filesOf,
	historyOf,
	openBench,
	related,
	timeline,
	type Bench,
} from '../operations/fixture';
import { DatasetBuilder, DEFAULT_SCOPE, type Fault, type Sandbox } from '../../support/sandbox';

const OPEN = 'Activities_Chronological_View';
const CLOSED = `${OPEN}_History`;
const ID = '={{ $json.id }}';
const SCRIPT = 'return zoho.crm.getRelatedRecords("Notes", "Leads", id);';
const SCOPE = `${DEFAULT_SCOPE},ZohoCRM.coql.READ`;
const ALL = { returnAll: true };
/** A text as long as Zoho leaves it. */
const CUT = 'x'.repeat(500);

/** Something to read of three records, of which the middle one meets the fault. */
export interface Read {
	parameters: INodeParameters;
	ids: readonly [string, string, string];
	/** Default GET. */
	method?: 'POST';
	/** Which of a record's requests the fault hits; default all below it. */
	path?: (id: string) => RegExp;
}

/** Rows of the middle record where a list has several pages. */
export const SIZES = { short: 450, long: 2450 } as const;

/** The records that the faults are tried on; each read has a middle record of its own. */
function makeReads() {
	const dataset = new DatasetBuilder();
	const few = (list: string, count = 3) => dataset.withRelated('Leads', list, count);
	const contacts = (count: number) => dataset.withRelated('Accounts', 'Contacts', count);
	const activities = (count: number) => {
		const recordId = few(OPEN, count);
		return dataset.withRelated('Leads', CLOSED, count, { recordId });
	};
	const notes = [few('Notes'), few('Notes'), few('Notes')] as const;
	const files = [few('Attachments', 2), few('Attachments', 2), few('Attachments', 1)] as const;
	const mails = [few('Emails', 12), few('Emails', 12), few('Emails', 2)] as const;
	const long = () => {
		const text = { Description: CUT, $full_Description: `${CUT}${CUT}` };
		const { id: recordId } = dataset.add('Leads', { Last_Name: 'Long', ...text });
		for (const list of ['Notes', 'Emails', 'Attachments', OPEN, CLOSED]) {
			dataset.withRelated('Leads', list, 3, { recordId });
		}
		return recordId;
	};
	const { id: contact } = dataset.add('Contacts', { Last_Name: 'Doe' });
	const accounts = { first: contacts(3), last: contacts(2) };
	const big = (count: number, options: INodeParameters = {}): Read => ({
		parameters: related('Accounts', ID, 'Contacts', { ...ALL, options }),
		ids: [accounts.first, contacts(count), accounts.last],
	});
	const reads = {
		'related records': { parameters: related('Leads', ID, 'Notes'), ids: notes },
		'related records, all fields': {
			parameters: related('Leads', ID, 'Notes', { fields: [] }),
			ids: notes,
		},
		'activity timeline': {
			parameters: timeline('Leads', ID, ALL),
			ids: [activities(3), activities(4), activities(2)],
		},
		'record history': {
			parameters: historyOf('Leads', ID),
			ids: [few('Notes'), few('Notes', 2), few('Notes')],
		},
		emails: { parameters: related('Leads', ID, 'Emails', { fields: [] }), ids: mails },
		'emails with content': {
			parameters: related('Leads', ID, 'Emails', {
				fields: [],
				options: { includeContent: true },
			}),
			ids: mails,
		},
		'related records, counted': {
			parameters: countOf('Leads', ID, ['Notes', 'Tasks']),
			ids: notes,
			method: 'POST',
		},
		'record digest': {
			parameters: digestOf('Leads', ID, { relatedLists: ['Notes', 'Attachments'] }),
			ids: notes,
			path: (id: string) => new RegExp(`/${id}(/|$)`),
		},
		'record digest, all of it': {
			parameters: digestOf('Leads', ID, { limit: 2, options: { fullText: true } }),
			ids: [long(), long(), long()],
			path: (id: string) => new RegExp(`/${id}(/|$)`),
		},
		files: {
			parameters: filesOf('Leads', ID),
			ids: files,
			path: (id: string) => new RegExp(`/${id}/Attachments/\\d+$`),
		},
		'files, listed': {
			parameters: filesOf('Leads', ID, {
				options: { metadataOnly: true, includeNoteFiles: true },
			}),
			ids: files,
		},
		'record history, two pages': {
			parameters: historyOf('Leads', ID),
			ids: [few('Notes'), few('Notes', 250), few('Notes')],
		},
		// The path of a search names no record: that of the middle one is of another module.
		'found records': {
			parameters: {
				operation: 'searchRecords',
				module: byName(`={{ $json.id === '${contact}' ? 'Contacts' : 'Leads' }}`),
				searchBy: 'criteria',
				searchFor: '={{ `(id:equals:${$json.id})` }}',
			},
			ids: [notes[0], contact, notes[2]],
			path: () => /\/Contacts\/search$/,
		},
		'related records by query': {
			parameters: related('Accounts', ID, 'Contacts', {
				...ALL,
				options: { readThrough: 'query' },
			}),
			ids: [accounts.first, contacts(4), accounts.last],
			method: 'POST',
			path: () => /\/coql$/,
		},
		'Deluge script': {
			parameters: { operation: 'runDelugeScript', script: SCRIPT },
			ids: notes,
		},
		'450 rows': big(SIZES.short),
		'2,450 rows': big(SIZES.long),
		// Both ends of a list are read by ID only: by time, page tokens lead beyond 2,000 rows.
		'2,450 rows by page token': big(SIZES.long, { sortBy: 'Created_Time' }),
	} as const satisfies Record<string, Read>;
	return { dataset: dataset.build(), reads };
}

export type ReadName = keyof ReturnType<typeof makeReads>['reads'];

/** What came of a run, by input item. */
export interface Outcome {
	rows: unknown[][];
	errors: unknown[][];
	/** What stopped the run. */
	error: NodeRun['error'];
	/** Requests to the CRM. */
	requests: number;
	/** What was waited, in ms. */
	waited: number;
}

/** A sandbox with the reads, n8n's engine, and what each read gives when nothing fails. */
export class World {
	private readonly whole = new Map<ReadName, Promise<Outcome>>();

	private constructor(
		readonly bench: Bench,
		readonly reads: Record<ReadName, Read>,
	) {}

	static async open(): Promise<World> {
		const { dataset, reads } = makeReads();
		const credits = { total: 1_000_000, used: 0 };
		return new World(await openBench({ dataset, credits, scope: SCOPE }), reads);
	}

	get sandbox(): Sandbox {
		return this.bench.sandbox;
	}

	/** Forgets faults, and connects the credential with a new token. */
	reset(): void {
		this.sandbox.faults.clear();
		if (this.sandbox.credits) this.sandbox.credits.used = 0;
		this.bench.token = this.sandbox.tokens.issue({ scope: SCOPE });
		this.bench.connect({ oauthTokenData: { ...this.bench.token } });
	}

	/** What the read gives without faults. */
	async expected(name: ReadName): Promise<Outcome> {
		const known = this.whole.get(name) ?? this.run(name);
		this.whole.set(name, known);
		return await known;
	}

	/** Lets a fault hit the requests for the middle record, and reads. */
	async runWith(name: ReadName, fault: Partial<Fault>): Promise<Outcome> {
		await this.expected(name);
		const { ids, method, path }: Read = this.reads[name];
		const [, middle] = ids;
		const hit = path?.(middle) ?? `/${middle}/`;
		const match = { method: method ?? 'GET', path: hit, ...fault.match };
		this.sandbox.faults.add({ ...fault, match });
		return await this.run(name);
	}

	async run(name: ReadName): Promise<Outcome> {
		const { parameters, ids } = this.reads[name];
		this.sandbox.log.clear();
		takeDelays();
		const input = ids.map((id) => ({ id }));
		const run = await this.bench.run(parameters, { input, onError: 'continueErrorOutput' });
		return {
			rows: ids.map((_, item) => itemsOf(run.output, item).map(({ json }) => json)),
			errors: ids.map((_, item) => itemsOf(run.errorOutput, item).map(({ json }) => json.error)),
			error: run.error,
			requests: this.sandbox.log.crm().length,
			waited: takeDelays().reduce((sum, ms) => sum + ms, 0),
		};
	}

	async close(): Promise<void> {
		await this.bench.close();
	}
}

/** Most requests that a fault may add to those of the same read without one. */
const MOST_ADDED = 60;
/** Longest that all the waits of one run may take together, in ms. */
const LONGEST_WAIT = 20 * 60_000;

/** Checks an outcome against what is expected, as FAULTS tells it. */
export function expectOutcome(actual: Outcome, whole: Outcome, expected: string): void {
	expect(actual.error).toBeUndefined();
	expect(actual.requests).toBeLessThanOrEqual(whole.requests + MOST_ADDED);
	expect(actual.waited).toBeLessThanOrEqual(LONGEST_WAIT);
	const codes = actual.errors.map((list) => list.map(codeOf));
	const code = expected.replace('*', '');
	const mayFail = expected.endsWith('*') ? [[], [code]] : [[]];
	expect(codes[1]).toEqual(expected === 'whole' ? [] : [code]);
	expect(mayFail).toContainEqual(codes[0]);
	expect(mayFail).toContainEqual(codes[2]);
	whole.rows.forEach((rows, item) => {
		expect(actual.rows[item]).toEqual(codes[item]?.length === 0 ? rows : []);
	});
}

function codeOf(error: unknown): unknown {
	return typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
}

function itemsOf(output: readonly INodeExecutionData[], item: number): INodeExecutionData[] {
	return output.filter(({ pairedItem }) => itemOf(pairedItem) === item);
}

function itemOf(pairedItem: INodeExecutionData['pairedItem']): number {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;
}
