import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { properties } from '../../../nodes/ZohoCrmRelatedRecords/actions/description';
import { LABELS } from '../../../nodes/ZohoCrmRelatedRecords/helpers/labels';
import { MESSAGES } from '../../../nodes/ZohoCrmRelatedRecords/transport/responses/errorMessages';
import type * as clock from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import {
	byName,
	countOf,
	digestOf,
	filesOf,
	historyOf,
	openBench,
	related,
	timeline,
} from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const OPERATIONS: readonly INodeParameters[] = [
	related('Leads', known.lead.id, 'Products'),
	timeline('Leads', known.lead.id),
	countOf('Leads', known.lead.id, ['Notes']),
	historyOf('Leads', known.lead.id),
	filesOf('Leads', known.lead.id),
	digestOf('Leads', known.lead.id),
	{ operation: 'searchRecords', module: byName('Leads'), searchBy: 'word', searchFor: 'Pump' },
	{
		operation: 'runDelugeScript',
		script: `return zoho.crm.getRelatedRecords("Notes","Leads",${known.lead.id});`,
	},
];
/** Labels that are words of every day as well: only in quotes they are names. */
const WORDS: readonly string[] = [
	...['Operation', 'Module', 'Record', 'Order', 'Script', 'Variables', 'Output', 'Sources'],
	...['Event', 'Watch', 'Options'],
];

const PLACES = [{}, { resource_path_index: 2 }];
const NAMES = [
	...PLACES,
	...['page', 'fields', 'sort_by', 'ids', 'converted', 'per_page', 'page_token'].map((name) => ({
		param_name: name,
	})),
];
const REPLIES = [
	...[...MESSAGES.keys()].flatMap((code) =>
		(/INVALID_DATA|PATTERN/.test(code) ? NAMES : PLACES).map((details) => ({
			status: 400,
			body: { code, details, message: code, status: 'error' },
		})),
	),
	{ status: 200, body: '<html>' },
	{ status: 200, body: { data: {} } },
	{ status: 404, body: '<html>' },
];

/** Display names of the parameters and options that an operation has. */
function labelsOf(operation: unknown): string[] {
	const isShown = ({ displayOptions }: INodeProperties) =>
		displayOptions?.show?.operation?.some((name) => name === operation) ?? true;
	return properties
		.filter(isShown)
		.flatMap(({ displayName, options = [] }) => [
			displayName,
			...options.flatMap((option) => ('displayName' in option ? [option.displayName] : [])),
		]);
}

/** Labels that an advice names. */
function namedIn(advice: string): string[] {
	return Object.values(LABELS).filter((label) =>
		WORDS.includes(label)
			? advice.includes(`'${label}'`)
			: new RegExp(`(?<![\\w-])${label.replace(/[()]/g, '\\$&')}(?![\\w-])`).test(advice),
	);
}

describe('the advice for a refusal', () => {
	it.each(OPERATIONS.map((parameters) => [parameters.operation, parameters] as const))(
		'names only what the operation has: %s',
		async (operation, parameters) => {
			const bench = await openBench();
			const own = labelsOf(operation);
			const lacking: string[] = [];
			for (const reply of REPLIES) {
				bench.sandbox.faults.clear();
				bench.sandbox.faults.add({ match: {}, reply, times: Infinity });
				const { errorOutput } = await bench.run(parameters, { onError: 'continueErrorOutput' });
				const { resolution = '' } = (errorOutput[0]?.json.error ?? {}) as IDataObject;
				const advice = String(resolution);
				const asksFor = [
					...namedIn(advice),
					...(/\bfields?\b/.test(advice) ? [LABELS.fields] : []),
				].filter((label) => !own.includes(label));
				const asksForList =
					/related list/i.test(advice) && !own.some((label) => label.startsWith('Related List'));
				if (asksFor.length > 0 || asksForList) lacking.push(`${JSON.stringify(reply)}: ${advice}`);
			}
			await bench.close();
			expect(lacking).toEqual([]);
		},
		120_000,
	);
});
