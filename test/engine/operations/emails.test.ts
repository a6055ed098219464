import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import { openBench, related, useBench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

describe('emails of a record', () => {
	const bench = useBench();

	const { id } = known.lead;
	const path = `/crm/v8/Leads/${id}/Emails`;
	const emails = (options: INodeParameters = {}, more: INodeParameters = {}) =>
		related('Leads', id, 'Emails', { fields: [], returnAll: true, options, ...more });
	const requests = () =>
		bench()
			.sandbox.log.crm()
			.map(({ path: at, query }) => [at, query]);
	const errorOf = async (parameters: INodeParameters) => {
		const { output, errorOutput } = await bench().run(parameters, ON_ERROR);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error;
	};
	const INDEX = expect.stringMatching(/^[0-9a-f]+$/) as unknown;

	it('are read ten at a time, as Zoho gives them, with the message ID as id', async () => {
		const { json, hints } = await bench().run(emails());
		const rows = bench().sandbox.data.relatedRows('Leads', id, 'Emails');
		expect(json.map((email) => email.message_id)).toEqual(rows.map((row) => row.message_id));
		expect(json).toHaveLength(23);
		for (const email of json) {
			expect(email.id).toBe(email.message_id);
			expect(email).toMatchObject({ from: { email: expect.any(String) }, sent: true });
			expect(email).not.toHaveProperty('content');
		}
		expect(requests()).toEqual([
			[path, {}],
			[path, { index: INDEX }],
			[path, { index: INDEX }],
		]);
		expect(hints).toEqual(['3 Zoho API calls used.']);
	});

	it.each([
		[7, 1],
		[10, 1],
		[11, 2],
	])('are no more than the limit of %d, in %d requests', async (limit, count) => {
		const { json } = await bench().run(emails({}, { returnAll: false, limit }));
		expect(json).toHaveLength(limit);
		expect(requests()).toHaveLength(count);
	});

	it('come with their content by one request more each', async () => {
		const options = { includeContent: true, includeParent: true };
		const { json } = await bench().run(emails(options, { returnAll: false, limit: 2 }));
		const [first, second] = json;
		for (const email of json) {
			expect(email).toMatchObject({
				id: email.message_id,
				source: 'individual',
				content: `<div><p>Hello &amp; welcome,</p><br />\n<b>${String(email.subject)}</b></div>`,
				content_text: `Hello & welcome,\n\n\n${String(email.subject)}`,
				attachments: [],
				parent: { module: 'Leads', id, relatedList: 'Emails' },
			});
		}
		expect(requests()).toEqual([
			[path, {}],
			[`${path}/${String(first?.id)}`, {}],
			[`${path}/${String(second?.id)}`, {}],
		]);
	});

	it('hold only the chosen fields, with which Zoho is not troubled', async () => {
		const { json, hints } = await bench().run(emails({}, { fields: ['subject', 'nonsense'] }));
		expect(Object.keys(json[0] ?? {})).toEqual(['id', 'subject']);
		expect(requests()[0]).toEqual([path, {}]);
		expect(hints[0]).toContain('nonsense');
	});

	it.each(['sent_from_crm', 'scheduled_in_crm', 'drafts', 'user_emails'])(
		'are read by type: %s',
		async (emailType) => {
			const { json } = await bench().run(emails({ emailType }));
			expect(json.length).toBeGreaterThan(0);
			expect(json.length).toBeLessThan(23);
			expect(requests().map(([, query]) => (query as IDataObject).type)).toEqual(
				json.length > 10 ? [emailType, emailType] : [emailType],
			);
		},
	);

	it("are read of an account's contacts, and of no other module's", async () => {
		const emailType = 'all_contacts_sent_crm_emails';
		const more = { fields: [], options: { emailType } };
		const { json } = await bench().run(related('Accounts', known.account.id, 'Emails', more));
		expect(json.length).toBeGreaterThan(0);
		expect(requests()[0]).toEqual([
			`/crm/v8/Accounts/${known.account.id}/Emails`,
			{ type: emailType },
		]);
		bench().sandbox.log.clear();
		expect(await errorOf(emails({ emailType }))).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: 'emailType' },
		});
		expect(requests()).toEqual([]);
	});

	it.each([
		['sortBy', 'id'],
		['sortOrder', 'asc'],
		['ids', '1'],
		['converted', 'both'],
		['modifiedSince', '2026-01-01T00:00:00Z'],
		['pageSize', 10],
	])('take no %s, unsent', async (name, value) => {
		expect(await errorOf(emails({ [name]: value }))).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining("cannot be used with related list 'Emails'"),
			details: { parameter: name },
		});
		expect(requests()).toEqual([]);
	});

	it.each([
		['emailType', 'drafts'],
		['includeContent', true],
	])('alone take %s', async (name, value) => {
		const notes = related('Leads', id, 'Notes', { options: { [name]: value } });
		expect(await errorOf(notes)).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining("cannot be used with related list 'Notes'"),
			details: { parameter: name },
		});
		expect(requests()).toEqual([]);
	});

	it('are refused by name of a module that has none', async () => {
		expect(await errorOf(related('Tasks', id, 'Emails'))).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: "Parameter 'Related List' cannot be 'Emails' for module 'Tasks'",
		});
		expect(requests()).toEqual([]);
	});

	it('of a record without any are none, and of an unknown record an error', async () => {
		const bare = related('Leads', known.bareLead.id, 'Emails', { fields: [] });
		const { json, hints } = await bench().run(bare);
		expect(json).toEqual([]);
		expect(hints[0]).toBe('Nothing is related to this record in Zoho CRM.');
		const missing = related('Leads', '4876876000009999999', 'Emails', { fields: [] });
		expect(await errorOf(missing)).toMatchObject({ code: 'INVALID_DATA', relatedList: 'Emails' });
	});

	it('need a scope that old credentials lack, and the error names it', async () => {
		const scope = 'ZohoCRM.modules.READ,ZohoCRM.modules.notes.READ';
		const old = await openBench({ scope });
		const { errorOutput } = await old.run(emails(), ON_ERROR);
		await old.close();
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'OAUTH_SCOPE_MISMATCH',
			resolution: expect.stringContaining('add ZohoCRM.modules.emails.READ to Enabled Scopes'),
		});
	});

	it('keep one that was deleted before its content was read', async () => {
		bench().sandbox.faults.add({ match: { path: /Emails\/./ }, reply: { status: 204 } });
		const { json } = await bench().run(emails({ includeContent: true }, { limit: 2 }));
		expect(json[0]).toMatchObject({ id: json[0]?.message_id, content: null, content_text: null });
		expect(json[1]).toMatchObject({ content: expect.any(String) });
	});

	const mail = { message_id: 'a', subject: 'x' };
	const info = { more_records: false };

	it.each([
		[
			'of a plain email as it is',
			{ content: 'a <b> c\n  & d', mail_format: 'text' },
			'a <b> c\n  & d',
		],
		['of HTML without its tags', { content: '<p>a &lt;b&gt;</p>', mail_format: 'html' }, 'a <b>'],
		['of one whose format Zoho does not name as HTML', { content: 'a<br>b' }, 'a\nb'],
		['of an empty one', { content: '', mail_format: 'html' }, ''],
		['of one without a body', { content: null }, null],
		['of one whose body is missing', {}, null],
	])('have the text %s', async (_which, body, text) => {
		const reply = { status: 200, body: { Emails: [{ ...mail, ...body }] } };
		bench().sandbox.faults.add({ match: { path: /Emails\/./ }, reply });
		const one = { limit: 1, returnAll: false };
		const { json } = await bench().run(emails({ includeContent: true }, one));
		expect(json).toEqual([expect.objectContaining({ ...body, content_text: text })]);
	});

	it('hold the text alone where it alone is chosen', async () => {
		const one = { limit: 1, returnAll: false, fields: ['content_text'] };
		const { json, hints } = await bench().run(emails({ includeContent: true }, one));
		expect(Object.keys(json[0] ?? {})).toEqual(['id', 'content_text']);
		expect(hints.at(-1)).toBe('2 Zoho API calls used.');
		expect(hints.join()).not.toContain('content_text');
	});

	it.each([
		['no emails', { info }, 'INVALID_RESPONSE'],
		['emails that are none', { Emails: [1], info }, 'INVALID_RESPONSE'],
		['an email without an ID', { Emails: [{ subject: 'x' }], info }, 'INVALID_RESPONSE'],
		['no word on more', { Emails: [mail], info: {} }, 'INVALID_RESPONSE'],
		['more, but not where', { Emails: [mail], info: { more_records: true } }, 'PAGE_TOKEN_MISSING'],
		[
			'the same index again',
			{ Emails: [mail], info: { more_records: true, next_index: 'b' } },
			'PAGE_TOKEN_REPEATED',
		],
	])('are not cut off in silence: %s', async (_what, body, code) => {
		bench().sandbox.faults.add({ match: {}, times: Infinity, reply: { status: 200, body } });
		expect(await errorOf(emails())).toMatchObject({ code, relatedList: 'Emails' });
	});

	it.each([
		['two emails', { Emails: [mail, mail] }],
		['no email', { Emails: [] }],
		['rows', { data: [] }],
	])('have no content in %s', async (_what, body) => {
		bench().sandbox.faults.add({ match: { path: /Emails\/./ }, reply: { status: 200, body } });
		const error = await errorOf(emails({ includeContent: true }));
		expect(error).toMatchObject({ code: 'INVALID_RESPONSE' });
	});

	it('keep an ID of their own where Zoho gives one', async () => {
		const body = { Emails: [{ ...mail, id: '7' }], info };
		bench().sandbox.faults.add({ match: {}, reply: { status: 200, body } });
		expect((await bench().run(emails())).json).toEqual([{ ...mail, id: '7' }]);
	});

	it('say what is wrong with the mailbox', async () => {
		const body = {
			code: 'CANNOT_PROCESS',
			details: {},
			message: 'mailbox deleted',
			status: 'error',
		};
		bench().sandbox.faults.add({ match: {}, reply: { status: 400, body } });
		expect(await errorOf(emails())).toMatchObject({
			code: 'CANNOT_PROCESS',
			message: expect.stringContaining('mailbox deleted'),
			resolution: 'Check the mailbox settings of your Zoho user.',
		});
	});
});
