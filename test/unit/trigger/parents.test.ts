import type { Row } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { Parents } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/feeds/parents';
import { FakeClient, type Answer } from '../transport/fakeClient';

const HOUR_MS = 3600 * 1000;
const ROW: Row = { id: '1', Owner_Account: { id: '5', name: 'Corvid' } };
const fieldsLeadingTo = (module: string): Answer => ({
	fields: [
		{
			api_name: 'Owner_Account',
			data_type: 'lookup',
			lookup: { module: { api_name: module } },
		},
	],
});

describe('the lookups of a module', () => {
	beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 2, 2, 9) }));
	afterEach(() => jest.useRealTimers());

	const polled = async (client: FakeClient, account: string) =>
		(await new Parents(client, 'v8', account).parentOf(ROW, 'Vehicles', 'Owner_Account')).module;

	it('are asked for once an hour, in all polls', async () => {
		let module = 'Accounts';
		const client = new FakeClient(() => fieldsLeadingTo(module));
		expect(await polled(client, 'hourly')).toBe('Accounts');
		module = 'Vendors';
		jest.setSystemTime(Date.now() + HOUR_MS - 1);
		expect(await polled(client, 'hourly')).toBe('Accounts');
		expect(client.requests).toHaveLength(1);
		jest.setSystemTime(Date.now() + 1);
		expect(await polled(client, 'hourly')).toBe('Vendors');
		expect(client.requests).toHaveLength(2);
	});

	it('are those of one account', async () => {
		const client = new FakeClient(() => fieldsLeadingTo('Accounts'));
		await polled(client, 'one');
		await polled(client, 'another');
		expect(client.requests).toHaveLength(2);
	});

	it('are asked for again after a failure', async () => {
		const answers: Answer[] = [new Error('no network'), fieldsLeadingTo('Accounts')];
		const client = new FakeClient(() => answers.shift());
		await expect(polled(client, 'failing')).rejects.toThrow('no network');
		expect(await polled(client, 'failing')).toBe('Accounts');
	});
});
