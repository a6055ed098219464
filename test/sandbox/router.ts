import type { Call } from './call';
import { ZohoError, errors } from './errors';
import type { Reply } from './reply';
import { attachment } from './routes/attachments';
import { relatedCounts } from './routes/counts';
import { record, records, search } from './routes/records';
import { relatedRecord, relatedRecords, relatedRecordsOfDeleted } from './routes/related';
import { fields, module, modules, relatedLists } from './routes/settings';

const VERSIONS = ['v2', 'v2.1', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'];

interface Route {
	readonly method: 'GET' | 'POST';
	/** Segments after the version; a star stands for any. */
	readonly pattern: string;
	readonly handle: (call: Call) => Reply;
	/** First version that has it. */
	readonly since?: number;
}

/** The first pattern that fits the path counts, whatever the method. */
const ROUTES: readonly Route[] = [
	{ method: 'GET', pattern: 'settings/modules', handle: modules },
	{ method: 'GET', pattern: 'settings/modules/*', handle: module },
	{ method: 'GET', pattern: 'settings/related_lists', handle: relatedLists },
	{ method: 'GET', pattern: 'settings/fields', handle: fields },
	{ method: 'GET', pattern: '*/search', handle: search },
	{
		method: 'POST',
		pattern: '*/*/actions/get_related_records_count',
		handle: relatedCounts,
		since: 8,
	},
	{ method: 'GET', pattern: '*/deleted/*/*', handle: relatedRecordsOfDeleted },
	{ method: 'GET', pattern: '*/*/Attachments/*', handle: attachment },
	{ method: 'GET', pattern: '*/*/*/*', handle: relatedRecord },
	{ method: 'GET', pattern: '*/*/*', handle: relatedRecords },
	{ method: 'GET', pattern: '*/*', handle: record },
	{ method: 'GET', pattern: '*', handle: records },
];

export interface Destination {
	readonly route: Route;
	readonly version: number;
	readonly path: readonly string[];
}

/** Where a path under /crm leads; throws INVALID_URL_PATTERN if nowhere. */
export function destination(pathname: string): Destination {
	const [, , versionName = '', ...path] = pathname.split('/').map(decoded);
	if (!VERSIONS.includes(versionName) || path.some((part) => part === '')) {
		throw errors.invalidUrl();
	}
	const version = Number(versionName.slice(1));
	const route = ROUTES.find(({ pattern }) => fits(pattern, path));
	const settingsWithoutRoute = path[0] === 'settings' && !route?.pattern.startsWith('settings');
	if (!route || settingsWithoutRoute || version < (route.since ?? 0)) throw errors.invalidUrl();
	return { route, version, path };
}

/** Runs a route; whatever it throws becomes an answer. */
export function answered(work: () => Reply): Reply | ZohoError {
	try {
		return work();
	} catch (error) {
		return error instanceof ZohoError ? error : errors.internal();
	}
}

function fits(pattern: string, path: readonly string[]): boolean {
	const wanted = pattern.split('/');
	return (
		wanted.length === path.length &&
		wanted.every((segment, index) => segment === '*' || segment === path[index])
	);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return '';
	}
}
