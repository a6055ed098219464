export type { OAuthClient } from './accounts';
export type { Counters, Credits, Sandbox, SandboxOptions, TokenDesk } from './contract';
export { connectedCredential } from './credential';
export type { BuilderOptions, RelatedOptions } from './data/builder';
export { DatasetBuilder, emptyDataset } from './data/builder';
export type { ChangeCommand, ChangeTimer } from './data/changeCommand';
export type { Converted } from './data/crmData';
export { CrmData } from './data/crmData';
export type { Ordering, SortField } from './data/ordering';
export { RawInteger } from './data/rawInteger';
export { defineModule } from './data/schema/modules';
export type { Known } from './data/seeded';
export { seededDataset } from './data/seeded';
export type { KnownCampaign } from './data/seeded/campaigns';
export type { KnownRecord } from './data/seeded/leads';
export { REFERENCE_TIME } from './data/time';
export type {
	Dataset,
	FieldDef,
	ModuleAccess,
	ModuleDef,
	NewRow,
	RelatedListDef,
	Row,
	Value,
} from './data/types';
export type { Fault, FaultPlan } from './faults';
export { known } from './known';
export type { Reply } from './reply';
export type { LoggedRequest, RequestLog } from './requestLog';
export { DEFAULT_SCOPE, SCRIPT_SCOPE } from './scopes';
export { startSandbox } from './server';
export type { IssuedTokens } from './tokens';
