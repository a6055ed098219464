import type { IConnections, INode } from 'n8n-workflow';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { suggestionFor } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';

const suggestion = (script: string) => suggestionFor(parse(script));
const readers = (script: string) =>
	suggestion(script).nodes.map(({ workflow }) => workflow.nodes[0]);
const http = (url: string, query?: Record<string, string>) => ({
	method: 'GET',
	url,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'zohoCrmOAuth2Api',
	options: {},
	...(query && {
		sendQuery: true,
		queryParameters: {
			parameters: Object.entries(query).map(([name, value]) => ({ name, value })),
		},
	}),
});
const HOST = 'https://www.zohoapis.com/crm';

describe('a read of records becomes an HTTP Request node', () => {
	it.each([
		['zoho.crm.getRecordById("Leads",leadId)', http(`={{ "${HOST}/v2.1/Leads/" + $json.leadId }}`)],
		['zoho.crm.v8.getRecordById("Leads","12")', http(`${HOST}/v8/Leads/12`)],
		[
			'zoho.crm.searchRecords("Leads","(Email:equals:" + mail + ")",1,20)',
			http(`${HOST}/v2.1/Leads/search`, {
				criteria: '={{ "(Email:equals:" + $json.mail + ")" }}',
				page: '1',
				per_page: '20',
			}),
		],
		[
			'zoho.crm.getRecords("Leads",2,50,{"cvid":"7"})',
			http(`${HOST}/v2.1/Leads`, { cvid: '7', page: '2', per_page: '50' }),
		],
		[
			'zoho.crm.v8.getRecordById("Leads","12",{"fields":"Email"})',
			http(`${HOST}/v8/Leads/12`, { fields: 'Email' }),
		],
		[
			'zoho.crm.getRecords("Leads",1,50,{"cvid":null})',
			http(`${HOST}/v2.1/Leads`, { page: '1', per_page: '50' }),
		],
		['zoho.crm.getRecordById(a - b,"12")', http(`${HOST}/v2.1//12`)],
		['zoho.crm.getRecordById("Leads")', http(`${HOST}/v2.1/Leads/`)],
		[
			'invokeurl [ url: "https://www.zohoapis.eu/crm/v7/" + module + "/12" type: GET ]',
			http('={{ "https://www.zohoapis.eu/crm/v7/" + $json.module + "/12" }}'),
		],
		['zoho.crm.getRecords("Leads")', http(`${HOST}/v2.1/Leads`)],
		[
			'invokeurl [ url: "https://www.zohoapis.eu/crm/v7/Deals/" + dealId type: GET connection: "c" ]',
			http('={{ "https://www.zohoapis.eu/crm/v7/Deals/" + $json.dealId }}'),
		],
		[
			'invokeurl [ url: "https://www.zohoapis.eu/crm/v7/Deals/search?phone=1" type: GET ]',
			http('https://www.zohoapis.eu/crm/v7/Deals/search', { phone: '1' }),
		],
		[
			'invokeurl [ url: "https://www.zohoapis.eu/crm/v7/Deals?fields=A,B" type: GET ]',
			http('https://www.zohoapis.eu/crm/v7/Deals', { fields: 'A,B' }),
		],
	])('%s', (read, parameters) => {
		const [node] = readers(`r = ${read};`);
		expect(node).toMatchObject({ type: 'n8n-nodes-base.httpRequest', parameters });
		expect(node?.parameters).toEqual(parameters);
	});

	it.each([
		['zoho.crm.getRecordById(a - b,"1")', 'Module is not known before the script runs'],
		['zoho.crm.getRecordById("Leads",a - b)', 'Record is not known before the script runs'],
		['zoho.crm.getRecords("Leads",1,50,{"cvid":a - b})', "'cvid' is not known"],
		['zoho.crm.getRecords("Leads",1,50,{"a b":"1"})', 'whose name is none of Zoho was left out'],
		['zoho.crm.getRecords("Leads",1,50)', 'reads one page'],
		['zoho.crm.getRecords("Leads")', 'reads the first page only'],
		[`zoho.crm.getRecordById("Leads","${'1'.repeat(9990)}")`, 'The address is too long'],
	])('what it does not take over is noted: %s', (read, note) => {
		const [node] = suggestion(`r = ${read};`).nodes;
		expect(node?.notes).toContainEqual(expect.stringContaining(note));
	});

	it.each([
		['parameters: q.toString()', '={{ "select id from Leads where id > " + $json.last }}', 'POST'],
		['parameters: q', '={{ "select id from Leads where id > " + $json.last }}', 'POST'],
		['parameters: other', '', 'POST'],
		[
			'body: q.toString() content-type: "application/json"',
			'={{ "select id from Leads where id > " + $json.last }}',
			'POST',
		],
	])('a query with %s', (attribute, value, method) => {
		const [node] = readers(`
			q = Map();
			q.put("select_query","select id from Leads where id > " + last);
			r = invokeurl [ url: "https://www.zohoapis.com/crm/v8/coql" type: POST ${attribute} ];`);
		expect(node?.parameters).toMatchObject({
			method,
			url: `${HOST}/v8/coql`,
			bodyParameters: { parameters: [{ name: 'select_query', value }] },
		});
	});

	it.each([
		['/" + (1 + n) + "?fields=Email', 'Record is not known before the script runs'],
		['?per_page=5&page=" + (1 + n) + "', "'page' is not known before the script runs"],
	])('an address of which a part is worked out by the script: %s', (part, note) => {
		const { nodes, remarks } = suggestion(
			`r = invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads${part}" type: GET ];`,
		);
		expect(remarks).toEqual([]);
		expect(nodes[0]?.notes).toContainEqual(expect.stringContaining(note));
	});

	it('what only computes is not told', () => {
		expect(suggestion('x = zoho.encryption.base64Encode("a");').remarks).toEqual([]);
	});

	it.each([
		'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads" type: POST parameters: q ]',
		'invokeurl [ url: "https://www.zohoapis.com/crm/v8/coql" type: GET ]',
		'invokeurl [ url: "https://www.zohoapis.com/crm/v8/users/1" type: GET ]',
		'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/deleted" type: GET ]',
		'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/1/Attachments/2" type: GET ]',
		'zoho.crm.updateRecord("Leads",id,{"a":1})',
	])('%s is no read of records, and is told', (task) => {
		const { nodes, remarks } = suggestion(`r = ${task};`);
		expect(nodes).toEqual([]);
		expect(remarks).toEqual([expect.stringMatching(/^Line 1: .*Use (another|the HTTP)/)]);
	});
});

describe('a read behind another', () => {
	const RELATED = 'zoho.crm.getRelatedRecords("Notes","Accounts",';
	const idOf = (node: INode | undefined) =>
		(node?.parameters.recordId as { value: string } | undefined)?.value;

	it.each([
		[
			'a lookup of a record',
			'lead = zoho.crm.getRecordById("Leads",leadId); id = lead.get("Account").get("id");',
			'={{ $json.data[0].Account.id }}',
			'Record of Leads',
		],
		[
			'a record that is read in place',
			'id = zoho.crm.getRecordById("Leads",leadId).getJson("Account").getJson("id");',
			'={{ $json.data[0].Account.id }}',
			'Record of Leads',
		],
		[
			'a record by its address',
			'r = invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/" + leadId type: GET ]; id = r.get("data").get(0).get("Account").get("id");',
			'={{ $json.data[0].Account.id }}',
			'Record of Leads',
		],
		[
			'the first one found',
			'found = zoho.crm.searchRecords("Accounts","(Name:equals:a)"); id = ""; if(found.size() > 0) { id = found.get(0).get("id"); }',
			'={{ $json.id }}',
			'Rows of Search of Accounts',
		],
		[
			'a row of a query',
			'r = invokeurl [ url: "https://www.zohoapis.com/crm/v8/coql" type: POST parameters: {"select_query":"select id from Accounts"} ]; id = r.get("data").getJson("id");',
			'={{ $json.id }}',
			'Rows of COQL query',
		],
		[
			'each record of a list',
			'for each a in zoho.crm.getRecords("Accounts") { id = a.get("id"); }',
			'={{ $json.id }}',
			'Rows of List of Accounts',
		],
		[
			'IDs gathered in a list',
			'l = List(); for each a in zoho.crm.getRecords("Accounts") { l.add(a.get("id")); } id = l.get(0);',
			'={{ $json.id }}',
			'Rows of List of Accounts',
		],
	])('%s', (_, before, value, output) => {
		const { nodes, workflow } = suggestion(`${before} rows = ${RELATED}id);`);
		const last = nodes.at(-1);
		expect(idOf(last?.workflow.nodes[0])).toBe(value);
		expect(targetsOf(workflow.connections, output)).toEqual(['Notes of Accounts']);
		expect(last?.notes[0]).toContain(`Connect it to the output of '${output}'`);
	});

	it('reaches farther back by the names of nodes, and to the input', () => {
		const { nodes, workflow } = suggestion(`
			lead = zoho.crm.getRecordById("Leads",leadId);
			deal = zoho.crm.getRecordById("Deals",lead.get("Deal").get("id"));
			rows = ${RELATED}"" + lead.get("a") + deal.get("b") + input.c);
			other = zoho.crm.getRecordById("Cases",caseId);
			mixed = ${RELATED}"" + rows.get(0).get("x") + other.get("y"));`);
		const ids = nodes.map(({ workflow: own }) => idOf(own.nodes[0]));
		expect(ids[2]).toBe(
			'={{ "" + $("Record of Leads").item.json.data[0].a + $json.data[0].b + $("Input").item.json.c }}',
		);
		expect(ids[4]).toBe('={{ "" + $("Notes of Accounts").first().json.x + $json.data[0].y }}');
		expect(targetsOf(workflow.connections, 'Input')).toEqual([
			'Record of Leads',
			'Record of Cases',
		]);
		expect(targetsOf(workflow.connections, 'Record of Leads')).toEqual(['Record of Deals']);
		expect(nodes[4]?.notes.join(' ')).toContain("the first item of 'Notes of Accounts'");
	});

	it('of which there is no node is said', () => {
		const { nodes, workflow } = suggestion(`
			r = invokeurl [ url: "https://shop.example/leads" type: GET ];
			rows = ${RELATED}r.get("data").get(0).get("id"));`);
		expect(nodes.map(({ line, isDependent }) => [line, isDependent])).toEqual([[3, true]]);
		expect(idOf(nodes[0]?.workflow.nodes[0])).toBe('={{ $json.id }}');
		expect(nodes[0]?.notes[0]).toContain('a node that reads what line 2 of the script reads');
		expect(targetsOf(workflow.connections, 'Input')).toEqual(['Notes of Accounts']);
	});

	it.each([
		[`if(x == 1) { a = 1; } else if(${RELATED}id) == null) { a = 2; }`, 'a condition (line 1)'],
		[`if(x == 1) { r = ${RELATED}id); }`, 'under a condition (line 1)'],
		[`while(x == 1) { r = ${RELATED}id); }`, 'in a loop (line 1)'],
		[`for each x in l { r = ${RELATED}id); }`, 'in a loop (line 1)'],
		[`try { a = 1; } catch (e) { r = ${RELATED}id); }`, 'after an error (line 1)'],
	])('%s is said: %s', (script, note) => {
		expect(suggestion(script).nodes[0]?.notes).toContainEqual(expect.stringContaining(note));
	});

	it('a loop over the rows it runs for, and a condition that reads, are no matter', () => {
		const [, inner] = suggestion(
			`for each a in zoho.crm.getRecords("Accounts") { r = ${RELATED}a.get("id")); }`,
		).nodes;
		expect(inner?.notes.join(' ')).not.toContain('in a loop');
		const [condition] = suggestion(`if(${RELATED}id).size() > 0) { info 1; }`).nodes;
		expect(condition?.notes.join(' ')).not.toContain('condition');
	});

	it('names the functions whose reads have no node', () => {
		const { nodes, remarks } = suggestion(`
			void automation.helper(String id) { r = ${RELATED}id); }
			void automation.main(String id) { automation.helper(id); r = ${RELATED}id); }`);
		expect(nodes.map(({ line }) => line)).toEqual([3]);
		expect(remarks).toEqual([expect.stringMatching(/^Line 2: .*automation\.helper/)]);
	});

	it('connects every node of the workflow to one before it', () => {
		const { workflow } = suggestion(`
			rows = zoho.crm.searchRecords("Leads","(a:equals:1)");
			for each row in rows { n = zoho.crm.getRelatedRecords("Notes","Leads",row.get("id")); }`);
		const names = workflow.nodes.map(({ name }) => name);
		const targets = names.flatMap((name) => targetsOf(workflow.connections, name));
		expect(['Input', ...targets].sort()).toEqual([...names].sort());
		expect(new Set(workflow.nodes.map(({ position }) => position.join())).size).toBe(names.length);
	});
});

function targetsOf(connections: IConnections, name: string): string[] {
	return (connections[name]?.main?.[0] ?? []).map(({ node }) => node);
}
