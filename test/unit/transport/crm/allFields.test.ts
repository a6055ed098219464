import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import type { ZohoRequest } from '../../../../nodes/ZohoCrmRelatedRecords/transport/request';
import { allFields } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/allFields';
import { Metadata } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/metadata';
import { rejected } from '../../../support/caught';
import { body, FakeClient, type Answer } from '../fakeClient';

const LISTS = {
	related_lists: [
		{ api_name: 'Products9', module: { api_name: 'Products' } },
		{ api_name: 'Activities_Chronological_View', module: null },
	],
};
const FIELDS = { fields: [{ api_name: 'Product_Name' }, { api_name: 'Unit_Price' }] };
const name = (relatedList: string) =>
	({ version: 'v8', module: 'Leads', recordId: '1', relatedList }) as const;

/** Zoho with the answers above; rows and other answers as given. */
function open(rows: Answer, fields: Answer = FIELDS) {
	const client = new FakeClient(({ path }: ZohoRequest) => {
		if (path[1] !== 'settings') return rows;
		return path[2] === 'fields' ? fields : LISTS;
	});
	const metadata = new Metadata(client);
	return { client, ask: async (list: string) => await allFields(metadata, client, name(list)) };
}

describe('allFields', () => {
	it("are those of the rows' module, which is not the list's name, with two calls a run", async () => {
		const { client, ask } = open(undefined);
		expect(await ask('Products9')).toEqual(['Product_Name', 'Unit_Price']);
		expect(await ask('Products9')).toEqual(['Product_Name', 'Unit_Price']);
		expect(client.log).toEqual([
			'v8/settings/related_lists?module=Leads',
			'v8/settings/fields?module=Products',
		]);
	});

	it.each([
		['a list of several modules', 'Activities_Chronological_View', undefined, FIELDS],
		['a list that Zoho reads but does not describe', 'Unlisted', body([{ id: '5' }]), FIELDS],
		['an unknown list without rows', 'Unlisted', undefined, FIELDS],
		['a module without fields', 'Products9', undefined, { fields: [] }],
	])('%s: FIELDS_REQUIRED, which asks to choose', async (_what, list, rows, fields) => {
		const error = await rejected(open(rows, fields).ask(list));
		expect(error).toMatchObject({
			code: 'FIELDS_REQUIRED',
			subject: { module: 'Leads', recordId: '1', relatedList: list },
		});
		expect(error.message).toContain(list);
		expect(error.resolution).toContain("'Field Names or IDs'");
	});

	it("an unknown list has Zoho's own error", async () => {
		const refusal = new ZohoError({
			code: 'INVALID_DATA',
			message: 'no such list',
			resolution: 'choose another',
			httpStatusCode: 400,
		});
		const { client, ask } = open(refusal);
		expect((await rejected(ask('Nonsense'))).code).toBe('INVALID_DATA');
		expect(client.log.filter((line) => !line.includes('settings'))).toHaveLength(1);
	});

	it('a metadata failure is told as it is', async () => {
		const refusal = new ZohoError({
			code: 'OAUTH_SCOPE_MISMATCH',
			message: 'no scope',
			resolution: 'add it',
			httpStatusCode: 401,
		});
		const { ask } = open(undefined, refusal);
		expect((await rejected(ask('Products9'))).code).toBe('OAUTH_SCOPE_MISMATCH');
	});
});
