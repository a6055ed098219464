import type { FieldDef } from '../types';
import { commonFields, field } from './field';

const custom = { custom: true };

/** Settlements and their items: the module, its list and a field with German names. */
export const settlementFields: FieldDef[] = [
	field('Name', 'text', { label: 'BV Abrechnung Name', mandatory: true }),
	field('Monat', 'text', custom),
	field('Abgerechnet_Am', 'date', custom),
	...commonFields('BV Abrechnung Owner'),
];

export const settlementItemFields: FieldDef[] = [
	field('Name', 'text', { label: 'Position Name', mandatory: true }),
	field('Betrag', 'currency', custom),
	field('Menge', 'integer', custom),
	field('BV_Abrechnung', 'lookup', { ...custom, lookup: 'BV_Abrechnungen' }),
	...commonFields('Position Owner'),
];

export const podFields: FieldDef[] = [
	field('Name', 'text', { label: 'POD Name', mandatory: true }),
	field('Region', 'picklist', { ...custom, options: ['North', 'South'] }),
	field('Owners', 'multiuserlookup', custom),
	...commonFields('POD Owner'),
];

/** What links a record with the users in a field that takes several of them. */
export const podOwnerFields: FieldDef[] = [
	field('Owners', 'userlookup', custom),
	field('IEB_PODS', 'lookup', { ...custom, lookup: 'IEB_PODS' }),
	field('Created_Time', 'datetime'),
	field('Modified_Time', 'datetime'),
	field('id', 'bigint', { label: 'Record Id' }),
];
