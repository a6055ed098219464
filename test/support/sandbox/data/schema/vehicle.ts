import type { FieldDef } from '../types';
import { commonFields, field } from './field';

const PARTS = [
	'Front_Brakes',
	'Rear_Brakes',
	'Battery',
	'Gearbox',
	'Clutch',
	'Engine',
	'Exhaust',
	'Steering',
	'Suspension',
	'Cooling',
	'Lights',
	'Tyres',
];

const ASPECTS: readonly (readonly [name: string, dataType: string])[] = [
	['Condition', 'picklist'],
	['Checked_On', 'date'],
	['Checked_By', 'text'],
	['Wear', 'percent'],
	['Hours', 'double'],
	['Replaced', 'boolean'],
	['Part_Number', 'text'],
	['Cost', 'currency'],
	['Remarks', 'textarea'],
];

/** More fields than one request may name: 12 parts of a car with nine fields each. */
export const inspectionFields: readonly FieldDef[] = PARTS.flatMap((part) =>
	ASPECTS.map(([aspect, dataType]) => field(`${part}_${aspect}`, dataType, { custom: true })),
);

export const vehicleFields: FieldDef[] = [
	field('Name', 'text', { label: 'Vehicle Name', mandatory: true }),
	field('Registration_Number', 'text', { custom: true }),
	field('Operator', 'lookup', { custom: true, lookup: 'Accounts' }),
	field('Model_Year', 'integer', { custom: true }),
	field('Mileage', 'bigint', { custom: true }),
	field('Purchase_Price', 'currency', { custom: true }),
	field('First_Registration', 'date', { custom: true }),
	field('Fuel', 'picklist', { custom: true, options: ['Diesel', 'Petrol', 'Electric'] }),
	field('Equipment', 'multiselectpicklist', { custom: true }),
	field('In_Service', 'boolean', { custom: true }),
	...inspectionFields,
	...commonFields('Vehicle Owner'),
];
