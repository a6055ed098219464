import type { JsonObject, Row } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { rejected } from '../../support/caught';
import { Parents, type Parent } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/feeds/parents';
import type {
	WatchedModules,
	Watching,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/watching';
import { FakeClient, type Answer } from '../transport/fakeClient';

const HOUR_MS = 3600 * 1000;
const ROW: Row = { id: '1', Owner_Account: { id: '5', name: 'Corvid' } };
const REFUSED = new ZohoError({
	code: 'NO_PERMISSION',
	message: 'No permission',
	resolution: 'Ask for it.',
	httpStatusCode: 403,
});
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

describe('refused lookups', () => {
	it('are asked for once a poll, however many rows there are', async () => {
		const client = new FakeClient(() => REFUSED);
		const parents = new Parents(client, 'v8', 'refused');
		for (let row = 0; row < 5; row += 1) await parents.parentOf(ROW, 'Vehicles', 'Owner_Account');
		expect(client.requests).toHaveLength(1);
		await new Parents(client, 'v8', 'refused').parentOf(ROW, 'Vehicles', 'Owner_Account');
		expect(client.requests).toHaveLength(2);
	});
});

const lookup = (api_name: string, module?: string, list?: string): JsonObject => ({
	api_name,
	data_type: 'lookup',
	lookup: {
		...(module === undefined ? {} : { module: { api_name: module } }),
		...(list === undefined ? {} : { api_name: list }),
	},
});
const plain: JsonObject = { api_name: 'Name', data_type: 'text' };
let accounts = 0;
/** Parents as an account sees them of which nothing is known yet. */
const parentsOf = (answer: Answer) => {
	const client = new FakeClient(() => answer);
	accounts += 1;
	return { client, parents: new Parents(client, 'v8', `fresh ${accounts}`) };
};

describe('the lookup that names the parent', () => {
	const watching = (watched: Watching['watched'], includeParent = true): Watching => ({
		event: 'created',
		watched,
		version: 'v8',
		fields: [],
		includeParent,
		isSimple: false,
		max: 1000,
	});
	const of = (module: string, parentField?: string): WatchedModules => ({
		kind: 'module',
		modules: [module],
		...(parentField === undefined ? {} : { parentField }),
	});
	const one = { fields: [plain, lookup('Owner_Account', 'Accounts')] };
	const two = { fields: [lookup('Owner_Account', 'Accounts'), lookup('Contact', 'Contacts')] };

	it.each<[string, Watching, Answer, string | undefined, number]>([
		['chosen', watching(of('Tasks', 'What_Id')), undefined, 'What_Id', 0],
		['the only one', watching(of('Vehicles')), one, 'Owner_Account', 1],
		['that of notes', watching(of('Notes')), undefined, 'Parent_Id', 0],
		['not wanted', watching(of('Tasks'), false), undefined, undefined, 0],
		[
			'known already',
			watching({
				kind: 'record',
				module: 'Leads',
				recordId: '1',
				name: null,
				relatedList: 'Notes',
			}),
			undefined,
			undefined,
			0,
		],
	])('is %s', async (_, given, answer, expected, requests) => {
		const { client, parents } = parentsOf(answer);
		expect(await parents.fieldOf(given)).toBe(expected);
		expect(client.requests).toHaveLength(requests);
	});

	it.each<[string, Watching, Answer, string]>([
		['of several', watching(of('Vehicles')), two, 'several lookup fields: Owner_Account, Contact'],
		['of activities', watching(of('Calls')), undefined, 'several lookup fields: What_Id, Who_Id'],
		['where there is none', watching(of('Vehicles')), { fields: [plain] }, 'no lookup field'],
	])('has to be chosen %s', async (_, given, answer, said) => {
		expect(await rejected(parentsOf(answer).parents.fieldOf(given))).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining(said),
			resolution: expect.stringContaining('turn off Include Parent'),
		});
	});
});

describe('the parent of a row', () => {
	const parent = (
		module: string | null,
		id: string | null,
		name: string | null,
		relatedList: string | null,
	): Parent => ({ module, id, name, relatedList });
	const unknown = parent(null, null, null, null);
	const corvid = { id: '5', name: 'Corvid' };

	it.each<[string, string, string, Omit<Row, 'id'>, Answer, Parent]>([
		[
			'a task of a lead',
			'Tasks',
			'What_Id',
			{ What_Id: corvid, $se_module: 'Leads' },
			undefined,
			parent('Leads', '5', 'Corvid', 'Tasks'),
		],
		[
			'a task whose module Zoho does not name',
			'Tasks',
			'What_Id',
			{ What_Id: { id: '5' } },
			undefined,
			parent(null, '5', null, 'Tasks'),
		],
		[
			'a call of a contact',
			'Calls',
			'Who_Id',
			{ Who_Id: corvid, $se_module: 'Accounts' },
			undefined,
			parent('Contacts', '5', 'Corvid', 'Calls'),
		],
		[
			'a note, which names the module in its lookup',
			'Notes',
			'Parent_Id',
			{ Parent_Id: { ...corvid, module: { api_name: 'Deals', id: '9' } }, $se_module: 'Leads' },
			undefined,
			parent('Deals', '5', 'Corvid', 'Notes'),
		],
		['a task of nothing', 'Tasks', 'What_Id', { What_Id: null }, undefined, unknown],
		['a row without the lookup', 'Vehicles', 'Owner_Account', {}, undefined, unknown],
		[
			'a row of a custom module',
			'Vehicles',
			'Owner_Account',
			{ Owner_Account: corvid },
			{ fields: [lookup('Owner_Account', 'Accounts', 'Fleet')] },
			parent('Accounts', '5', 'Corvid', 'Fleet'),
		],
		[
			'a row whose lookup Zoho does not describe',
			'Vehicles',
			'Owner_Account',
			{ Owner_Account: corvid },
			{ fields: [lookup('Owner_Account')] },
			parent(null, '5', 'Corvid', null),
		],
		[
			'a row whose lookup is in no metadata',
			'Vehicles',
			'Owner_Account',
			{ Owner_Account: corvid },
			{ fields: [plain] },
			parent(null, '5', 'Corvid', null),
		],
		[
			'a row of which the metadata are refused',
			'Vehicles',
			'Owner_Account',
			{ Owner_Account: corvid },
			REFUSED,
			parent(null, '5', 'Corvid', null),
		],
	])('is null where it is not known: %s', async (_, module, field, fields, answer, expected) => {
		const { parents } = parentsOf(answer);
		expect(await parents.parentOf({ id: '1', ...fields }, module, field)).toEqual(expected);
	});
});
