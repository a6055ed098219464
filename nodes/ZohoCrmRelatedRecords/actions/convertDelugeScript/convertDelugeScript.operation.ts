import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { LABELS } from '../../helpers/labels';
import type { Run } from '../execution';
import { FileItem } from '../output/items';
import { optionsParameter } from '../parameters/descriptions';
import { ItemParameters } from '../parameters/itemParameters';
import {
	entryFunctionIn,
	entryFunctionOption,
	maxSecondsIn,
	maxSecondsOption,
	scriptParameter,
	variablesParameter,
} from '../parameters/scriptParameters';
import { givenVariables } from '../parameters/scriptVariables';
import { isToolExecution } from '../parameters/toolExecution';
import { oneOf } from '../parameters/validate';
import { asNodes, asTypeScript, type Conversion } from './translations';

const TARGETS = ['nodes', 'typescript'] as const;
const CONVERSIONS: Record<(typeof TARGETS)[number], typeof asNodes> = {
	nodes: asNodes,
	typescript: asTypeScript,
};

const ownParameters: INodeProperties[] = [
	{
		displayName: LABELS.convertTo,
		name: 'convertTo',
		type: 'options',
		options: [
			{
				name: 'Nodes',
				value: 'nodes',
				description: 'The nodes that read what the script reads, without its conditions and loops',
			},
			{
				name: 'TypeScript',
				value: 'typescript',
				description:
					'The whole script as TypeScript, and as JavaScript in a Code node behind the nodes that read',
			},
		],
		default: 'nodes',
		description: 'What to turn the script into. The script is not run.',
	},
	{
		displayName:
			'To use the result: execute the step, open the output as JSON, click <b>workflow</b>, choose the copy icon and <b>Copy Selection</b>, and paste on the canvas with Ctrl+V.',
		name: 'copyNotice',
		type: 'notice',
		default: '',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['convertDelugeScript'] } }, [
	scriptParameter,
	variablesParameter,
	...ownParameters,
	optionsParameter([entryFunctionOption, maxSecondsOption]),
]);

/**
 * Converts one Deluge script; nothing is run, and Zoho is not asked.
 * @returns the JSON of the output items; TypeScript as a file as well
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<(IDataObject | FileItem)[]> {
	try {
		const { items, remarks, file } = await conversionOf(run, itemIndex);
		for (const remark of remarks) run.hints.addRemark(remark);
		// An agent has no use for files.
		if (file === undefined || isToolExecution(run.context)) return items;
		const { prepareBinaryData } = run.context.helpers;
		const binary = await prepareBinaryData(Buffer.from(file.text), file.name, 'text/typescript');
		return items.map((json) => new FileItem(json, { data: binary }));
	} finally {
		run.scripts.end(itemIndex);
	}
}

async function conversionOf(run: Run, itemIndex: number): Promise<Conversion> {
	const { context, scripts } = run;
	const parameters = new ItemParameters(context, itemIndex);
	const script = parameters.script();
	const target = oneOf(parameters.raw('convertTo') ?? 'nodes', TARGETS, 'convertTo');
	const variables = new Map(givenVariables(parameters.raw('variables')));
	const entryFunction = entryFunctionIn(parameters);
	const seconds = maxSecondsIn(parameters);
	const turn = scripts.turn(itemIndex, seconds, context.getExecutionCancelSignal());
	return await CONVERSIONS[target](script, turn, { entryFunction, variables });
}
