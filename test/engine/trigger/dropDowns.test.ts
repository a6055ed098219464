import { CREDENTIAL_TYPE } from '../operations/fixture';
import { ofModule, openTrigger, TRIGGER_TYPE, type Trigger } from './fixture';

describe("the trigger's drop-downs of a child module", () => {
	let trigger: Trigger;

	beforeEach(async () => {
		trigger = await openTrigger(ofModule('Tasks'));
	});
	afterEach(async () => await trigger.close());

	const options = async (method: string, module: string, event = 'created') =>
		await trigger.engine.loadOptions({
			type: TRIGGER_TYPE,
			method,
			parameters: { ...ofModule(module), event },
			credentials: { [CREDENTIAL_TYPE]: trigger.credentialId },
		});

	it.each(['getFields', 'getParentFields'])(
		'say to choose it first, and ask nothing: %s',
		async (method) => {
			expect(await options(method, '')).toEqual([
				{ name: 'Choose the child module first', value: '' },
			]);
			expect(trigger.takeRequests()).toEqual([]);
		},
	);

	it('offer its fields, and of these the lookups as parents', async () => {
		const fields = (await options('getFields', 'Tasks')).map(({ value }) => value);
		const parents = (await options('getParentFields', 'Tasks')).map(({ value }) => value);
		expect(fields).toEqual(expect.arrayContaining(['Subject', 'What_Id']));
		expect(parents).toContain('What_Id');
		expect(parents).not.toContain('Subject');
	});

	it('offer the fields of all activities where closed ones are watched', async () => {
		const fields = (await options('getFields', '', 'activityClosed')).map(({ value }) => value);
		expect(fields).toEqual(expect.arrayContaining(['Subject', 'Due_Date', 'Call_Type']));
	});
});
