import { ZohoCrmRelatedRecordsTrigger } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/ZohoCrmRelatedRecordsTrigger.node';
import type * as clock from '../../support/engine/clock';
import { byName } from '../operations/fixture';
import { ofModule, TRIGGER_TYPE } from '../trigger/fixture';
import { testDropDowns } from './dropDownMatrix';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const leads = { watch: 'record', module: byName('Leads') };
const closed = ofModule('', { event: 'activityClosed' });

testDropDowns({
	type: TRIGGER_TYPE,
	nodes: { [TRIGGER_TYPE]: ZohoCrmRelatedRecordsTrigger },
	dropDowns: [
		['modules, and child modules', { method: 'searchModules', parameters: {} }],
		['related lists', { method: 'searchRelatedLists', parameters: leads }],
		['records', { method: 'searchRecords', parameters: leads }],
		[
			'fields of a list',
			{ method: 'getFields', parameters: { ...leads, relatedList: byName('Notes') } },
		],
		['fields of a child module', { method: 'getFields', parameters: ofModule('Deals') }],
		['lookups of a child module', { method: 'getParentFields', parameters: ofModule('Deals') }],
	],
	ofActivities: [
		['fields of activities', { method: 'getFields', parameters: closed }],
		['lookups of activities', { method: 'getParentFields', parameters: closed }],
	],
	offered: 'What_Id',
});
