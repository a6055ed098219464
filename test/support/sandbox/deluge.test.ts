import type { Sandbox } from './index';
import { known, startSandbox } from './index';
import type { Client } from './testClient';
import { clientOf } from './testClient';

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startSandbox();
	client = clientOf(sandbox);
});

afterAll(() => sandbox.close());

type Rows = Record<string, unknown>[];

const read = async (parent: { module: string; id: string }, list: string): Promise<Rows> =>
	(await client.get(`v2.1/${parent.module}/${parent.id}/${list}`)).body.data;

describe('what Deluge scripts read', () => {
	it.each(['lead', 'account', 'deal', 'case', 'settlement', 'pod'] as const)(
		'is as much as promised for the %s',
		async (name) => {
			const { [name]: record } = known.deluge;
			const lists = Object.entries(record.counts).filter(
				([list, count]) => count > 0 && !/Chronological|Emails/.test(list),
			);
			expect(lists.length).toBeGreaterThan(0);
			for (const [list, count] of lists) {
				expect([list, (await read(record, list)).length]).toEqual([list, count]);
			}
		},
	);

	it('are deals won at several dates, members, and rows with system keys', async () => {
		const deals = await read(known.deluge.account, 'Deals');
		const won = deals.filter(({ Stage }) => Stage === 'Closed Won');
		expect(won.map((deal) => deal.Closing_Date).sort()).toEqual([
			'2023-11-02',
			'2024-08-30',
			'2025-02-14',
		]);
		const members = await read(known.deluge.account, 'Accounts');
		for (const row of [...deals, ...members]) {
			expect(row).toMatchObject({ $editable: true, $approved: true });
		}
	});

	it('are cases, held and not, with tasks, completed and not', async () => {
		const cases = await read(known.deluge.deal, 'Cases');
		expect(cases.map(({ Status }) => Status)).toEqual(['Escalated', 'Hold', 'New']);
		const tasks = await read(known.deluge.case, 'Tasks');
		expect(tasks.filter(({ Status }) => Status === 'Completed')).toHaveLength(2);
		expect(tasks.filter(({ Status }) => Status !== 'Completed')).toHaveLength(2);
	});

	it('are contact roles, products and stages', async () => {
		const [role] = await read(known.deluge.deal, 'Contact_Roles');
		expect(role).toMatchObject({
			Email: expect.any(String),
			Contact_Role: { name: 'Executive Sponsor' },
		});
		const [product] = await read(known.deluge.deal, 'Products');
		expect(product?.Product_Name).toEqual(expect.any(String));
		const [stage] = await read(known.deluge.deal, 'Stage_History');
		expect(stage?.Stage).toBe('Closed Won');
	});

	it('are amounts, one of them empty, and users by reference', async () => {
		const items = await read(known.deluge.settlement, 'BV_Abrechnung_Positionen');
		const amounts = items.map(({ Betrag }) => Betrag);
		expect(amounts).toContain(null);
		expect(amounts.reduce<number>((sum, amount) => sum + Number(amount), 0)).toBeCloseTo(1456.15);
		const owners = await read(known.deluge.pod, 'Owners16');
		expect(owners.map(({ Owners }) => Owners)).toContainEqual({
			name: 'Ann Doe',
			id: expect.stringMatching(/^\d{19}$/),
		});
	});

	it('is membership in campaigns', async () => {
		const campaigns = await read(known.deluge.lead, 'Campaigns');
		expect(campaigns[0]).toMatchObject({
			Campaign_Name: expect.any(String),
			$member_info: { Created_Time: expect.any(String) },
		});
	});
});

describe('attachments', () => {
	const { lead, deal } = known.deluge;

	it('name their file or their link', async () => {
		const [link, file] = await read(deal, 'Attachments');
		expect(link).toMatchObject({ $type: 'Link URL', $link_url: expect.stringMatching(/^https:/) });
		expect(file).toMatchObject({
			$type: 'Attachment',
			$link_url: null,
			$file_id: expect.any(String),
			$se_module: 'Deals',
		});
	});

	it('are downloaded as they are', async () => {
		const [newest] = await read(lead, 'Attachments');
		const { access_token: token } = sandbox.tokens.issue();
		const url = `${sandbox.origin}/crm/v2/Leads/${lead.id}/Attachments/${String(newest?.id)}`;
		const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('application/x-download;charset=UTF-8');
		expect(response.headers.get('content-disposition')).toBe(
			`attachment;filename*=UTF-8''${String(newest?.File_Name)}`,
		);
		const content = Buffer.from(await response.arrayBuffer());
		expect(content.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
		expect(content).toHaveLength(Number(newest?.Size));
	});

	it('are not there if they are links or unknown', async () => {
		const [link] = await read(deal, 'Attachments');
		for (const id of [String(link?.id), '1']) {
			const path = `v8/Deals/${deal.id}/Attachments/${id}`;
			expect((await client.get(path)).status).toBe(204);
		}
	});

	it('need their scope', async () => {
		const reader = clientOf(sandbox, { scope: 'ZohoCRM.modules.READ' });
		const { status, body } = await reader.get(`v8/Leads/${lead.id}/Attachments/1`);
		expect(status).toBe(401);
		expect(body.code).toBe('OAUTH_SCOPE_MISMATCH');
	});
});
