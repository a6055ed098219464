import { emptyDataset, startSandbox, type Sandbox } from './index';
import { clientOf } from './testClient';

const builder = emptyDataset();
const lead = builder.add('Leads', { Last_Name: 'Adler', Full_Name: 'Kay Adler' }).id;
const deal = builder.add('Deals', { Deal_Name: 'Old deal' }).id;
const dataset = builder.build();
const START = Date.UTC(2026, 2, 2, 9);

describe('changes', () => {
	let sandbox: Sandbox;
	let now = START;
	afterEach(async () => await sandbox.close());

	const open = async (options: Parameters<typeof startSandbox>[0] = {}) => {
		now = START;
		sandbox = await startSandbox({ dataset, now: () => now, ...options });
		return clientOf(sandbox);
	};
	const tasks = { module: 'Leads', recordId: lead, list: 'Tasks' } as const;

	it('made by a command show in the list and in the module, newest change last', async () => {
		const client = await open();
		const [first, second] = ['First', 'Second'].map((Subject) => {
			now += 1000;
			return sandbox.change({ do: 'add', ...tasks, row: { Subject } });
		});
		now += 1000;
		const values = { Subject: 'First, edited' };
		sandbox.change({ do: 'update', module: 'Tasks', recordId: first ?? '', values });
		const query = { fields: 'Subject,What_Id', sort_by: 'Modified_Time', sort_order: 'asc' };
		const { body } = await client.get('v8/Tasks', query);
		expect(body.data).toEqual([
			expect.objectContaining({ id: second, What_Id: { name: 'Kay Adler', id: lead } }),
			expect.objectContaining({ id: first, Subject: 'First, edited' }),
		]);
		sandbox.change({ do: 'delete', module: 'Tasks', recordId: second ?? '' });
		const left = await client.get(`v8/Leads/${lead}/Tasks`, { fields: 'Subject' });
		expect(left.body.data.map(({ id }) => id)).toEqual([first]);
	});

	it('since a time are all that a module gives, or 304', async () => {
		const client = await open();
		sandbox.change({ do: 'add', ...tasks });
		now += 60_000;
		const id = sandbox.change({ do: 'add', ...tasks });
		const since = async (seconds: number) =>
			await client.get(
				'v8/Tasks',
				{ fields: 'Subject', sort_by: 'Modified_Time' },
				{
					'If-Modified-Since': new Date(now - seconds * 1000).toISOString(),
				},
			);
		expect((await since(1)).body.data.map((row) => row.id)).toEqual([id]);
		expect((await since(0)).status).toBe(304);
	});

	it('of links touch the linked record only where that is wanted', async () => {
		const client = await open();
		const list = { module: 'Accounts', recordId: lead, list: 'Deals' };
		sandbox.change({ do: 'link', ...list, rowId: deal });
		const query = { fields: 'Modified_Time' };
		const [before] = (await client.get('v8/Deals', query)).body.data;
		sandbox.change({ do: 'link', ...list, rowId: deal, touches: { module: 'Deals' } });
		const [after] = (await client.get('v8/Deals', query)).body.data;
		expect(after?.Modified_Time).not.toBe(before?.Modified_Time);
		expect(Date.parse(String(after?.Modified_Time))).toBe(START);
	});

	it('come by HTTP as well, and wrong ones are refused', async () => {
		await open();
		const post = async (command: object) =>
			await fetch(`${sandbox.origin}/sandbox/changes`, {
				method: 'POST',
				body: JSON.stringify(command),
			});
		const answer = await post({ do: 'create', module: 'Tasks', row: { Subject: 'By HTTP' } });
		const { id } = (await answer.json()) as { id: string };
		expect(sandbox.data.record('Tasks', id)).toMatchObject({ Subject: 'By HTTP' });
		expect((await post({ do: 'add', module: 'Leads', recordId: lead, list: 'None' })).status).toBe(
			400,
		);
	});

	it('come from a timer, one after the other, until the sandbox closes', async () => {
		const row = (Subject: string) => ({ do: 'add', ...tasks, row: { Subject } }) as const;
		await open({ timer: { everyMs: 1, commands: [row('a'), row('b')] } });
		const subjects = () =>
			sandbox.data
				.records('Tasks')
				.map((entry) => String(entry.row().Subject))
				.sort();
		while (subjects().length < 4) await new Promise((resolve) => setImmediate(resolve));
		await sandbox.close();
		const made = subjects();
		expect(made.filter((subject) => subject === 'a').length - made.length / 2).toBeLessThan(1);
		await new Promise((resolve) => setImmediate(resolve));
		expect(subjects()).toEqual(made);
	});
});
