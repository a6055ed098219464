import type { JsonObject, JsonValue } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { Metadata } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/metadata';
import { rejected } from '../../../support/caught';
import { FakeClient } from '../fakeClient';

const failure = (code: string, httpStatusCode?: number) =>
	new ZohoError({ code, message: 'no', resolution: 'yes', httpStatusCode });

describe('modules', () => {
	const module = (api_name: string, more: object = {}) => ({
		api_name,
		plural_label: `All ${api_name}`,
		api_supported: true,
		viewable: true,
		status: 'visible',
		...more,
	});

	it('are those that the API can read and the user can see, custom ones too', async () => {
		const client = new FakeClient(() => ({
			modules: [
				module('Leads'),
				module('Vehicles', { generated_type: 'custom', module_name: 'CustomModule3' }),
				module('Documents', { api_supported: false }),
				module('Secrets', { viewable: false }),
				module('Hidden', { status: 'user_hidden' }),
				module('Bare', { plural_label: null }),
			],
		}));
		expect(await new Metadata(client).modules('v8')).toEqual([
			{ apiName: 'Leads', label: 'All Leads' },
			{ apiName: 'Vehicles', label: 'All Vehicles' },
			{ apiName: 'Bare', label: 'Bare' },
		]);
		expect(client.log).toEqual(['v8/settings/modules']);
		expect(client.requests[0]?.scope).toBe('ZohoCRM.settings.modules.READ');
	});
});

describe('relatedLists', () => {
	it("have the rows' module, unless they are grouped", async () => {
		const related_lists: JsonValue[] = [
			{
				id: '2276164000000000999',
				api_name: 'Notes',
				display_label: 'Our Notes',
				module: { api_name: 'Notes', id: '2276164000000000147' },
				status: 'visible',
			},
			{
				api_name: 'Activities_Chronological_View',
				display_label: 'OpenActivities',
				module: null,
				href: null,
				status: 'visible',
			},
			{ api_name: 'Products9', module: { api_name: 'Products' }, status: 'user_hidden' },
			{ api_name: 'Old', module: { api_name: 'Products' }, status: 'scheduled_for_deletion' },
		];
		const client = new FakeClient(() => ({ related_lists }));
		expect(await new Metadata(client).relatedLists('v7', 'Leads')).toEqual([
			{
				id: '2276164000000000999',
				apiName: 'Notes',
				label: 'Our Notes',
				module: 'Notes',
				isGrouped: false,
				isVisible: true,
			},
			{
				id: '',
				apiName: 'Activities_Chronological_View',
				label: 'OpenActivities',
				module: undefined,
				isGrouped: false,
				isVisible: true,
			},
			{
				id: '',
				apiName: 'Products9',
				label: 'Products9',
				module: 'Products',
				isGrouped: false,
				isVisible: false,
			},
			{
				id: '',
				apiName: 'Old',
				label: 'Old',
				module: 'Products',
				isGrouped: false,
				isVisible: false,
			},
		]);
		expect(client.log).toEqual(['v7/settings/related_lists?module=Leads']);
		expect(client.requests[0]).toMatchObject({
			scope: 'ZohoCRM.settings.related_lists.READ',
			subject: { module: 'Leads' },
		});
	});

	it('a 204 is none', async () => {
		const client = new FakeClient(() => undefined);
		expect(await new Metadata(client).relatedLists('v8', 'Leads')).toEqual([]);
	});

	it('an answer without lists is INVALID_RESPONSE', async () => {
		const client = new FakeClient(() => ({ data: [] }));
		const error = await rejected(new Metadata(client).relatedLists('v8', 'Leads'));
		expect(error).toMatchObject({ code: 'INVALID_RESPONSE', subject: { module: 'Leads' } });
		expect(error.message).toContain('related lists');
	});
});

describe('fields', () => {
	// As in Zoho's Fields Metadata v7: a custom lookup, a system one, one to any module, one to several records.
	it.each([
		[
			'lookup',
			{ lookup: { api_name: 'Deals', id: '7', module: { api_name: 'Accounts' } } },
			{ module: 'Accounts', listId: '7', relatedList: 'Deals' },
		],
		[
			'lookup',
			{ lookup: { api_name: null, id: null, module: { api_name: 'Accounts' } } },
			{ module: 'Accounts' },
		],
		[
			'lookup',
			{ lookup: { api_name: null, id: null, module: { api_name: 'se_module' } } },
			{ isForAny: true },
		],
		['lookup', { lookup: {} }, {}],
		['text', { lookup: { api_name: 'x', id: '7', module: { api_name: 'A' } } }, undefined],
		['multiselectlookup', { multiselectlookup: { api_name: 'Products', id: '7' } }, undefined],
	])('of type %s with %j lead to %j', async (data_type, more: JsonObject, lookup) => {
		const fields: JsonValue[] = [{ api_name: 'F', data_type, ...more }];
		const client = new FakeClient(() => ({ fields }));
		const [field] = await new Metadata(client).fields('v8', 'Leads');
		expect(field?.lookup).toEqual(lookup);
	});

	it('have the label of the display, of the field, or the API name', async () => {
		const fields: JsonValue[] = [
			{
				api_name: 'Owner',
				display_label: 'Lead Owner',
				field_label: 'Owner',
				data_type: 'ownerlookup',
			},
			{ api_name: 'Phone', field_label: 'Telephone' },
			{ api_name: 'Fax' },
		];
		const client = new FakeClient(() => ({ fields }));
		expect(await new Metadata(client).fields('v6', 'Leads')).toEqual([
			{ apiName: 'Owner', label: 'Lead Owner', dataType: 'ownerlookup' },
			{ apiName: 'Phone', label: 'Telephone', dataType: '' },
			{ apiName: 'Fax', label: 'Fax', dataType: '' },
		]);
		expect(client.log).toEqual(['v6/settings/fields?module=Leads']);
		expect(client.requests[0]?.scope).toBe('ZohoCRM.settings.fields.READ');
	});
});

describe('each question is asked once in a run', () => {
	it('also when it is asked twice before the answer', async () => {
		const client = new FakeClient(() => ({ fields: [{ api_name: 'Owner' }] }));
		const metadata = new Metadata(client);
		const both = await Promise.all([
			metadata.fields('v8', 'Leads'),
			metadata.fields('v8', 'Leads'),
		]);
		expect(await metadata.fields('v8', 'Leads')).toEqual(both[0]);
		expect(both[1]).toEqual(both[0]);
		expect(client.log).toEqual(['v8/settings/fields?module=Leads']);
	});

	it('by version, kind and module', async () => {
		const client = new FakeClient(() => ({ fields: [], related_lists: [] }));
		const metadata = new Metadata(client);
		await metadata.fields('v8', 'Leads');
		await metadata.fields('v7', 'Leads');
		await metadata.fields('v8', 'Deals');
		await metadata.relatedLists('v8', 'Leads');
		expect(client.log).toEqual([
			'v8/settings/fields?module=Leads',
			'v7/settings/fields?module=Leads',
			'v8/settings/fields?module=Deals',
			'v8/settings/related_lists?module=Leads',
		]);
	});

	it.each([
		['INVALID_MODULE', 400],
		['OAUTH_SCOPE_MISMATCH', 401],
		['NO_PERMISSION', 403],
		['INVALID_URL_PATTERN', 404],
	])('and %s is remembered', async (code, status) => {
		const client = new FakeClient(() => failure(code, status));
		const metadata = new Metadata(client);
		expect((await rejected(metadata.fields('v8', 'Leads'))).code).toBe(code);
		expect((await rejected(metadata.fields('v8', 'Leads'))).code).toBe(code);
		expect(client.log).toHaveLength(1);
	});

	it.each<[string, number | undefined]>([
		['RATE_LIMITED', 429],
		['INTERNAL_ERROR', 500],
		['INVALID_RESPONSE', 200],
		['NETWORK_ERROR', undefined],
		['TIMEOUT', undefined],
	])('but %s, which may pass, is not', async (code, status) => {
		const answers = [failure(code, status), { fields: [{ api_name: 'Owner' }] }];
		const client = new FakeClient(() => answers.shift());
		const metadata = new Metadata(client);
		expect((await rejected(metadata.fields('v8', 'Leads'))).code).toBe(code);
		expect(await metadata.fields('v8', 'Leads')).toMatchObject([
			{ apiName: 'Owner', label: 'Owner' },
		]);
		expect(client.log).toHaveLength(2);
	});
});
