import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { WorkflowRun } from '../../support/engine';
import { NODES } from './exampleWorkflow';

/** Rows of one list: the item that the node gives out with `itemPerInput`. */
export interface RelatedList {
	module: string;
	recordId: string;
	relatedList: string;
	count: number;
	hasMore: boolean;
	records: IDataObject[];
}

export interface Activity {
	timeline: { time: string | null; status: string; type: string; title: string | null };
	parent: { module: string; id: string; relatedList: string };
}

/** What the Deluge script returns for a record. */
export interface ScriptResult {
	recordId: string;
	/** Rows of the list's first page. */
	rows: number;
	/** Names with commas between. */
	owners: string;
	/** Records of the module. */
	total: number;
}

/** A file with its row. */
export interface DownloadedFile {
	recordId: string;
	name: string;
	/** By the list of attachments. */
	size: number;
	/** That n8n has stored; none of a link. */
	bytes?: number;
}

export interface Counts {
	recordId: string;
	counts: Record<string, number>;
	total: number;
	refused: { relatedList: string; code: string }[];
}

export interface Digest {
	recordId: string;
	record: IDataObject;
	lists: Record<string, { shown: number; total: number | null; more: boolean }>;
	events: { time: string | null; type: string; title: string | null }[];
	refused: { relatedList: string; code: string }[];
}

export interface Failure {
	/** Name of the node that could not read. */
	node: string;
	code: string;
	message: string;
	resolution: string;
	details: { error?: string };
	module: string | null;
	recordId: string | null;
	relatedList: string | null;
}

/** What the nodes of the example workflow gave out. */
export interface Outputs {
	lists: RelatedList[];
	emails: RelatedList[];
	files: DownloadedFile[];
	activities: Activity[];
	histories: RelatedList[];
	scripts: ScriptResult[];
	counts: Counts[];
	digests: Digest[];
	/** Records that were found by their names. */
	found: IDataObject[];
	failures: Failure[];
}

const READS = Object.values(NODES).filter((node) => node !== NODES.records && node !== NODES.items);

export function outputsOf(run: WorkflowRun): Outputs {
	const jsonOf = <T>(node: string) => run.output(node).map(({ json }) => json as unknown as T);
	return {
		lists: jsonOf<RelatedList>(NODES.related),
		emails: jsonOf<RelatedList>(NODES.emails),
		files: run.output(NODES.files).map(fileOf),
		activities: jsonOf<Activity>(NODES.timeline),
		histories: jsonOf<RelatedList>(NODES.history),
		scripts: jsonOf<ScriptResult>(NODES.script),
		counts: jsonOf<Counts>(NODES.counts),
		digests: jsonOf<Digest>(NODES.digest),
		found: jsonOf<IDataObject>(NODES.search),
		failures: READS.flatMap((node) =>
			run.output(node, 1).map(({ json }) => ({ ...(json.error as unknown as Failure), node })),
		),
	};
}

function fileOf({ json, binary }: INodeExecutionData): DownloadedFile {
	const { parent, File_Name: name, Size: size } = json;
	return {
		recordId: String((parent as IDataObject).id),
		name: String(name),
		size: Number(size),
		bytes: binary?.data?.bytes,
	};
}
