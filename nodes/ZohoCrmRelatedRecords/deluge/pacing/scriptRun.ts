import { ZohoError } from '../../helpers/zohoError';
import { ItemOrder } from './itemOrder';
import { Processor, type Host } from './processor';
import { Turn } from './turn';

/** Characters that all scripts of a run return; n8n cannot save much more. */
const MAX_OUTPUT_OF_RUN = 20_000_000;

/** What the scripts of all input items share: the processor, memory and output. */
export class ScriptRun {
	private readonly processor: Processor;
	private readonly order = new ItemOrder();
	private givenOut = 0;

	constructor(host: Host) {
		this.processor = new Processor(host);
	}

	/** The share of one script. @param maxSeconds of its own running time */
	turn(item: number, maxSeconds: number, signal?: AbortSignal): Turn {
		return new Turn(this.processor, this.order, item, maxSeconds, signal);
	}

	/**
	 * Counts what an item returns, after all items before it.
	 * @throws ZohoError DELUGE_LIMIT
	 */
	async giveOut(item: number, characters: number): Promise<void> {
		await this.order.untilFirst(item);
		this.givenOut += characters;
		if (this.givenOut <= MAX_OUTPUT_OF_RUN) return;
		throw new ZohoError({
			code: 'DELUGE_LIMIT',
			message: `The scripts of all input items return more than ${MAX_OUTPUT_OF_RUN} characters`,
			resolution: 'Return only what is needed, or process fewer items at a time.',
		});
	}

	/** To be called for each item of the run, whatever became of it. */
	end(item: number): void {
		this.order.end(item);
	}
}
