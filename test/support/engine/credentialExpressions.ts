import { getAdditionalKeys } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type INode,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { inIsolate } from './adapter';
import { NodeTypes } from './nodeTypes';

type Data = ICredentialDataDecryptedObject;

export interface Resolution {
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	executeData?: IExecuteData;
	/** The item that asks; undefined outside an execution, as in a drop-down. */
	values?: ICredentialsExpressionResolveValues;
}

/** Stands for any node where a credential is resolved outside an execution, as in n8n itself. */
class AnyNode {
	description = {
		displayName: 'any',
		name: 'any',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [],
		properties: [],
	};
}

const ANY_NODE: INode = {
	id: 'any',
	name: 'any',
	type: 'any',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Fills in the defaults of a credential's properties. A default may be an expression. */
export function withDefaults(properties: INodeProperties[], stored: Data): Data {
	const filled = stored as never;
	const complete = NodeHelpers.getNodeParameters(properties, filled, true, false, null, null);
	const { oauthTokenData } = stored;
	return { ...(complete as Data), ...(oauthTokenData === undefined ? {} : { oauthTokenData }) };
}

/** Whether the expressions of a credential look at nothing but `$self`, and not at its token. */
export function isResolvedAlone(data: Data): boolean {
	const expressions = Object.values(data).filter(
		(value) => typeof value === 'string' && value.startsWith('='),
	);
	return expressions.every((text) => !/\$(?!self\b)\w|Date|Math|oauthTokenData/.test(String(text)));
}

/** Evaluates the expressions of a credential with n8n's own expression engine. */
export async function resolved(data: Data, resolution: Resolution): Promise<Data> {
	return resolution.values === undefined
		? await resolvedAlone(data, resolution)
		: resolvedForItem(data, resolution, resolution.values);
}

function keysOf({ additionalData, mode }: Resolution): ReturnType<typeof getAdditionalKeys> {
	return getAdditionalKeys(additionalData, mode, null, { isCredential: true });
}

function resolvedForItem(
	data: Data,
	resolution: Resolution,
	values: ICredentialsExpressionResolveValues,
): Data {
	try {
		return values.workflow.expression.getParameterValue(
			data as never,
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			resolution.mode,
			keysOf(resolution),
			resolution.executeData,
			false,
			data as never,
		) as unknown as Data;
	} catch (error) {
		if (error instanceof Error) error.message += ' [Error resolving credentials]';
		throw error;
	}
}

async function resolvedAlone(data: Data, resolution: Resolution): Promise<Data> {
	const { expression } = new Workflow({
		nodes: [ANY_NODE],
		connections: {},
		active: false,
		nodeTypes: new NodeTypes({ any: AnyNode }),
	});
	return await inIsolate(
		expression,
		() =>
			expression.getComplexParameterValue(
				ANY_NODE,
				data as never,
				resolution.mode,
				keysOf(resolution),
				undefined,
				undefined,
				data as never,
			) as unknown as Data,
	);
}
