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
		const fields = 'Tag,Mailing_State,Department';
		const { body } = await client.get('v8/Contacts', { fields });
		expect(body.data[0]).toMatchObject({ Tag: [] });
		expect(body.data.map((row) => row.Mailing_State)).toContain('');
		expect(body.data.map((row) => row.Department)).toContain(null);
	});
});
