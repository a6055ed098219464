import type { INode, IPollFunctions } from 'n8n-workflow';
import { TriggerParameters } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/triggerParameters';
import { caught } from '../../support/caught';

const locator = (text: string) => ({ __rl: true, mode: 'id', value: text });
const EXPRESSION = '={{ $vars.lead }}';

/** A poll whose record is an expression. @param value what it gives, or throws */
function pollOf(value: () => string): IPollFunctions {
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

/** A poll with these parameters. */
function parametersOf(parameters: Record<string, unknown>): TriggerParameters {
	const poll: IPollFunctions = Object.create({
		getNodeParameter: (name: string) => parameters[name] ?? null,
		getTimezone: () => 'Europe/Berlin',
		getNode: (): Partial<INode> => ({ parameters: {} }),
	});
	return new TriggerParameters(poll);
}

const LEAD = '4876876000000376008';
const OF_RECORD = {
	watch: 'record',
	module: locator('Leads'),
	recordId: locator(LEAD),
	relatedList: locator('Notes'),
};
const DEFAULTS = {
	event: 'created',
	version: 'v8',
	fields: [],
	includeParent: true,
	isSimple: false,
	max: 1000,
};
const RECORD = {
	kind: 'record',
	module: 'Leads',
	recordId: LEAD,
	name: null,
	relatedList: 'Notes',
};
const ofModule = (module: string, more: object = {}) => ({
	watch: 'module',
	childModule: locator(module),
	...more,
});
const closed = { event: 'activityClosed' };

describe('what is watched', () => {
	it.each<[string, Record<string, unknown>, object]>([
		['a list of a record', OF_RECORD, { ...DEFAULTS, watched: RECORD }],
		[
			'a record that was chosen from the list, with its name',
			{ ...OF_RECORD, recordId: { ...locator(LEAD), cachedResultName: 'Kay Adler' } },
			{ ...DEFAULTS, watched: { ...RECORD, name: 'Kay Adler' } },
		],
		[
			'a record by its address',
			{
				...OF_RECORD,
				recordId: { mode: 'url', value: `https://crm.zoho.com/crm/tab/Leads/${LEAD}` },
			},
			{ ...DEFAULTS, watched: RECORD },
		],
		[
			'a module, with all options',
			ofModule('Deals', {
				event: 'createdOrUpdated',
				parentField: 'Account_Name',
				fields: ['Stage'],
				options: { apiVersion: 'v6', includeParent: false, maxPerPoll: 5, simplify: true },
			}),
			{
				event: 'createdOrUpdated',
				watched: { kind: 'module', modules: ['Deals'], parentField: 'Account_Name' },
				version: 'v6',
				fields: ['Stage'],
				includeParent: false,
				isSimple: true,
				max: 5,
			},
		],
		[
			'closed activities of all types',
			ofModule('', closed),
			{
				...DEFAULTS,
				...closed,
				watched: { kind: 'module', modules: ['Calls', 'Events', 'Tasks'] },
			},
		],
		[
			'closed activities where nothing was ever chosen',
			{ ...closed, watch: 'module' },
			{
				...DEFAULTS,
				...closed,
				watched: { kind: 'module', modules: ['Calls', 'Events', 'Tasks'] },
			},
		],
		[
			'closed activities of one type',
			ofModule('Tasks', closed),
			{ ...DEFAULTS, ...closed, watched: { kind: 'module', modules: ['Tasks'] } },
		],
	])('is %s', (_, parameters, expected) => {
		expect(parametersOf(parameters).watching()).toEqual(expected);
	});

	it.each<[string, Record<string, unknown>]>([
		["'Child Module'", ofModule('')],
		["'Child Module'", ofModule('Deals', closed)],
		["'Event'", { ...OF_RECORD, event: 'deleted' }],
		["'Watch'", { ...OF_RECORD, watch: 'everything' }],
		["'Module'", { ...OF_RECORD, module: locator('') }],
		["'Related List'", { ...OF_RECORD, relatedList: locator('') }],
		["'Max per Poll'", { ...OF_RECORD, options: { maxPerPoll: 0 } }],
		["'Max per Poll'", { ...OF_RECORD, options: { maxPerPoll: 1.5 } }],
		["'API Version'", { ...OF_RECORD, options: { apiVersion: 'v2' } }],
		["'Parent Field Name or ID'", ofModule('Deals', { parentField: 'not a name' })],
	])('is refused by the name of its parameter: %s', (name, parameters) => {
		expect(caught(() => parametersOf(parameters).watching())).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining(name),
		});
	});
});

describe('the time to start from', () => {
	const startOf = (startFrom?: string) => parametersOf({ options: { startFrom } }).startFrom();

	it.each([
		['is now', undefined, undefined],
		['is now, where the option is empty', '', undefined],
		["is of the workflow's zone", '2026-03-02T09:00:00', '2026-03-02T08:00:00Z'],
		['has its own offset', '2026-03-02T09:00:00-05:00', '2026-03-02T14:00:00Z'],
		['is the next whole second', '2026-03-02T08:00:00.001Z', '2026-03-02T08:00:01Z'],
		[
			'is the hour after, where clocks are put forward',
			'2026-03-29T02:30:00',
			'2026-03-29T01:30:00Z',
		],
		[
			'is the second of two, where clocks are put back',
			'2026-10-25T02:30:00',
			'2026-10-25T01:30:00Z',
		],
	])('%s', (_, text, expected) => {
		expect(startOf(text)).toBe(expected && Date.parse(expected) / 1000);
	});

	it('is refused where it is none', () => {
		expect(caught(() => startOf('soon'))).toMatchObject({
			message: expect.stringContaining("'Start From'"),
		});
	});
});

describe('chosen fields', () => {
	const fieldsOf = (...fields: string[]) =>
		parametersOf({ ...OF_RECORD, fields }).watching().fields;

	it.each([
		['35', Array.from({ length: 35 }, (_, index) => `Field_${index}`)],
		['few with long names', Array.from({ length: 15 }, (_, index) => `${'x'.repeat(47)}${index}`)],
	])('are read in one request: %s', (_, fields) => {
		expect(fieldsOf(...fields)).toEqual(fields);
	});

	it.each([
		['36', Array.from({ length: 36 }, (_, index) => `F_${index}`), '36 fields with'],
		[
			'some with long names',
			Array.from({ length: 16 }, (_, index) => `${'x'.repeat(47)}${index}`),
			'16 fields with 789 characters',
		],
	])('that are too many for one are refused by name: %s', (_, fields, said) => {
		expect(caught(() => fieldsOf(...fields))).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining(said),
			resolution: expect.stringContaining('at most 35 with 750 characters'),
		});
	});
});

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
