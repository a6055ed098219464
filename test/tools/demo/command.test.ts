import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';
import {
	known,
	startSandbox,
	type LoggedRequest,
	type Sandbox,
	SCRIPT_SCOPE,
} from '../../support/sandbox';
import { run, type Command } from './command';

const engine: Command['engine'] = {
	nodes: {
		'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords': ZohoCrmRelatedRecords,
	},
	credentialTypes: { zohoCrmOAuth2Api: ZohoCrmOAuth2Api },
};

async function demo(
	args: string[],
	environment: Command['environment'] = {},
	signal?: AbortSignal,
): Promise<{ code: number; shown: string }> {
	let shown = '';
	const output = { write: (text: string) => (shown += text) };
	const code = await run({ args, environment, engine, output, signal });
	return { code, shown };
}

/** The cells of the row that starts with this text. */
function row(shown: string, start: string): string[] | undefined {
	const line = shown.split('\n').find((candidate) => candidate.startsWith(`  ${start}`));
	return line?.trim().split(/ {2,}/);
}

let inSandbox: Awaited<ReturnType<typeof demo>>;
beforeAll(async () => {
	inSandbox = await demo([]);
});

it('reads the sandbox and shows what is there', () => {
	const { code, shown } = inSandbox;
	expect(code).toBe(0);
	const { busyLead, longNotesLead } = known;
	expect(row(shown, longNotesLead.name)?.slice(1, 3)).toEqual(['Notes', '2001']);
	expect(row(shown, busyLead.name)?.slice(1, 3)).toEqual(['Notes', '12']);
	expect(shown).toMatch(new RegExp(`${busyLead.name} +300 +300 +\\d{4}-\\d\\d-\\d\\d`));
	const scripted = shown.slice(shown.indexOf('Deluge script'));
	expect(row(scripted, longNotesLead.name)?.[1]).toBe('200');
	expect(row(shown, 'A deleted lead')).toEqual(['A deleted lead', 'Notes', 'INVALID_DATA']);
	expect(shown).toMatch(/\b\d+ API calls, 1 token request, /);
});

it.each([
	['Emails, with their text', 'Erling Dach', ['2', 'yes']],
	['Files', 'Erling Dach', ['site-plan.png']],
	['History', 'Erling Dach', []],
	['Counts', 'Erling Dach', []],
	['Digests', 'Erling Dach', ['Notes', '3 of 6']],
	['Found by name', 'Erling Dach', []],
])('shows what comes of each operation: %s', (heading, record, cells) => {
	const { shown } = inSandbox;
	const part = shown.slice(shown.indexOf(`\n${heading}\n`));
	const found = row(part, record)?.slice(1) ?? [];
	expect(found.slice(0, cells.length)).toEqual(cells);
	expect(found.length).toBeGreaterThan(1);
	expect(part.slice(0, 200)).not.toContain('(none)');
});

it('explains itself', async () => {
	const { code, shown } = await demo(['--help']);
	expect(code).toBe(0);
	expect(shown).toContain('ZOHO_REFRESH_TOKEN');
});

it('says what is wrong with the call', async () => {
	const { code, shown } = await demo(['--module', 'Leads']);
	expect(code).toBe(2);
	expect(shown).toContain('ZOHO_CLIENT_ID');
});

it('fails when the run is stopped', async () => {
	const { code, shown } = await demo([], {}, AbortSignal.abort());
	expect(code).toBe(1);
	expect(shown).toContain("the run ended with 'canceled'");
});

describe('with an account', () => {
	let sandbox: Sandbox;
	let environment: Record<string, string>;

	beforeEach(async () => {
		sandbox = await startSandbox();
		environment = {
			ZOHO_CLIENT_ID: sandbox.client.id,
			ZOHO_CLIENT_SECRET: sandbox.client.secret,
			ZOHO_REFRESH_TOKEN: sandbox.tokens.issue({ scope: SCRIPT_SCOPE }).refresh_token,
			ZOHO_DATA_CENTER: 'custom',
			ZOHO_ACCOUNTS_URL: `${sandbox.origin}/`,
			ZOHO_API_URL: sandbox.origin,
		};
	});
	afterEach(async () => await sandbox.close());

	const reading = (module: string, id: string, list: string) => [
		...['--module', module, '--record', id],
		...['--list', list],
	];
	const notes = () => reading('Leads', known.lead.id, 'Notes');

	it('reads one record with a token fetched first, once', async () => {
		const { id, counts } = known.account;
		const { code, shown } = await demo(reading('Accounts', id, 'Vehicles5'), environment);
		expect(code).toBe(0);
		const name = `Accounts/${id}`;
		expect(row(shown, name)?.slice(1, 3)).toEqual(['Vehicles5', String(counts.Vehicles5)]);
		expect(shown).toMatch(new RegExp(`${name} +2 +3 +\\d{4}-`));
		expect(sandbox.log.token()).toHaveLength(1);
		expect(shown).toContain(`${sandbox.log.crm().length} API calls, 1 token request, `);
	});

	it('sends reads only, and shows no secret', async () => {
		const { shown } = await demo(notes(), environment);
		// Counts and queries are asked by POST, but change nothing.
		const isRead = ({ method, path, body }: LoggedRequest) =>
			method === 'GET' ||
			path.endsWith('/actions/get_related_records_count') ||
			(path.endsWith('/coql') && body.startsWith('{"select_query":"select '));
		expect(sandbox.log.crm().filter((request) => !isRead(request))).toEqual([]);
		expect(shown).not.toContain(environment.ZOHO_REFRESH_TOKEN);
		expect(shown).not.toContain(environment.ZOHO_CLIENT_SECRET);
		expect(shown).not.toMatch(/1000\.[0-9a-f]{32}/);
	});

	it.each([
		['ZOHO_CLIENT_ID', 'invalid_client'],
		['ZOHO_CLIENT_SECRET', 'invalid_client_secret'],
		['ZOHO_REFRESH_TOKEN', 'invalid_code'],
	])("names %s when it is wrong, with Zoho's word", async (variable, word) => {
		const { code, shown } = await demo(notes(), { ...environment, [variable]: 'wrong' });
		expect(code).toBe(1);
		expect(row(shown, `Leads/${known.lead.id}`)?.at(-1)).toBe('RECONNECT_REQUIRED');
		expect(shown).toMatch(new RegExp(`: ${word}\\. .*\\b${variable}\\b`));
	});

	it('tells of a record that is not there', async () => {
		const { code, shown } = await demo(reading('Leads', '1', 'Notes'), environment);
		expect(code).toBe(1);
		expect(row(shown, 'Leads/1')).toEqual(['Leads/1', 'Notes', 'INVALID_DATA']);
	});

	it('tells of an ID that is none', async () => {
		const { code, shown } = await demo(reading('Leads', 'Ann', 'Notes'), environment);
		expect(code).toBe(1);
		expect(shown).toContain('is not a record ID: Ann');
		expect(sandbox.log.all).toEqual([]);
	});

	it('sends no token to a host that is not allowed', async () => {
		const { code, shown } = await demo(notes(), {
			...environment,
			ZOHO_API_URL: 'http://api.example',
		});
		expect(code).toBe(1);
		expect(row(shown, `Leads/${known.lead.id}`)?.at(-1)).toBe('HOST_NOT_ALLOWED');
		expect(shown).toContain('0 API calls, 0 token requests, ');
	});
});
