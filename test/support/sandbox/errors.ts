/** An answer that is not data: HTTP status and Zoho's flat error body. */
export class ZohoError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly details: Record<string, unknown> = {},
	) {
		super(message);
	}

	body(): Record<string, unknown> {
		const { code, details, message } = this;
		return { code, details, message, status: 'error' };
	}
}

const PAGE_TOKEN = { param_name: 'page_token' };

/** Zoho's errors by situation, with the status, code and details of each. */
export const errors = {
	invalidUrl: (): ZohoError =>
		new ZohoError(
			404,
			'INVALID_URL_PATTERN',
			'Please check if the URL trying to access is a correct one',
		),
	invalidMethod: (): ZohoError =>
		new ZohoError(400, 'INVALID_REQUEST_METHOD', 'The http request method type is not a valid one'),
	noAuthorization: (): ZohoError =>
		new ZohoError(401, 'AUTHENTICATION_FAILURE', 'Authentication failed'),
	invalidToken: (): ZohoError => new ZohoError(401, 'INVALID_TOKEN', 'invalid oauth token'),
	scopeMismatch: (): ZohoError =>
		new ZohoError(401, 'OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL'),
	tooManyRequests: (): ZohoError =>
		new ZohoError(429, 'TOO_MANY_REQUESTS', 'too many requests. please try again after some time'),
	internal: (): ZohoError => new ZohoError(500, 'INTERNAL_ERROR', 'Internal Server Error'),

	invalidModule: (details: Record<string, unknown> = { resource_path_index: 0 }): ZohoError =>
		new ZohoError(400, 'INVALID_MODULE', 'the module name given seems to be invalid', details),
	notSupported: (details: Record<string, unknown> = { resource_path_index: 0 }): ZohoError =>
		new ZohoError(400, 'NOT_SUPPORTED', 'the given module is not supported in api', details),
	listNotSupported: (): ZohoError =>
		new ZohoError(400, 'NOT_SUPPORTED', 'the given relation is not supported in api', {
			resource_path_index: 2,
		}),
	adminOnly: (): ZohoError =>
		new ZohoError(403, 'NOT_SUPPORTED', 'this API is supported only for admin users'),
	noPermission: (module: string): ZohoError =>
		new ZohoError(403, 'NO_PERMISSION', 'Permission denied to read related records', {
			permissions: [`Crm_Implied_View_${module}`],
		}),
	authorizationFailed: (): ZohoError =>
		new ZohoError(
			400,
			'AUTHORIZATION_FAILED',
			'User does not have sufficient privilege to read related records data',
		),

	invalidRecord: (index = 1): ZohoError =>
		new ZohoError(400, 'INVALID_DATA', 'the related id given seems to be invalid', {
			resource_path_index: index,
		}),
	recordNotFound: (): ZohoError => new ZohoError(404, 'INVALID_DATA', 'the record does not exist'),
	invalidRelation: (index = 2): ZohoError =>
		new ZohoError(400, 'INVALID_DATA', 'the relation name given seems to be invalid', {
			resource_path_index: index,
		}),
	invalidParam: (name: string, supported?: readonly string[]): ZohoError =>
		new ZohoError(400, 'INVALID_DATA', 'invalid data', {
			param_name: name,
			...(supported && { supported_values: supported }),
		}),
	missingParam: (name: string): ZohoError =>
		new ZohoError(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
			param_name: name,
		}),
	limitExceeded: (name: string, limit: number): ZohoError =>
		new ZohoError(400, 'LIMIT_EXCEEDED', 'limit exceeded', { limit, param_name: name }),
	invalidQuery: (reason: string): ZohoError =>
		new ZohoError(400, 'INVALID_QUERY', 'Invalid query formed', { reason }),

	pageWindow: (limit: number): ZohoError =>
		new ZohoError(
			400,
			'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
			`You can only get the first ${limit} records without using page_token param`,
			{ limit },
		),
	pageAndToken: (): ZohoError =>
		new ZohoError(
			400,
			'AMBIGUITY_DURING_PROCESSING',
			'You cannot use both cvid and sort_by, and page and page_token',
			{ ambiguity_due_to: [{ param_name: 'page' }, PAGE_TOKEN] },
		),
	tokenMismatch: (): ZohoError =>
		new ZohoError(
			400,
			'TOKEN_BOUND_DATA_MISMATCH',
			'The page_token given seems to be invalid or input param is added or altered or deleted',
			PAGE_TOKEN,
		),
	tokenExpired: (): ZohoError =>
		new ZohoError(400, 'EXPIRED_VALUE', 'Page token expired', {
			api_name: 'page_token',
			json_path: '$.query.page_token',
		}),
	tokenLimit: (limit: number): ZohoError =>
		new ZohoError(
			400,
			'PAGINATION_LIMIT_EXCEEDED',
			`You can only get upto ${limit} records using page_token param`,
			PAGE_TOKEN,
		),
};
