import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { ScriptRun } from '../deluge';
import { MAX_REQUESTS_AT_ONCE } from '../helpers/constants';
import { ZohoSession, type ZohoClient } from '../transport/client';
import { Metadata } from '../transport/crm/metadata';
import { QueryReads } from '../transport/crm/query/queryReads';
import { RelatedCounts } from '../transport/crm/relatedCount';
import { FileSlots } from './fileSlots';
import { Hints } from './output/hints';
import { ItemParameters } from './parameters/itemParameters';

/** What all input items of one execution share. */
export interface Run {
	context: IExecuteFunctions;
	session: ZohoSession;
	/** What reads for the whole run; for one input item, a client of its own. */
	client: ZohoClient;
	metadata: Metadata;
	counts: RelatedCounts;
	queries: QueryReads;
	hints: Hints;
	scripts: ScriptRun;
	files: FileSlots;
	/** Input items, and requests, under way at the same time at most. */
	width: number;
}

export function openRun(context: IExecuteFunctions): Run {
	const width = widthOf(context);
	const session = new ZohoSession(context, width);
	const { client } = session;
	const metadata = new Metadata(client);
	return {
		context,
		session,
		client,
		width,
		metadata,
		counts: new RelatedCounts(),
		queries: new QueryReads(session, metadata),
		hints: new Hints(),
		files: new FileSlots(),
		scripts: new ScriptRun({
			now: () => performance.now(),
			pause: async () => await sleep(0),
		}),
	};
}

/** The first input item's; where that is no number, the item fails for it by itself. */
function widthOf(context: IExecuteFunctions): number {
	try {
		return new ItemParameters(context, 0).maxConcurrentRequests();
	} catch {
		return MAX_REQUESTS_AT_ONCE;
	}
}
