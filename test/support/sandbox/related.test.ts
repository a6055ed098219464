import type { Sandbox } from './index';
import { known, startSandbox } from './index';
import type { Client } from './testClient';
import { clientOf } from './testClient';

const LEAD = `Leads/${known.lead.id}`;
const NOW = Date.UTC(2026, 0, 1);

let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
	sandbox = await startSandbox({ now: () => NOW, accessTokenSeconds: 86_400 });
	client = clientOf(sandbox);
});

afterEach(() => sandbox.close());

const names = (count: number, length = 8): string =>
	Array.from({ length: count }, (_unused, index) => `F${index}`.padEnd(length, 'x')).join(',');

describe('fields', () => {
	it.each(['v3', 'v4', 'v5', 'v6', 'v7', 'v8'])('are mandatory in %s', async (version) => {
		const { status, body } = await client.get(`${version}/${LEAD}/Notes`);
		expect(status).toBe(400);
		expect(body).toEqual({
			code: 'REQUIRED_PARAM_MISSING',
			details: { param_name: 'fields' },
			message: 'One of the expected parameter is missing',
			status: 'error',
		});
	});

	it.each(['v2', 'v2.1'])('do not exist in %s: rows are whole', async (version) => {
		const { body } = await client.get(`${version}/${LEAD}/Notes`, { fields: 'Note_Title' });
		expect(body.data[0]).toMatchObject({ $editable: true, Record_Status__s: null });
		expect(body.data[0]).toHaveProperty('Note_Content');
		expect(body.info).toEqual({ per_page: 200, count: 6, page: 1, more_records: false });
	});

	it('are null where empty and left out where unknown', async () => {
		const fields = 'Note_Title,Locked__s,No_Such_Field,$no_such';
		const { body } = await client.get(`v6/${LEAD}/Notes`, { fields });
		for (const row of body.data)
			expect(Object.keys(row)).toEqual(['Note_Title', 'Locked__s', 'id']);
		expect(body.data[0]).toHaveProperty('Locked__s', null);
	});

	it('are system keys too, if asked for', async () => {
		const fields = '$attachments,$editable,$no_such';
		const { body } = await client.get(`v6/${LEAD}/Notes`, { fields });
		const [row, other] = body.data;
		const file = {
			id: expect.any(String),
			$file_id: 'note1file',
			File_Name: 'whiteboard.png',
			Size: '5120',
		};
		expect(row).toEqual({ $attachments: [file], $editable: true, id: expect.any(String) });
		expect(other).toEqual({ $attachments: null, $editable: true, id: expect.any(String) });
	});

	it('may all be unknown', async () => {
		const { body } = await client.get(`v6/${LEAD}/Products`, { fields: 'Nothing' });
		expect(body.data).toEqual([{ id: expect.any(String) }, { id: expect.any(String) }]);
	});

	it('are 50 at most', async () => {
		expect((await client.get(`v6/${LEAD}/Notes`, { fields: names(50) })).status).toBe(200);
		const { status, body } = await client.get(`v6/${LEAD}/Notes`, { fields: names(51) });
		expect(status).toBe(400);
		expect(body).toMatchObject({
			code: 'LIMIT_EXCEEDED',
			details: { limit: 50, param_name: 'fields' },
		});
	});

	it('have 1,000 characters at most', async () => {
		const { body } = await client.get(`v6/${LEAD}/Notes`, { fields: names(50, 20) });
		expect(body).toMatchObject({ code: 'LIMIT_EXCEEDED', details: { limit: 1000 } });
	});
});

describe('answers', () => {
	it('have the headers of the original', async () => {
		const { headers } = await client.get(`v6/${LEAD}/Notes`, { fields: 'id' });
		expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
		expect(headers.get('server')).toBe('ZGS');
	});

	it('are empty with 204', async () => {
		const { status, text } = await client.get(`v6/Leads/${known.bareLead.id}/Notes`, {
			fields: 'id',
		});
		expect(status).toBe(204);
		expect(text).toBe('');
	});

	it('are restricted to ids', async () => {
		const rows = sandbox.data.relatedRows('Leads', known.lead.id, 'Tasks');
		const ids = rows.slice(1, 3).map(({ id }) => id);
		const query = { fields: 'id', ids: [...ids, '1'].join(',') };
		const { body } = await client.get(`v6/${LEAD}/Tasks`, query);
		expect(body.data.map(({ id }) => id)).toEqual(ids);
	});

	it('write huge integers without quotes', async () => {
		const { text } = await client.get(`v6/Deals/${known.deal.id}/Contact_Roles`, {
			fields: 'Email',
		});
		expect(Number.isSafeInteger(Number(known.contactRole))).toBe(false);
		expect(text.match(new RegExp(`"Contact_Role":${known.contactRole}[,}]`, 'g'))).toHaveLength(
			known.deal.counts.Contact_Roles ?? 0,
		);
	});

	it('show membership in campaigns, converted leads only on demand', async () => {
		const path = `v6/Campaigns/${known.campaign.id}/Leads`;
		const { counts, convertedMembers } = known.campaign;
		const query = { fields: 'Email', converted: 'true' };
		const { body } = await client.get(path, query);
		expect(body.data).toHaveLength(convertedMembers);
		expect(body.data[0]).toHaveProperty('$member_info.Created_Time');
		expect(await client.walk(path, { fields: 'id' })).toHaveLength(counts.Leads ?? 0);
		const both = await client.walk(path, { fields: 'id', converted: 'both' });
		expect(both).toHaveLength((counts.Leads ?? 0) + convertedMembers);
	});

	it('have one row, without info, for a related id', async () => {
		const [note] = sandbox.data.relatedRows('Leads', known.lead.id, 'Notes');
		const path = `v6/${LEAD}/Notes/${note?.id}`;
		const { body } = await client.get(path, { fields: 'Note_Content' });
		expect(body).toEqual({ data: [{ Note_Content: note?.Note_Content, id: note?.id }] });
		expect((await client.get(`v6/${LEAD}/Notes/1`, { fields: 'id' })).status).toBe(204);
	});

	it('come for parents in the recycle bin by another route', async () => {
		sandbox.data.removeRecord('Leads', known.lead.id);
		const gone = await client.get(`v6/${LEAD}/Notes`, { fields: 'id' });
		expect(gone.body.details).toEqual({ resource_path_index: 1 });
		const { body } = await client.get(`v6/Leads/deleted/${known.lead.id}/Notes`, { fields: 'id' });
		expect(body.data).toHaveLength(known.lead.counts.Notes ?? 0);
	});
});

describe('external ids', () => {
	const contact = known.contact.id;
	const headers = { 'X-EXTERNAL': 'Contacts.External_Contact_ID' };
	const both = { 'X-EXTERNAL': 'Deals.External_Deal_ID,Contacts.External_Contact_ID' };
	const path = 'v7/Contacts/583472934/Deals';
	const query = { fields: 'Deal_Name' };
	let deal: string;

	beforeEach(() => {
		deal = String(sandbox.data.relatedRows('Contacts', contact, 'Deals')[1]?.id);
		sandbox.data.updateRecord('Contacts', contact, { External_Contact_ID: '583472934' });
		sandbox.data.updateRecord('Deals', deal, { External_Deal_ID: 'D-7' });
	});

	it('stand for ids in the path', async () => {
		const byId = await client.get(`v7/Contacts/${contact}/Deals`, query);
		expect((await client.get(path, query, headers)).body).toEqual(byId.body);
		const { body } = await client.get(`${path}/D-7`, query, both);
		expect(body.data).toMatchObject([{ id: deal }]);
	});

	it('are refused for the record, and without a row for the related one, if unknown', async () => {
		const unknown = await client.get('v7/Contacts/1/Deals', query, headers);
		expect(unknown.body).toMatchObject({
			code: 'INVALID_DATA',
			details: { resource_path_index: 1 },
		});
		expect((await client.get(`${path}/D-8`, query, both)).status).toBe(204);
		expect((await client.get(path, {}, headers)).body.code).toBe('REQUIRED_PARAM_MISSING');
		expect((await client.get(path, query)).body.code).toBe('INVALID_DATA');
	});
});

describe('order', () => {
	const idsOf = async (list: string, query = {}): Promise<string[]> => {
		const { body } = await client.get(`v6/${LEAD}/${list}`, { fields: 'id', ...query });
		return body.data.map(({ id }) => String(id));
	};
	const ascending = (ids: string[]): string[] => [...ids].sort();

	it('is by id, latest first', async () => {
		const ids = await idsOf('Tasks_History');
		expect(ids).toEqual(ascending(ids).reverse());
		expect(await idsOf('Tasks_History', { sort_order: 'asc' })).toEqual(ascending(ids));
	});

	it('is oldest first for notes, unless the user prefers otherwise', async () => {
		const ids = await idsOf('Notes');
		expect(ids).toEqual(ascending(ids));
		expect(await idsOf('Notes', { sort_order: 'desc' })).toEqual([...ids].reverse());
		sandbox.data.notesRecentFirst = true;
		sandbox.data.updateRecord('Leads', known.lead.id, {});
		expect(await idsOf('Notes')).toEqual([...ids].reverse());
	});

	it('is by Modified_Time on demand', async () => {
		const ids = await idsOf('Tasks');
		sandbox.data.updateRecord('Tasks', String(ids.at(-1)), { Subject: 'Changed' });
		const [latest] = await idsOf('Tasks', { sort_by: 'Modified_Time' });
		expect(latest).toBe(ids.at(-1));
	});
});

describe('If-Modified-Since', () => {
	const query = { fields: 'Subject' };

	it.each([
		'2025-12-31T23:59:59+00:00',
		'2026-01-01T05:29:59+05:30',
		'Wed, 31 Dec 2025 23:59:59 GMT',
	])('accepts %s', async (since) => {
		const [task] = sandbox.data.relatedRows('Leads', known.lead.id, 'Tasks');
		const headers = { 'If-Modified-Since': since };
		const nothing = await client.get(`v6/${LEAD}/Tasks`, query, headers);
		expect(nothing.status).toBe(304);
		expect(nothing.text).toBe('');
		sandbox.data.updateRecord('Tasks', String(task?.id), { Subject: 'Changed' });
		const { body } = await client.get(`v6/${LEAD}/Tasks`, query, headers);
		expect(body.data).toEqual([{ Subject: 'Changed', id: task?.id }]);
	});

	it('refuses other dates', async () => {
		const headers = { 'If-Modified-Since': 'yesterday' };
		expect((await client.get(`v6/${LEAD}/Tasks`, query, headers)).body.code).toBe('INVALID_DATA');
	});
});

describe('chronological lists', () => {
	const OPEN = `${LEAD}/Activities_Chronological_View`;
	const fields = 'Subject,Event_Title,Call_Start_Time,Start_DateTime,Due_Date';

	it('show calls, meetings and tasks in the order of their times, undated ones last', async () => {
		const { body } = await client.get(`v6/${OPEN}`, { fields });
		expect(body.data).toHaveLength(known.lead.counts.Activities_Chronological_View ?? 0);
		const modules = new Set(body.data.map(({ $module }) => $module));
		expect([...modules].sort()).toEqual(['Calls', 'Events', 'Tasks']);
		const times = body.data.map((row) =>
			Date.parse(String(row.Call_Start_Time ?? row.Start_DateTime ?? row.Due_Date)),
		);
		const dated = times.filter((time) => !Number.isNaN(time));
		expect(times.slice(0, dated.length)).toEqual([...dated].sort((a, b) => a - b));
		expect(dated.length).toBeLessThan(times.length);
		expect(new Set(dated).size).toBeLessThan(dated.length);
	});

	it('show the fields that each module has', async () => {
		const { body } = await client.get(`v6/${OPEN}`, { fields });
		for (const row of body.data) {
			expect('Event_Title' in row).toBe(row.$module === 'Events');
			expect('Subject' in row).toBe(row.$module !== 'Events');
		}
		expect(body.info).not.toHaveProperty('page_token_expiry');
		expect(body.info).toHaveProperty('next_page_token', null);
	});

	it('hold what the separate lists hold', async () => {
		const walked = await client.walk(`v6/${OPEN}_History`, { fields: 'id', per_page: 5 });
		const parts = ['Calls_History', 'Events_History', 'Tasks_History'].flatMap((list) =>
			sandbox.data.relatedRows('Leads', known.lead.id, list),
		);
		const ids = parts.map(({ id }) => id).sort();
		expect(walked.map(({ id }) => id).sort()).toEqual(ids);
	});

	it('exist from v5 on', async () => {
		expect((await client.get(`v5/${OPEN}`, { fields })).status).toBe(200);
		const { body } = await client.get(`v4/${OPEN}`, { fields });
		expect(body).toMatchObject({ code: 'INVALID_DATA', details: { resource_path_index: 2 } });
	});
});

describe('Emails', () => {
	it('have a shape of their own, ten at a time', async () => {
		const reader = clientOf(sandbox, { scope: 'ZohoCRM.modules.ALL' });
		const first = (await reader.get(`v6/${LEAD}/Emails`)).body;
		expect(first.Emails).toHaveLength(10);
		expect(first.info).toMatchObject({ per_page: 10, count: 10, more_records: true });
		const index = String(first.info.next_index);
		const second = (await reader.get(`v6/${LEAD}/Emails`, { index })).body;
		const third = await reader.get(`v6/${LEAD}/Emails`, { index: String(second.info.next_index) });
		expect(third.body.info).toMatchObject({ count: 3, more_records: false, next_index: null });
		expect((await reader.get(`v6/${LEAD}/Emails`, { index: 'zz' })).body.code).toBe('INVALID_DATA');
	});
});
