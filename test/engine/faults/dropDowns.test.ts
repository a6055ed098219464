import type * as clock from '../../support/engine/clock';
import { byName, NODE_TYPE } from '../operations/fixture';
import { testDropDowns } from './dropDownMatrix';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const leads = { module: byName('Leads') };

testDropDowns({
	type: NODE_TYPE,
	dropDowns: [
		['modules', { method: 'searchModules', parameters: {} }],
		['related lists', { method: 'searchRelatedLists', parameters: leads }],
		['records', { method: 'searchRecords', parameters: leads }],
		['records with a word', { method: 'searchRecords', parameters: leads, filter: 'an' }],
		[
			'fields of a list',
			{
				method: 'getFields',
				parameters: { ...leads, operation: 'getRelatedRecords', relatedList: byName('Notes') },
			},
		],
	],
	ofActivities: [
		[
			'fields of activities',
			{ method: 'getFields', parameters: { ...leads, operation: 'getActivityTimeline' } },
		],
	],
	offered: 'Call_Type',
});
