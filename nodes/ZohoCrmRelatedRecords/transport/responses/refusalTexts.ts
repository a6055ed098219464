import { isObject } from '../../helpers/guards';
import { LABELS, type ParameterName } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import {
	listName,
	moduleName,
	named,
	pathIndex,
	recordName,
	target,
	type RefusalContext,
} from './refusalContext';
import { missingScopes } from './scopes';

export type Texts = (told: RefusalContext) => { message: string; resolution: string };

/** A text for a refusal, by what is known of it. */
export const say =
	(
		message: (told: RefusalContext) => string,
		resolution: string | ((told: RefusalContext) => string),
	): Texts =>
	(told) => ({
		message: message(told),
		resolution: typeof resolution === 'string' ? resolution : resolution(told),
	});

const ASK_ADMIN = 'Ask your Zoho CRM administrator for read access';
export const RESTART = 'Run the node again: it then reads the list from the start.';
const SERVER =
	'Run the node again later. If it keeps happening, contact Zoho support and name the module and list.';

export const unknownModule = say(
	(told) => `Zoho CRM has no ${moduleName(told)}, or your user cannot see it`,
	'Choose the module from the list, or check its API name. If it exists, ask your administrator to show its tab to your profile.',
);

const unknownRecord = say(
	(told) => `${capital(recordName(told))} was not found in ${moduleName(told)}`,
	"Check 'Record' and 'Module': the record may be deleted, converted, in another module, or hidden from your user.",
);

const unknownList = say(
	(told) =>
		`${capital(moduleName(told))} has no ${listName(told)}, or it is hidden in the record's layout`,
	'Choose the related list from the list, or check its API name. Show it in the layout if it is hidden.',
);

export const invalidData: Texts = (told) => {
	const index = pathIndex(told);
	if (index === 0) return unknownModule(told);
	if (index === 1) return unknownRecord(told);
	if (index === 2) return unknownList(told);
	if (named(told) !== undefined) return invalidParam(told);
	return told.status === 404 ? unknownRecord(told) : other(told);
};

/** Parameters of requests that come from parameters of the node. */
const PARAMETERS: ReadonlyMap<string, ParameterName> = new Map<string, ParameterName>([
	['module', 'module'],
	['fields', 'fields'],
	['sort_by', 'sortBy'],
	['sort_order', 'sortOrder'],
	['per_page', 'pageSize'],
	['ids', 'ids'],
	['converted', 'converted'],
	['if-modified-since', 'modifiedSince'],
]);

/** Advice names only what the user can set. */
export function correctParam(told: RefusalContext): string {
	const parameter = PARAMETERS.get(named(told)?.toLowerCase() ?? '');
	return parameter === undefined
		? 'If a script sends it, correct it there. Otherwise the node sends it by itself: try another API Version under Options.'
		: `Correct '${LABELS[parameter]}', or leave it out.`;
}

const invalidParam = say(
	(told) => `Zoho rejected the request parameter '${named(told) ?? 'unknown'}' for ${target(told)}`,
	(told) =>
		named(told) === 'page_token'
			? `The page token belongs to another user or request. ${RESTART}`
			: correctParam(told),
);

export const other = say(
	(told) => `Zoho refused to read ${target(told)}: ${told.message ?? told.code}`,
	(told) => `Look up ${told.code} in Zoho's API documentation, and check the node's parameters.`,
);

export const reconnect = 'Open the credential and connect it again.';

export const server = say(
	(told) => `Zoho had an internal error while reading ${target(told)}`,
	SERVER,
);

export const wrongMethod = say(
	(told) => `Zoho's API does not allow this type of request for ${target(told)}`,
	'Choose another API Version under Options, and report this to the maintainers of this node.',
);

export const noPermission = say(
	(told) => `Your Zoho user is not allowed to read ${target(told)}`,
	(told) => {
		const permissions = isObject(told.details) ? told.details.permissions : undefined;
		const missing = Array.isArray(permissions)
			? ` (${shown(permissions.filter((name) => typeof name === 'string').join(', '))})`
			: '';
		return `${ASK_ADMIN}${missing}.`;
	},
);

/** A scope that the credential has already is never the one that is missing. */
export function scopeAdvice({ scope, heldScopes }: RefusalContext): string {
	const missing = missingScopes(scope, heldScopes);
	return missing.length > 0
		? `Turn on Custom Scopes in the credential, add ${missing.join(' and ')} to Enabled Scopes, then connect it again.`
		: "Zoho requires a scope beyond those of the credential. Look it up in Zoho's API documentation, turn on Custom Scopes in the credential, add it to Enabled Scopes, then connect it again.";
}

export const notSupported: Texts = (told) => {
	if (pathIndex(told) === 2) {
		return {
			message: `Zoho's API does not support ${target(told)}`,
			resolution:
				"This related list cannot be read through Zoho's API. Choose another related list.",
		};
	}
	return {
		message:
			told.status === 403
				? `Only administrators may read ${target(told)} through the API`
				: `Zoho's API does not support ${target(told)}`,
		resolution:
			'Modules such as Documents and Projects cannot be read through this API. Choose another module.',
	};
};

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
