import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { runScript, type Outcome, type Turn } from '../../deluge';
import { CREDENTIAL } from '../../helpers/constants';
import { LABELS } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import { oneOf, wholeNumber } from '../parameters/validate';
import { invalidParameter } from '../../helpers/zohoError';
import { ScriptAccess } from './zohoPort';
import { ItemParameters } from '../parameters/itemParameters';
import type { Run } from '../execution';
import { scriptItems } from './items';
import { asNodes, asTypeScript, type ScriptTranslation } from './translations';
import { scriptVariables } from './variables';
import { concurrencyOption, optionsParameter } from '../parameters/descriptions';

/** What a script becomes instead of being run. */
const TRANSLATIONS: ReadonlyMap<
	string,
	(script: string, turn: Turn, entryFunction?: string) => Promise<ScriptTranslation>
> = new Map([
	['nodeParameters', asNodes],
	['typescript', asTypeScript],
]);
const OUTPUTS = ['returnValue', 'lastResponse', 'info', 'nodeParameters', 'typescript'] as const;
const WRITE_TASKS = ['refuse', 'skip'] as const;

/** Zoho stops functions after about so many. */
const MAX_STATEMENTS = 200_000;
const MAX_API_CALLS = 100;
/** Running time; Zoho stops functions after 10 to 30 seconds, waiting included. */
const MAX_SECONDS = 30;
const MOST_SECONDS = 300;

const NO_RETURN =
	"The script ended without reaching a 'return', so the last response is returned. Choose another Output, or add a return.";

const ownParameters: INodeProperties[] = [
	{
		displayName: LABELS.script,
		name: 'script',
		type: 'string',
		typeOptions: { rows: 12 },
		default: '',
		placeholder: 'e.g. return zoho.crm.getRelatedRecords("Notes", "Leads", leadId);',
		description:
			"A script in Deluge, Zoho's language. It can use the fields of the input item as variables.",
	},
	{
		displayName: LABELS.variables,
		name: 'variables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add variable',
		default: {},
		description:
			'Values for the script by name. They take precedence over fields of the input item.',
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. leadId',
						description: 'Name as in the script; case-sensitive',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 4876876000000376008',
						description: 'Text, or any value as an expression',
					},
				],
			},
		],
	},
	{
		displayName: LABELS.scriptOutput,
		name: 'scriptOutput',
		type: 'options',
		options: [
			{
				name: 'Info',
				value: 'info',
				description: "What the script logs with 'info'",
			},
			{
				name: 'Last Response',
				value: 'lastResponse',
				description: 'What Zoho returned to the last task of the script',
			},
			{
				name: 'Node Parameters',
				value: 'nodeParameters',
				description:
					'Without running it: the nodes that read what the script reads, to paste on the canvas',
			},
			{
				name: 'Return Value',
				value: 'returnValue',
				description: 'What the script returns',
			},
			{
				name: 'TypeScript',
				value: 'typescript',
				description:
					'Without running it: the script as TypeScript, and as JavaScript for the Code node',
			},
		],
		default: 'returnValue',
		description: 'What to return: an item for each entry of a list, else one item',
	},
];

const ownOptions: INodeProperties[] = [
	{
		displayName: LABELS.entryFunction,
		name: 'entryFunction',
		type: 'string',
		default: '',
		placeholder: 'e.g. automation.main',
		description:
			'Function to run if the script has several. Default: the one that no other calls, or the first.',
	},
	{
		displayName: LABELS.maxApiCalls,
		name: 'maxApiCalls',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: MAX_API_CALLS,
		description: 'Number of requests to Zoho after which to stop the script',
	},
	{
		displayName: LABELS.maxSeconds,
		name: 'maxSeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_SECONDS },
		default: MAX_SECONDS,
		description:
			'Running time after which a script is stopped, in seconds. Time spent waiting for Zoho does not count.',
	},
	{
		displayName: LABELS.maxStatements,
		name: 'maxStatements',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: MAX_STATEMENTS,
		description: 'Number of executed statements after which to stop the script',
	},
	{
		displayName: LABELS.writeTasks,
		name: 'writeTasks',
		type: 'options',
		options: [
			{
				name: 'Refuse',
				value: 'refuse',
				description: 'A script that writes is not started',
			},
			{
				name: 'Skip',
				value: 'skip',
				description: 'Nothing is written; the task returns an empty map',
			},
		],
		default: 'refuse',
		description: 'What to do about tasks that write, such as updateRecord. This node only reads.',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['runDelugeScript'] } }, [
	...ownParameters,
	optionsParameter([concurrencyOption, ...ownOptions]),
]);

/**
 * Runs one Deluge script.
 * @returns the JSON of the output items
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	try {
		return await itemsFrom(run, itemIndex);
	} finally {
		run.scripts.end(itemIndex);
	}
}

async function itemsFrom(run: Run, itemIndex: number): Promise<IDataObject[]> {
	const { client, context, hints, scripts } = run;
	const parameters = new ItemParameters(context, itemIndex);
	const script = scriptOf(parameters.raw('script'));
	const output = oneOf(parameters.raw('scriptOutput') ?? 'returnValue', OUTPUTS, 'scriptOutput');
	const { limits, writeTasks, entryFunction } = optionsOf(parameters);
	const turn = scripts.turn(itemIndex, limits.maxSeconds, context.getExecutionCancelSignal());
	const translation = await TRANSLATIONS.get(output)?.(script, turn, entryFunction);
	if (translation !== undefined) {
		for (const remark of translation.remarks) hints.addRemark(remark);
		return translation.items;
	}
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const outcome = await runScript(script, {
		crm: new ScriptAccess(client, async () => await context.getCredentials(CREDENTIAL)),
		variables: scriptVariables(item, parameters.raw('variables')),
		limits,
		writeTasks,
		entryFunction,
		zone: context.getTimezone(),
		turn,
		hint: (message) => hints.addRemark(message),
	});
	if (output === 'returnValue' && outcome.returned === undefined) hints.addRemark(NO_RETURN);
	const part = chosenPart(outcome, output);
	await scripts.giveOut(itemIndex, outcome.sizes[part]);
	return scriptItems(outcome[part]);
}

function chosenPart({ returned }: Outcome, output: string): keyof Outcome['sizes'] {
	switch (output) {
		case 'info':
			return 'log';
		case 'lastResponse':
			return 'lastResponse';
		default:
			return returned === undefined ? 'lastResponse' : 'returned';
	}
}

function optionsOf(parameters: ItemParameters) {
	// Read for the whole run, checked for each item.
	parameters.maxConcurrentRequests();
	return {
		limits: {
			maxSeconds: wholeNumber(
				parameters.option('maxSeconds') ?? MAX_SECONDS,
				'maxSeconds',
				MOST_SECONDS,
			),
			maxApiCalls: wholeNumber(parameters.option('maxApiCalls') ?? MAX_API_CALLS, 'maxApiCalls'),
			maxStatements: wholeNumber(
				parameters.option('maxStatements') ?? MAX_STATEMENTS,
				'maxStatements',
			),
		},
		entryFunction: functionName(parameters.option('entryFunction') ?? ''),
		writeTasks: oneOf(parameters.option('writeTasks') ?? 'refuse', WRITE_TASKS, 'writeTasks'),
	};
}

/** @returns undefined where none is chosen */
function functionName(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
	throw invalidParameter(
		'entryFunction',
		`is not text: ${shown(value)}`,
		'Enter the name of a function of the script, such as automation.main.',
	);
}

function scriptOf(value: unknown): string {
	if (typeof value === 'string' && value.trim() !== '') return value;
	throw invalidParameter(
		'script',
		value === null || typeof value === 'string' ? 'is empty' : `is not text: ${shown(value)}`,
		'Paste the Deluge script.',
	);
}
