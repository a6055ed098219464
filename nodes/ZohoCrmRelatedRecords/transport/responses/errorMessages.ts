import { isObject } from '../../helpers/guards';
import { LABELS, type ParameterName } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import type { JsonValue, Subject } from '../../helpers/types';
import { missingScopes } from './scopes';

export interface RefusalContext {
	code: string;
	status: number;
	/** Zoho's own sentence. */
	message?: string;
	details?: JsonValue;
	subject: Subject;
	/** What was read, where it is not the subject itself. */
	target?: string;
	/** OAuth scopes the request needs. */
	scope: string;
	/** Scopes that the credential has; unset when unknown. */
	heldScopes?: string;
}

type Texts = (told: RefusalContext) => { message: string; resolution: string };

const say =
	(
		message: (told: RefusalContext) => string,
		resolution: string | ((told: RefusalContext) => string),
	): Texts =>
	(told) => ({
		message: message(told),
		resolution: typeof resolution === 'string' ? resolution : resolution(told),
	});

const moduleName = ({ subject }: RefusalContext) => `module '${subject.module ?? 'unknown'}'`;
const listName = ({ subject }: RefusalContext) =>
	`related list '${subject.relatedList ?? 'unknown'}'`;
const recordName = ({ subject }: RefusalContext) => `record ${subject.recordId ?? 'unknown'}`;

/** The most exact name of what was asked for. */
function target(told: RefusalContext): string {
	if (told.target !== undefined) return told.target;
	const { relatedList, recordId } = told.subject;
	if (relatedList !== undefined && recordId !== undefined) {
		return `${listName(told)} of ${recordName(told)} in ${moduleName(told)}`;
	}
	return told.subject.module === undefined ? 'the modules' : moduleName(told);
}

const ASK_ADMIN = 'Ask your Zoho CRM administrator for read access';
const RESTART = 'Run the node again: it then reads the list from the start.';
const SERVER =
	'Run the node again later. If it keeps happening, contact Zoho support and name the module and list.';

/** Segment of the path that Zoho complains about: 0 module, 1 record, 2 related list. */
function pathIndex({ details }: RefusalContext): JsonValue | undefined {
	return isObject(details) ? details.resource_path_index : undefined;
}

/** Request parameter or field that Zoho complains about. */
function named({ details }: RefusalContext): string | undefined {
	if (!isObject(details)) return undefined;
	const name = details.param_name ?? details.api_name ?? undefined;
	return name === undefined ? undefined : shown(name);
}

const unknownModule = say(
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

const invalidData: Texts = (told) => {
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
function correctParam(told: RefusalContext): string {
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

const other = say(
	(told) => `Zoho refused to read ${target(told)}: ${told.message ?? told.code}`,
	(told) => `Look up ${told.code} in Zoho's API documentation, and check the node's parameters.`,
);

const reconnect = 'Open the credential and connect it again.';

const server = say((told) => `Zoho had an internal error while reading ${target(told)}`, SERVER);

const wrongMethod = say(
	(told) => `Zoho's API does not allow this type of request for ${target(told)}`,
	'Choose another API Version under Options, and report this to the maintainers of this node.',
);

const noPermission = say(
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
function scopeAdvice({ scope, heldScopes }: RefusalContext): string {
	const missing = missingScopes(scope, heldScopes);
	return missing.length > 0
		? `Add ${missing.join(' and ')} to the scope of the credential, then connect it again.`
		: "Zoho requires a scope beyond those of the credential. Look it up in Zoho's API documentation, add it to the scope of the credential, then connect it again.";
}

const notSupported: Texts = (told) => {
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

/** Sentences by Zoho's code (Zoho: Possible errors of Get Related Records, and of its metadata). */
export const MESSAGES: ReadonlyMap<string, Texts> = new Map<string, Texts>([
	['INVALID_MODULE', unknownModule],
	['INVALID_DATA', invalidData],
	['NOT_SUPPORTED', notSupported],
	[
		'API_NOT_SUPPORTED',
		say(
			(told) => `This version of Zoho's API does not support ${target(told)}`,
			'Choose a newer API Version under Options.',
		),
	],
	[
		'INVALID_URL_PATTERN',
		say(
			(told) => `Zoho's API has no address for ${target(told)}`,
			'Check the API names, and the API Version under Options.',
		),
	],
	[
		'OAUTH_SCOPE_MISMATCH',
		say((told) => `The credential's scopes do not cover ${target(told)}`, scopeAdvice),
	],
	['NO_PERMISSION', noPermission],
	['AUTHORIZATION_FAILED', noPermission],
	['NOT_ALLOWED', noPermission],
	['INTERNAL_ERROR', server],
	['INTERNAL_SERVER_ERROR', server],
	['INVALID_REQUEST_METHOD', wrongMethod],
	['METHOD_NOT_ALLOWED', wrongMethod],
	[
		'RECORD_MODIFIED',
		say(
			(told) => `${capital(target(told))} changed while Zoho was reading it`,
			'Run the node again.',
		),
	],
	[
		'INVALID_REQUEST',
		say(
			(told) => `Zoho could not process the request for ${target(told)}`,
			'Check the parameters of the node one by one.',
		),
	],
	[
		'REQUIRED_PARAM_MISSING',
		say(
			(told) => `Zoho requires the parameter '${named(told) ?? 'unknown'}'`,
			`Choose at least one field in '${LABELS.fields}'.`,
		),
	],
	[
		'MANDATORY_NOT_FOUND',
		say(
			(told) => `The request to Zoho lacks the key '${named(told) ?? 'unknown'}'`,
			'Report this to the maintainers of this node.',
		),
	],
	[
		'EXPECTED_FIELD_MISSING',
		say(
			(told) => `A key is missing in the request to Zoho for ${target(told)}`,
			'Report this to the maintainers of this node.',
		),
	],
	[
		'LIMIT_EXCEEDED',
		say(
			(told) => `The request for ${target(told)} exceeds one of Zoho's limits`,
			'Choose fewer fields.',
		),
	],
	[
		'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
		say(
			(told) => `Zoho returns only the first 2,000 rows of ${target(told)} by page number`,
			'Read fewer rows with Limit, or narrow the list with Modified Since.',
		),
	],
	[
		'PAGINATION_LIMIT_EXCEEDED',
		say(
			(told) => `Zoho returns at most 100,000 rows of ${target(told)}`,
			'Narrow the list with Modified Since under Options.',
		),
	],
	[
		'AMBIGUITY_DURING_PROCESSING',
		say(
			(told) => `The options for ${target(told)} exclude each other`,
			'Remove some of the options.',
		),
	],
	[
		'TOKEN_BOUND_DATA_MISMATCH',
		say((told) => `Zoho no longer accepts the page token for ${target(told)}`, RESTART),
	],
	[
		'EXPIRED_VALUE',
		say(
			(told) => `The page token for ${target(told)} has expired: Zoho keeps it for 24 hours`,
			RESTART,
		),
	],
	[
		'PATTERN_NOT_MATCHED',
		say(
			(told) =>
				`Zoho does not accept the format of the request parameter '${named(told) ?? 'unknown'}'`,
			correctParam,
		),
	],
	[
		'INVALID_QUERY',
		say(
			(told) => `Zoho could not process the search in ${target(told)}`,
			'Use plain words of at least two characters.',
		),
	],
	[
		'CANNOT_PROCESS',
		say(
			(told) => `Zoho could not process ${target(told)}: ${told.message ?? 'no reason given'}`,
			'Check the mailbox settings of your Zoho user.',
		),
	],
	['INVALID_TOKEN', say(() => "Zoho rejected the credential's access token", reconnect)],
	['AUTHENTICATION_FAILURE', say(() => "Zoho rejected the credential's sign-in", reconnect)],
	[
		'RATE_LIMITED',
		say(
			(told) => `Zoho refused to read ${target(told)}: too many requests at a time`,
			'Run fewer workflows that use Zoho at the same time, or run this one later. Zoho allows 5 to 25 concurrent requests, depending on the edition.',
		),
	],
	[
		'CREDITS_SPENT',
		say(
			() => 'Your organization has used up its Zoho API credits for the last 24 hours',
			'Wait until credits become available again, or buy more under Setup > Developer Hub > APIs and SDKs in Zoho CRM.',
		),
	],
	['*', other],
]);

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
