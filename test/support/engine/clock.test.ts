import {
	sleep,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';
import { Engine } from '.';
import type * as clock from './clock';
import { takeDelays } from './clock';
import { EchoNode } from './fixtures';

jest.mock('n8n-workflow', () => jest.requireActual<typeof clock>('./clock').recordedSleep());

const HOUR = 3_600_000;

class SleepingNode extends EchoNode implements INodeType {
	override async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		await sleep(HOUR, this.getExecutionCancelSignal());
		return [[{ json: { awake: true } }]];
	}
}

describe('recorded sleep', () => {
	beforeEach(() => {
		takeDelays();
	});

	it('does not wait, and tells each delay once', async () => {
		await sleep(HOUR);
		await sleep(500);
		expect(takeDelays()).toEqual([HOUR, 500]);
		expect(takeDelays()).toEqual([]);
	});

	it('rejects with the reason of a signal aborted before', async () => {
		const reason = new Error('Enough');
		await expect(sleep(HOUR, AbortSignal.abort(reason))).rejects.toBe(reason);
		expect(takeDelays()).toEqual([HOUR]);
	});

	it('rejects with the reason of a signal aborted meanwhile', async () => {
		const controller = new AbortController();
		const sleeping = sleep(HOUR, controller.signal);
		const reason = new Error('Enough');
		controller.abort(reason);
		await expect(sleeping).rejects.toBe(reason);
	});

	it("works in n8n's engine", async () => {
		const engine = new Engine({ nodes: { sleeping: SleepingNode }, credentialTypes: {} });
		const { json } = await engine.runNode({ type: 'sleeping', parameters: {} });
		expect(json).toEqual([{ awake: true }]);
		expect(takeDelays()).toEqual([HOUR]);
	});
});
