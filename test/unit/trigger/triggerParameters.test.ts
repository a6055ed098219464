import type { INode, IPollFunctions } from 'n8n-workflow';
import { TriggerParameters } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/triggerParameters';
import { caught } from '../../support/caught';

const EXPRESSION = '={{ $vars.lead }}';

/** A poll whose record is an expression. @param value what it gives, or throws */
function pollOf(value: () => string): IPollFunctions {
	const locator = (text: string) => ({ __rl: true, mode: 'id', value: text });
	const poll: IPollFunctions = Object.create({
		getNodeParameter: (name: string) => {
			if (name === 'module') return locator('Leads');
			return name === 'recordId' ? locator(value()) : null;
		},
		getTimezone: () => 'UTC',
		getNode: (): Partial<INode> => ({ parameters: { recordId: locator(EXPRESSION) } }),
	});
	return poll;
}

describe('an expression of a trigger, which has no input items', () => {
	it('that gave nothing is named, and no item', () => {
		const parameters = new TriggerParameters(pollOf(() => ''));
		expect(caught(() => parameters.watching())).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: "Parameter 'Record' has an expression that gave nothing: {{ $vars.lead }}",
			resolution: 'Correct the expression.',
		});
	});

	it('that failed is named, and no item', () => {
		const parameters = new TriggerParameters(
			pollOf(() => {
				throw new Error('no such variable');
			}),
		);
		expect(caught(() => parameters.watching())).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: "Parameter 'Record' has an expression that failed: no such variable",
			resolution: 'Correct the expression.',
		});
	});
});
