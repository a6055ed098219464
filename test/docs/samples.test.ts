import { activitiesOf } from '../../nodes/ZohoCrmRelatedRecords/actions/getActivityTimeline/timeline';
import { errorOutput } from '../../nodes/ZohoCrmRelatedRecords/actions/output/items';
import { CLOSED_ACTIVITIES } from '../../nodes/ZohoCrmRelatedRecords/helpers/constants';
import type { Row } from '../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { refusalError } from '../../nodes/ZohoCrmRelatedRecords/transport/responses/errors';
import { fences, read } from './documents';

function sampleWith(key: string, document: string): unknown {
	const samples: unknown[] = fences(read(document), 'json').map((block) => JSON.parse(block));
	return samples.find((sample) => typeof sample === 'object' && sample !== null && key in sample);
}

it.each(['README.md', 'docs/errors.md'])(
	'%s shows an error item as the node returns it',
	(page) => {
		const subject = { module: 'Leads', recordId: '4876876000009999999', relatedList: 'Notes' };
		const details = { resource_path_index: 1 };
		const refusal = { status: 400, code: 'INVALID_DATA', details };
		const item = errorOutput(refusalError(refusal, { subject, scope: '' }));
		expect(sampleWith('error', page)).toEqual(item);
	},
);

it.each(['README.md', 'docs/parameters.md'])(
	'%s shows an activity as the node returns it',
	(page) => {
		const { timeline, ...row } = sampleWith('timeline', page) as Row;
		const [activity] = activitiesOf(
			{ relatedList: CLOSED_ACTIVITIES, status: 'closed', zone: 'utc' },
			[row],
		);
		expect(timeline).toEqual(activity?.entry);
	},
);
