import { request as httpRequest, type IncomingMessage } from 'node:http';
import { known, type Sandbox } from './index';
import { clientOf, sandboxesPerTest, type Client } from './testClient';

const open = sandboxesPerTest();
let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
	sandbox = await open();
	client = clientOf(sandbox);
});

const LEAD = `v8/Leads/${known.lead.id}`;

describe('answers as recorded from the live CRM', () => {
	it('carry the headers of the live CRM, and come in packed chunks to who takes them', async () => {
		const { headers, body } = await client.get(`${LEAD}/Notes`, { fields: 'id' });
		expect(body.data).toHaveLength(known.lead.counts.Notes ?? NaN);
		expect(headers.get('content-encoding')).toBe('gzip');
		expect(headers.has('content-length')).toBe(false);
		expect(Date.parse(headers.get('x-accesstoken-reset') ?? '')).toBeGreaterThan(Date.now());
		expect(headers.get('content-disposition')).toBe('attachment; filename=response.json');
		expect(headers.getSetCookie()).toHaveLength(2);
	});

	it('come as they are to who does not', async () => {
		const answer = await new Promise<IncomingMessage>((resolve, reject) => {
			httpRequest(`${sandbox.origin}/crm/v8/Leads`, resolve).once('error', reject).end();
		});
		answer.resume();
		expect(answer.headers).not.toHaveProperty('content-encoding');
		expect(Number(answer.headers['content-length'])).toBeGreaterThan(0);
	});

	it.each(['/nothing', '/', '//', '/CRM/v6/Leads', '/crm8/v8/Leads', '/oauth', '/oauth/v3/token'])(
		'of a wrong path outside of the CRM, %s, lead to an error page',
		async (path) => {
			const { status, headers } = await fetch(`${sandbox.origin}${path}`, { redirect: 'manual' });
			expect(status).toBe(302);
			expect(headers.get('location')).toBe('/IAMSecurityError.do');
			expect(headers.get('server')).toBe('ZGS');
			const page = await fetch(`${sandbox.origin}/IAMSecurityError.do`);
			expect(await page.text()).toContain('<html>');
		},
	);

	it('hold notes of the calls of a lead among its own', async () => {
		const { body } = await client.get(`${LEAD}/Notes`, { fields: 'Parent_Id,$se_module' });
		const modules = body.data.map(({ $se_module: module }) => module);
		expect(new Set(modules)).toEqual(new Set(['Leads', 'Calls']));
		const ofCall = body.data.find(({ $se_module: module }) => module === 'Calls');
		const { id } = ofCall?.Parent_Id as { id: string };
		expect(sandbox.data.record('Calls', id)).toMatchObject({ What_Id: { id: known.lead.id } });
	});

	it('have days of all-day meetings from midnight to its end in UTC', async () => {
		const fields = 'All_day,Start_DateTime,End_DateTime';
		const { body } = await client.get(`v8/Leads/${known.busyLead.id}/Events`, { fields });
		const days = body.data.filter((row) => row.All_day === true && row.Start_DateTime !== null);
		expect(days.length).toBeGreaterThan(0);
		for (const { Start_DateTime: start, End_DateTime: end } of days) {
			expect(start).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+00:00$/);
			expect(end).toBe(String(start).replace('00:00:00', '23:59:59'));
		}
	});

	it('hold empty lists and texts beside null', async () => {
		const fields =
			'Tag,Mailing_State,Department,Mailing_Coordinates,Other_Address,Record_Image,$layout_id,$zia_owner_assignment';
		const { body } = await client.get('v8/Contacts', { fields });
		expect(body.data[0]).toMatchObject({
			Tag: [],
			Mailing_Coordinates: '',
			Other_Address: '',
			$layout_id: { display_label: 'Standard', name: 'Standard', id: expect.any(String) },
			$zia_owner_assignment: 'owner_recommendation_unavailable',
		});
		expect(body.data.map((row) => row.Mailing_State)).toContain('');
		expect(body.data.map((row) => row.Department)).toContain(null);
		const images = body.data.map((row) => row.Record_Image);
		expect(images).toContain(null);
		expect(images).toContainEqual(expect.stringMatching(/^[0-9a-f]{64}$/));
		const meetings = await client.get(`v8/Leads/${known.lead.id}/Events`, {
			fields: 'Participants',
		});
		expect(meetings.body.data.map((row) => row.Participants)).toContainEqual([]);
	});
});

describe('related lists as metadata show them', () => {
	const lists = async (module = 'Leads') => {
		const { body } = await client.get('v8/settings/related_lists', { module });
		return body.related_lists as Record<string, unknown>[];
	};
	const listOf = async (name: string, module?: string) =>
		(await lists(module)).find(({ api_name: apiName }) => apiName === name);

	it('have the keys of the multi-select ones and of the others', async () => {
		for (const list of await lists()) {
			expect(Object.keys(list)).toEqual(
				expect.arrayContaining([
					...['status', 'visibility', 'record_operations', 'personality_name'],
					...['connectedmodule', 'linkingmodule', 'connectedlookupApiName'],
					'_layout_specific_properties',
				]),
			);
		}
		expect(await listOf('Notes')).toMatchObject({ connectedmodule: null, linkingmodule: null });
	});

	it('have modules except the grouped ones and those of other apps', async () => {
		const without = (await lists()).filter(({ module }) => module === null || module === undefined);
		expect(without.map(({ api_name: name }) => name)).toEqual([
			'Activities_Chronological_View',
			'Activities_Chronological_View_History',
			'Social',
			'Zoho_Support',
		]);
		expect(await listOf('Zoho_Support')).not.toHaveProperty('module');
	});

	it.each([
		['Emails', { href: null }],
		['Tasks_History', { name: 'Tasks History', display_label: 'Closed Tasks' }],
		[
			'Activities_Chronological_View',
			{ display_label: 'ChronologicalView', type: 'grouped', parent_related_lists: null },
		],
		['Activities_Chronological_View_History', { display_label: 'ChronologicalView History' }],
		['Attachments', { customize_fields: false, customize_display_label: true }],
		['Notes', { customize_fields: true, customize_display_label: false }],
	])('%s: %j', async (name, expected) => {
		expect(await listOf(name)).toMatchObject(expected);
	});

	it('name both modules and the lookup of a multi-select list', async () => {
		expect(await listOf('Products9', 'Deals')).toMatchObject({
			type: 'multiselectlookup',
			href: null,
			module: { api_name: 'Products' },
			connectedmodule: 'Products',
			linkingmodule: 'Deals_X_Products',
			connectedlookupApiName: 'Product_Link',
			multiselectlookup: {
				linking_details: { module: { api_name: 'Deals_X_Products' } },
				connected_details: { module: { api_name: 'Deals' } },
			},
		});
	});
});

describe('lists of other apps, and of scopes of their own', () => {
	const read = async (list: string, query = {}, by = client) =>
		await by.get(`${LEAD}/${list}`, query);

	it.each([
		['Social', 401, 'OAUTH_SCOPE_MISMATCH', {}],
		['Entity_Scores__s', 401, 'OAUTH_SCOPE_MISMATCH', {}],
		['Voice_of_the_Customer__s', 400, 'NOT_SUPPORTED', { resource_path_index: 2 }],
	])('%s: %d %s %j', async (list, status, code, details) => {
		const answer = await read(list, { fields: 'id' });
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ code, details });
	});

	it.each(['CheckLists', 'Locking_Information__s', 'Entity_Cadences_leads'])(
		'%s is empty',
		async (list) => {
			expect((await read(list, { fields: 'id' })).status).toBe(204);
		},
	);

	it('answer with their own keys, without fields', async () => {
		const { body } = await read('Zoho_Support');
		expect(body.data.length).toBeGreaterThan(0);
		for (const row of body.data) {
			expect(row).toMatchObject({ subject: expect.any(String), ticketid: expect.any(String) });
		}
	});

	it('have empty and negative scores', async () => {
		const scope = 'ZohoCRM.modules.READ,ZohoCRM.modules.entity_scores.READ';
		const fields = 'Score,Negative_Score,Scoring_Rule';
		const { body } = await read('Entity_Scores__s', { fields }, clientOf(sandbox, { scope }));
		expect(body.data[0]).toMatchObject({
			Score: null,
			Negative_Score: -5,
			Scoring_Rule: { name: null },
		});
	});

	it('stand beside modules of the system, of subforms and of file fields', async () => {
		const { body } = await client.get('v8/settings/modules');
		const modules = body.modules as Record<string, unknown>[];
		const kinds = Object.fromEntries(
			modules.map(({ api_name: name, generated_type: type, status }) => [name, [type, status]]),
		);
		expect(kinds).toMatchObject({
			Services__s: ['default', 'visible'],
			Appointments__s: ['default', 'visible'],
			Deals_X_Products: ['linking', 'visible'],
			Purchase_Items: ['subform', 'visible'],
			File_Upload_1__s: ['field_tracker', 'visible'],
			Leavers: ['default', 'scheduled_for_deletion'],
			Machinery: ['default', 'system_hidden'],
		});
	});
});
