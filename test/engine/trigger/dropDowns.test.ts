import type { INodeParameters } from 'n8n-workflow';
import { known } from '../../support/sandbox';
import { byName, CREDENTIAL_TYPE } from '../operations/fixture';
import { ofModule, openTrigger, TRIGGER_TYPE, type Trigger } from './fixture';

let trigger: Trigger;

beforeEach(async () => {
	trigger = await openTrigger(ofModule('Tasks'));
});
afterEach(async () => await trigger.close());

const asked = (method: string, parameters: INodeParameters) => ({
	type: TRIGGER_TYPE,
	method,
	parameters,
	credentials: { [CREDENTIAL_TYPE]: trigger.credentialId },
});
const found = async (method: string, parameters: INodeParameters, filter?: string) => {
	const { results } = await trigger.engine.listSearch({ ...asked(method, parameters), filter });
	return results.map(({ value }) => value);
};
const offered = async (method: string, parameters: INodeParameters) =>
	await trigger.engine.loadOptions(asked(method, parameters));
const values = async (method: string, parameters: INodeParameters) =>
	(await offered(method, parameters)).map(({ value }) => value);
const chooseFirst = (what: string) => [{ name: `Choose the ${what} first`, value: '' }];

const record = (module: string, relatedList = ''): INodeParameters => ({
	event: 'created',
	watch: 'record',
	module: byName(module),
	relatedList: byName(relatedList),
});

describe("the trigger's drop-downs of a record", () => {
	it('list modules, records and related lists as those of the other node', async () => {
		const modules = await found('searchModules', {});
		expect(modules).toEqual(expect.arrayContaining(['Leads', known.customModule.apiName]));
		expect(modules).not.toContain(known.hiddenModule);
		expect(await found('searchRelatedLists', record('Leads'), 'note')).toEqual(['Notes']);
		const name = String(trigger.sandbox.data.record('Leads', known.lead.id)?.Full_Name);
		expect(await found('searchRecords', record('Leads'), name)).toContain(known.lead.id);
	});

	it.each(['searchRelatedLists', 'searchRecords'])('say what is missing: %s', async (method) => {
		await expect(found(method, record(''))).rejects.toMatchObject({
			message: 'Choose the module first. Its records or lists are then shown here.',
		});
	});

	it.each([
		['module', record('')],
		['related list', record('Leads')],
	])('say to choose the %s before the fields, and ask nothing', async (what, parameters) => {
		expect(await offered('getFields', parameters)).toEqual(chooseFirst(what));
		expect(trigger.takeRequests()).toEqual([]);
	});

	it('offer the fields of the rows', async () => {
		const { list, fieldCount } = known.customModule;
		expect(await values('getFields', record('Accounts', list))).toHaveLength(fieldCount);
		const notes = await values('getFields', record('Leads', 'Notes'));
		expect(notes).toEqual(expect.arrayContaining(['Note_Title', 'Note_Content']));
	});
});

describe("the trigger's drop-downs of a child module", () => {
	it.each(['getFields', 'getParentFields'])(
		'say to choose it first, and ask nothing: %s',
		async (method) => {
			expect(await offered(method, ofModule(''))).toEqual(chooseFirst('child module'));
			expect(trigger.takeRequests()).toEqual([]);
		},
	);

	it('offer its fields, and of these the lookups as parents', async () => {
		const fields = await values('getFields', ofModule('Tasks'));
		const parents = await values('getParentFields', ofModule('Tasks'));
		expect(fields).toEqual(expect.arrayContaining(['Subject', 'What_Id']));
		expect(parents).toContain('What_Id');
		expect(parents).not.toContain('Subject');
	});

	it('ask for the metadata of that module alone, once', async () => {
		await offered('getParentFields', ofModule('Deals'));
		expect(trigger.takeRequests()).toEqual(['GET v8/settings/fields module=Deals']);
	});

	it('offer the fields and the lookups of all activities where closed ones are watched', async () => {
		const closed = ofModule('', { event: 'activityClosed' });
		expect(await values('getFields', closed)).toEqual(
			expect.arrayContaining(['Subject', 'Due_Date', 'Call_Type']),
		);
		const parents = await values('getParentFields', closed);
		expect(parents).toEqual(expect.arrayContaining(['What_Id', 'Who_Id']));
		expect(parents).not.toContain('Subject');
		expect(new Set(parents).size).toBe(parents.length);
	});

	it('refuse what is no name of a module', async () => {
		await expect(offered('getParentFields', ofModule('No such module'))).rejects.toMatchObject({
			message: expect.stringContaining("'Child Module'"),
		});
		expect(trigger.takeRequests()).toEqual([]);
	});
});
