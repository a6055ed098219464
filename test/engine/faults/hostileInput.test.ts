import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { LABELS } from '../../../nodes/ZohoCrmRelatedRecords/helpers/labels';
import {
	byId,
	byName,
	byUrl,
	countOf,
	digestOf,
	filesOf,
	historyOf,
	openBench,
	related,
	timeline,
	type Bench,
} from '../operations/fixture';
import { emptyDataset } from '../../support/sandbox';
import { REFUSED, TAKEN, type Target } from './hostileValues';
import { OutgoingRequests } from './outgoing';

const ON_ERROR = { onError: 'continueErrorOutput', timezone: 'UTC' } as const;
const VALUE = '={{ $json.value }}';
const OF_TIMELINE: readonly Target[] = [
	'activityStatus',
	'activityTypes',
	'order',
	'startTime',
	'endTime',
];
const OF_HISTORY: readonly Target[] = ['recordModules', 'sources', 'userIds'];
const OF_FILES: readonly Target[] = [
	'binaryField',
	'fileNames',
	'includeNoteFiles',
	'maxFileSize',
	'metadataOnly',
];
const OF_DIGEST: readonly Target[] = ['fullText', 'maxCharacters'];
const OF_SEARCH: readonly Target[] = ['searchBy', 'searchFor'];
const OF_SCRIPT: readonly Target[] = [
	'script',
	'scriptOutput',
	'convertTo',
	'maxApiCalls',
	'maxSeconds',
	'maxStatements',
	'writeTasks',
];
/** Targets that are no option, and how they stand among the parameters. */
const PLACES: Partial<Record<Target, (value: string) => INodeParameters>> = {
	module: (value) => ({ module: byName(value) }),
	recordId: (value) => ({ recordId: byId(value) }),
	recordUrl: (value) => ({ recordId: byUrl(value) }),
	externalId: (value) => ({ recordId: { __rl: true, mode: 'externalId', value } }),
	relatedList: (value) => ({ relatedList: byName(value) }),
	relatedLists: (relatedLists) => ({ relatedLists }),
	fields: (fields) => ({ fields }),
	binaryField: (binaryField) => ({ binaryField }),
	searchBy: (searchBy) => ({ searchBy }),
	searchFor: (searchFor) => ({ searchFor }),
	returnAll: (returnAll) => ({ returnAll }),
	limit: (limit) => ({ limit }),
	activityStatus: (activityStatus) => ({ activityStatus }),
	activityTypes: (activityTypes) => ({ activityTypes }),
	order: (order) => ({ order }),
	script: (script) => ({ script }),
	scriptOutput: (scriptOutput) => ({ scriptOutput }),
	convertTo: (convertTo) => ({ operation: 'convertDelugeScript', convertTo }),
};

describe('hostile input', () => {
	let bench: Bench;
	let outgoing: OutgoingRequests;
	const dataset = emptyDataset();
	const lead = dataset.withRelated('Leads', 'Notes', 3);
	dataset.add('Leads', { Last_Name: 'Doe', Email: 'doe@example.test' });
	dataset.withRelated('Leads', 'Emails', 3, { recordId: lead });
	dataset.withRelated('Leads', 'Attachments', 3, { recordId: lead });
	dataset.withRelated('Leads', 'Activities_Chronological_View', 3, { recordId: lead });

	beforeAll(async () => {
		bench = await openBench({ dataset: dataset.build() });
		bench.sandbox.data.updateRecord('Leads', lead, { Customer_No: '4711' });
		outgoing = new OutgoingRequests();
	});
	afterEach(() => outgoing.take());
	afterAll(async () => {
		outgoing.stop();
		await bench.close();
	});

	const script = `return zoho.crm.getRelatedRecords("Notes", "Leads", "${lead}");`;
	const parametersOf = (target: Target) => {
		const place = PLACES[target]?.(VALUE) ?? { options: { [target]: VALUE } };
		if (OF_SCRIPT.includes(target)) return { operation: 'runDelugeScript', script, ...place };
		if (target === 'emailType' || target === 'includeContent') {
			return related('Leads', lead, 'Emails', { fields: [], ...place });
		}
		if (OF_HISTORY.includes(target)) return historyOf('Leads', lead, place);
		if (OF_FILES.includes(target)) return filesOf('Leads', lead, place);
		if (OF_DIGEST.includes(target)) return digestOf('Leads', lead, place);
		if (OF_SEARCH.includes(target)) {
			const search = { operation: 'searchRecords', module: byName('Leads'), fields: ['Last_Name'] };
			return { ...search, searchBy: 'text', searchFor: 'Doe', ...place };
		}
		if (target === 'relatedLists') return countOf('Leads', lead, [], place);
		return OF_TIMELINE.includes(target)
			? timeline('Leads', lead, place)
			: related('Leads', lead, 'Notes', { fields: ['Note_Title'], ...place });
	};
	const goodValues: Partial<Record<Target, unknown>> = {
		module: 'Leads',
		recordId: lead,
		recordUrl: `https://crm.zoho.com/crm/org123/tab/Leads/${lead}`,
		externalId: 'Customer_No=4711',
		relatedList: 'Notes',
		relatedLists: ['Notes'],
		fields: ['Note_Title'],
		searchBy: 'text',
		searchFor: 'Doe',
		binaryField: 'data',
		returnAll: false,
		limit: 50,
		activityTypes: [],
		activityStatus: 'all',
		order: 'asc',
		script,
		scriptOutput: 'returnValue',
		convertTo: 'nodes',
	};
	/** Runs with a value for each item; sorts the requests, since items may overlap. */
	const runWith = async (target: Target, values: readonly unknown[]) => {
		const input = values.map((value) => ({ value }) as IDataObject);
		const run = await bench.run(parametersOf(target), { ...ON_ERROR, input });
		const requests = outgoing.take();
		return { ...run, requests: requests.map(({ host, line }) => `${host} ${line}`).sort() };
	};

	it.each(REFUSED)('%s: %s is refused by name, unsent', async (target, _what, value) => {
		const good = goodValues[target];
		const parameter = target === 'recordUrl' || target === 'externalId' ? 'recordId' : target;
		const expected = await runWith(target, [good, good]);
		const { output, errorOutput, error, requests } = await runWith(target, [good, value, good]);
		expect(error).toBeUndefined();
		const said = new RegExp(`^Parameter '${escaped(LABELS[parameter])}' \\P{C}{5,250}$`, 'u');
		expect(errorOutput.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[
				expect.objectContaining({
					code: 'INVALID_PARAMETER',
					message: expect.stringMatching(said),
					details: { parameter },
				}),
				{ item: 1 },
			],
		]);
		expect(output.map(({ json }) => json)).toEqual(expected.json);
		expect(output.length).toBeGreaterThan(0);
		expect(requests).toEqual(expected.requests);
		const host = new URL(bench.sandbox.origin).host;
		expect(requests.filter((request) => !request.startsWith(`${host} `))).toEqual([]);
	});

	it.each(TAKEN)('%s: %s has a meaning', async (target, _what, value, same) => {
		const expected = await runWith(target, [same]);
		const actual = await runWith(target, [value]);
		expect(actual.requests).toEqual(expected.requests);
		expect(actual.requests).not.toEqual([]);
		expect(actual.errorOutput.map(({ json }) => json.error)).toEqual(
			expected.errorOutput.map(({ json }) => json.error),
		);
		expect(actual.json).toEqual(expected.json);
	});

	it.each(['__proto__', 'constructor', 'nonsense'])(
		'refuses the operation %s',
		async (operation) => {
			const { errorOutput } = await bench.run(
				{ ...parametersOf('limit'), operation },
				{ ...ON_ERROR, input: [{}] },
			);
			expect(errorOutput.map(({ json }) => json.error)).toEqual([
				expect.objectContaining({
					code: 'INVALID_PARAMETER',
					message: expect.stringContaining(`'${LABELS.operation}'`),
					details: { parameter: 'operation' },
				}),
			]);
			expect(outgoing.take()).toEqual([]);
		},
	);
});

function escaped(text: string): string {
	return text.replace(/[()]/g, '\\$&');
}
