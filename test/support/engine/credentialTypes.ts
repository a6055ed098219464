import {
	NodeHelpers,
	UnexpectedError,
	type ICredentialType,
	type INodeProperties,
} from 'n8n-workflow';
import { OAuth2Api } from './oauth2Base';

/** Where n8n keeps access and refresh token; it adds this property to its OAuth2 base itself. */
const TOKEN_DATA: INodeProperties = {
	displayName: 'oauthTokenData',
	name: 'oauthTokenData',
	type: 'json',
	default: {} as never,
};

/** The credential types of one engine and what they inherit. */
export class CredentialTypes {
	private readonly types: Map<string, ICredentialType>;

	constructor(classes: Record<string, new () => ICredentialType>) {
		const all = Object.entries({ oAuth2Api: OAuth2Api, ...classes });
		this.types = new Map(all.map(([name, Type]) => [name, new Type()]));
	}

	get(name: string): ICredentialType {
		const type = this.types.get(name);
		if (type === undefined) {
			throw new UnexpectedError(`No credential type '${name}' in this engine`);
		}
		return type;
	}

	parents(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.parents(parent)]);
	}

	/** Properties of a type with those of its parents, merged by n8n: some are not inherited. */
	properties(name: string): INodeProperties[] {
		const type = this.get(name);
		if (type.extends === undefined) {
			return name === 'oAuth2Api' ? [...type.properties, TOKEN_DATA] : type.properties;
		}
		const merged: INodeProperties[] = [];
		for (const parent of type.extends) {
			NodeHelpers.mergeNodeProperties(merged, this.properties(parent));
		}
		NodeHelpers.mergeNodeProperties(merged, type.properties);
		return merged;
	}
}
