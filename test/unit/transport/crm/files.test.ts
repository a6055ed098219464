import type { Confidence } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { listFiles } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/files';
import { readRelatedList } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/relatedList';
import { FakeClient } from '../fakeClient';

jest.mock('../../../../nodes/ZohoCrmRelatedRecords/transport/crm/relatedList');

const READ = { version: 'v8', module: 'Leads', recordId: '7', limit: Infinity } as const;

it.each<[Confidence, Confidence, Confidence]>([
	['whole', 'whole', 'whole'],
	['whole', 'unchecked', 'unchecked'],
	['whole', 'changed', 'changed'],
	['unchecked', 'whole', 'unchecked'],
	['unchecked', 'changed', 'changed'],
	['changed', 'unchecked', 'changed'],
])('files of which one list is %s and the other %s are %s', async (own, ofNotes, expected) => {
	jest.mocked(readRelatedList).mockImplementation(async (_, { relatedList }) => {
		return await Promise.resolve({
			rows: [],
			confidence: relatedList === 'Notes' ? ofNotes : own,
		});
	});
	const client = new FakeClient(() => undefined);
	const both = await listFiles(client, { ...READ, includeNoteFiles: true });
	expect(both.confidence).toBe(expected);
	const alone = await listFiles(client, { ...READ, includeNoteFiles: false });
	expect(alone.confidence).toBe(own);
});
