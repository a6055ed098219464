import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { runScript, type Outcome } from '../../deluge';
import { CREDENTIAL } from '../../helpers/constants';
import { LABELS } from '../../helpers/labels';
import { oneOf, wholeNumber } from '../parameters/validate';
import { ScriptAccess } from './zohoPort';
import { ItemParameters } from '../parameters/itemParameters';
import type { Run } from '../execution';
import { scriptItems } from './items';
import { concurrencyOption, optionsParameter } from '../parameters/descriptions';
import {
	entryFunctionIn,
	entryFunctionOption,
	maxSecondsIn,
	maxSecondsOption,
	scriptParameter,
	variablesParameter,
} from '../parameters/scriptParameters';
import { scriptVariables } from '../parameters/scriptVariables';

const OUTPUTS = ['returnValue', 'lastResponse', 'info'] as const;
const WRITE_TASKS = ['refuse', 'skip'] as const;

/** Zoho stops functions after about so many. */
const MAX_STATEMENTS = 200_000;
const MAX_API_CALLS = 100;

const NO_RETURN =
	"The script ended without reaching a 'return', so the last response is returned. Choose another Output, or add a return.";

const ownParameters: INodeProperties[] = [
	scriptParameter,
	variablesParameter,
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
				description: "Zoho's response to the last task of the script",
			},
			{
				name: 'Return Value',
				value: 'returnValue',
				description: 'What the script returns',
			},
		],
		default: 'returnValue',
		description: 'What to return. A list becomes one item for each entry, anything else one item.',
	},
];

const ownOptions: INodeProperties[] = [
	{
		displayName: LABELS.maxApiCalls,
		name: 'maxApiCalls',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: MAX_API_CALLS,
		description: 'Max number of requests to Zoho before the script is stopped',
	},
	{
		displayName: LABELS.maxStatements,
		name: 'maxStatements',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: MAX_STATEMENTS,
		description: 'Max number of executed statements before the script is stopped',
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
		description: 'How to handle tasks that write, such as updateRecord. This node only reads.',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['runDelugeScript'] } }, [
	...ownParameters,
	optionsParameter([concurrencyOption, entryFunctionOption, maxSecondsOption, ...ownOptions]),
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
	const script = parameters.script();
	const output = oneOf(parameters.raw('scriptOutput') ?? 'returnValue', OUTPUTS, 'scriptOutput');
	const { limits, writeTasks, entryFunction } = optionsOf(parameters);
	const turn = scripts.turn(itemIndex, limits.maxSeconds, context.getExecutionCancelSignal());
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
			maxSeconds: maxSecondsIn(parameters),
			maxApiCalls: wholeNumber(parameters.option('maxApiCalls') ?? MAX_API_CALLS, 'maxApiCalls'),
			maxStatements: wholeNumber(
				parameters.option('maxStatements') ?? MAX_STATEMENTS,
				'maxStatements',
			),
		},
		entryFunction: entryFunctionIn(parameters),
		writeTasks: oneOf(parameters.option('writeTasks') ?? 'refuse', WRITE_TASKS, 'writeTasks'),
	};
}
