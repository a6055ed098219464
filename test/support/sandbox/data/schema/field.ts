import type { FieldDef } from '../types';

interface FieldExtras {
	label?: string;
	mandatory?: boolean;
	custom?: boolean;
	lookup?: string;
	options?: readonly string[];
}

/** A field; its label is the API name with blanks unless given. */
export function field(apiName: string, dataType: string, extras: FieldExtras = {}): FieldDef {
	return {
		apiName,
		label: extras.label ?? apiName.replace(/__s$/, '').replace(/_/g, ' '),
		dataType,
		mandatory: extras.mandatory ?? false,
		custom: extras.custom ?? false,
		...(extras.lookup && { lookupModule: extras.lookup }),
		...(extras.options && { pickList: extras.options }),
	};
}

/** Text fields by name. */
export function texts(...names: string[]): FieldDef[] {
	return names.map((name) => field(name, 'text'));
}

/** The fields that every module has. */
export function commonFields(ownerLabel: string): FieldDef[] {
	return [
		field('Owner', 'ownerlookup', { label: ownerLabel }),
		field('Created_By', 'ownerlookup'),
		field('Modified_By', 'ownerlookup'),
		field('Created_Time', 'datetime'),
		field('Modified_Time', 'datetime'),
		field('Record_Status__s', 'picklist', { label: 'Record Status' }),
		field('Locked__s', 'boolean', { label: 'Locked' }),
		field('Tag', 'text'),
		field('id', 'bigint', { label: 'Record Id' }),
	];
}
