import { LABELS } from '../../helpers/labels';
import { named, target } from './refusalContext';
import {
	RESTART,
	capital,
	correctParam,
	invalidData,
	noPermission,
	notSupported,
	other,
	reconnect,
	say,
	scopeAdvice,
	server,
	unknownModule,
	wrongMethod,
	type Texts,
} from './refusalTexts';

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
