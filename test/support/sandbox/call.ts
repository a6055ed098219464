import type { CrmData } from './data/crmData';
import type { ModuleDef, Row } from './data/types';
import type { ZohoError } from './errors';
import { errors } from './errors';
import type { Incoming } from './requestLog';
import type { PageTokens } from './pageTokens';
import type { Scopes } from './scopes';
import type { Unsettled } from './unsettled';

/** An authenticated request to the CRM. */
export interface Call {
	readonly request: Incoming;
	/** 2, 2.1, 3 ... 8 */
	readonly version: number;
	/** Named parts of the path, decoded. */
	readonly params: Readonly<Partial<Record<string, string>>>;
	readonly userId: string;
	readonly scopes: Scopes;
	readonly data: CrmData;
	readonly pageTokens: PageTokens;
	readonly perPageAbove200: 'reject' | 'clamp';
	readonly unknownRecordStatus: 400 | 404;
	readonly isAdministrator: boolean;
	readonly unsettled: Unsettled;
}

/** v2 and v2.1 know neither `fields` nor page tokens. */
export function isLegacy(call: Call): boolean {
	return call.version < 3;
}

/** The module in the path, if the user may read it. */
export function readableModule(call: Call): ModuleDef {
	const { module: name = '' } = call.params;
	const module = call.data.module(name);
	if (!call.scopes.readsModule(module?.scope ?? name.toLowerCase())) throw errors.scopeMismatch();
	if (!module || module.status !== 'visible') throw errors.invalidModule();
	if (!module.apiSupported || module.access === 'NOT_SUPPORTED') throw errors.notSupported();
	if (module.access === 'NO_PERMISSION') throw errors.noPermission(name);
	if (module.access === 'AUTHORIZATION_FAILED') throw errors.authorizationFailed();
	return module;
}

/**
 * The field that stands for a module's id in the path, as the header X-EXTERNAL names it
 * (`Contacts.External_Contact_ID`); undefined if the path has ids (Zoho: External ID v7).
 */
export function externalField(call: Call, module: string): string | undefined {
	const pairs = (call.request.headers['x-external'] ?? '').split(',');
	const named = pairs.map((pair) => pair.trim().split('.'));
	return named.find(([name]) => name === module)?.[1];
}

/** The record whose id stands in the path, `index` parts after the version; `find` looks it up. */
export function existingRecord(
	call: Call,
	index: number,
	find: (id: string) => Row | undefined,
): Row {
	const { id = '' } = call.params;
	if (!/^\d{1,20}$/.test(id)) throw errors.invalidRecord(index);
	const row = find(id);
	if (row) return row;
	throw unknownRecord(call, index);
}

function unknownRecord(call: Call, index: number): ZohoError {
	return call.unknownRecordStatus === 404 ? errors.recordNotFound() : errors.invalidRecord(index);
}
