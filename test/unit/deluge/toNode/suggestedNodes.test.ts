import type { IDataObject } from 'n8n-workflow';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import {
	suggestionFor,
	type SuggestedNode,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';
import { openBench, type Bench } from '../../../engine/operations/fixture';
import { known } from '../../../support/sandbox';
import { corpus } from '../../../support/corpus/scripts';

const nodesOf = (script: string) => suggestionFor(parse(script)).nodes;
const only = (script: string): SuggestedNode => {
	const [node, ...others] = nodesOf(script);
	if (node === undefined || others.length > 0) throw new Error('The script has not one node');
	return node;
};
const parametersOf = ({ workflow }: SuggestedNode) => workflow.nodes[0]?.parameters;
const read = (args: string) => `rows = zoho.crm.getRelatedRecords(${args});`;
const readV8 = (args: string) =>
	`rows = zoho.crm.v8.getRelatedRecords("Notes","Leads",id,${args});`;
const get = (url: string, more = '') => `r = invokeurl [ url: ${url} type: GET ${more} ];`;
const NOTES = '"https://www.zohoapis.eu/crm/v8/Leads/" + id + "/Notes';

describe('the record ID', () => {
	const recordId = (script: string) => parametersOf(only(script))?.recordId;

	it.each([
		['leadId', '={{ $json.leadId }}'],
		['input.leadId', '={{ $json.leadId }}'],
		['input.lead.id.toString()', '={{ $json.lead.id }}'],
		['"4876876000000376008"', '4876876000000376008'],
		['4876876000000376008', '4876876000000376008'],
		['("48768760000003" + tail)', '={{ "48768760000003" + $json.tail }}'],
		['lead.get("Owner").get("id")', '={{ $json.lead.Owner.id }}'],
		['lead.get("Full Name")', '={{ $json.lead["Full Name"] }}'],
		['toLong(leadId)', '={{ $json.leadId }}'],
		['ifnull(leadId,"1")', '={{ $json.leadId }}'],
		['a + b', ''],
		['ids.get(i)', ''],
		['[1,2]', ''],
		['a - b', ''],
		['-a', ''],
		['f(a)', ''],
		['a.size()', ''],
		['a.get(b)', ''],
		['zoho.currentdate', ''],
		['a' + '.b'.repeat(101), ''],
		['a' + '.b'.repeat(99), `={{ $json.a${'.b'.repeat(99)} }}`],
	])('%s becomes %s', (id, value) => {
		expect(recordId(read(`"Notes","Leads",${id}`))).toEqual({ __rl: true, mode: 'id', value });
	});

	it.each([
		['id = input.leadId.toLong();', 'id', '={{ $json.leadId }}'],
		['m = Map(); m.put("id",input.x);', 'm.get("id")', '={{ $json.x }}'],
		['m = {"id":"12"};', 'm.get("id")', '12'],
		['m = Map(); m.put("id","1"); m.put("id","2");', 'm.get("id")', ''],
		['id = "1"; id = "2";', 'id', '2'],
		['id = "1"; id += "2";', 'id', '12'],
		['id = id + "1";', 'id', '={{ $json.id + "1" }}'],
		['a = b; b = a;', 'a', '={{ $json.b }}'],
		['id = ""; if(lead != null) { id = lead.get("id"); }', 'id', '={{ $json.lead.id }}'],
		['if(id == null) { id = "1"; }', 'id', ''],
		['if(a) { id = "1"; } else { id = "2"; }', 'id', ''],
		['if(a) { id = x; } else { id = x; }', 'id', '={{ $json.x }}'],
		['id = "1"; while(a) { id = id + "2"; }', 'id', ''],
		['try { id = x.get("id"); } catch (e) { info e; }', 'id', '={{ $json.x.id }}'],
		['m = Map(); m.put("id","1"); a = m; m = Map(); m.put("id","2");', 'm.get("id")', '2'],
		['l = List(); l.add(x);', 'l.get(0)', '={{ $json.x }}'],
		['l = List(); l.add(x); l.add(y);', 'l.get(0)', ''],
		['', 'x.get("rows").get(0).get("id")', '={{ $json.x.rows[0].id }}'],
		['l = {x};', 'l.get(0)', '={{ $json.x }}'],
		['l = [];', 'l.get(0)', ''],
		['l = []; l.add(x);', 'l.get(0)', '={{ $json.x }}'],
		['l = [x]; l.add(y);', 'l.get(0)', ''],
		['l = List(); l.add(x,y);', 'l.get(0)', ''],
		['m = {"id":"12"};', 'm.get("other")', ''],
		['m = {k:"12"};', 'm.get("id")', ''],
		['m = Map(); m.put(k,"12");', 'm.get("id")', ''],
		['m = Map(); m.remove("id"); m.put("id","12");', 'm.get("id")', '12'],
		['x.put("id","1");', 'x.get("id")', '={{ $json.x.id }}'],
		['if(a) { id = ""; } else { id = null; }', 'id', ''],
		['id = 7; id -= 1;', 'id', ''],
		['id = "1"; for each index i in l { id = i; break; }', 'id', ''],
		['for each index id in l { continue; }', 'id', ''],
		['r = invokeurl [ url: "https://shop.example" type: GET ];', 'r.get("other")', ''],
	])('after %s %s becomes %s', (before, id, value) => {
		expect(recordId(`${before} ${read(`"Notes","Leads",${id}`)}`)).toMatchObject({ value });
	});

	const many = (count: number, made: (index: number) => string) =>
		Array.from({ length: count }, (_, index) => made(index));
	const ways = (count: number) =>
		`if(a == 0) { id = x; } ${many(count, (i) => `else if(a == ${i}) { id = x; }`).join(' ')}`;

	it.each([
		['8 ways to set it', `${ways(6)} else { id = x; }`, '={{ $json.x }}'],
		['9 ways to set it', `${ways(7)} else { id = x; }`, ''],
		[
			'a map of 1000',
			`m = {${many(1000, (i) => `"k${i}":x`).join()}}; id = m.get("k1");`,
			'={{ $json.x }}',
		],
		['a map of 1001', `m = {${many(1001, (i) => `"k${i}":x`).join()}}; id = m.get("k1");`, ''],
		[
			'1001 puts',
			`m = Map(); ${many(1001, (i) => `m.put("k${i}",x);`).join('')} id = m.get("k1");`,
			'',
		],
	])('after %s', (_, before, value) => {
		expect(recordId(`${before} ${read('"Notes","Leads",id')}`)).toMatchObject({ value });
	});

	it('that cannot be told is left empty, with a note', () => {
		const { notes } = only(read('"Notes","Leads",a + b'));
		expect(notes).toContainEqual(expect.stringContaining('Record is not known'));
	});
});

describe('the lists of a script', () => {
	it.each([
		['a module that differs', read('"Notes",module,id'), { value: '={{ $json.module }}' }],
		['a module that is no API name', read('"Notes","../Leads",id'), { value: '' }],
		['a module that looks like an expression', read('"Notes","={{ 1 }}",id'), { value: '' }],
	])('%s', (_, script, module) => {
		expect(parametersOf(only(script))).toMatchObject({ module });
	});

	it('names the nodes one by one, and places those behind others', () => {
		const script = `
			for each deal in zoho.crm.getRelatedRecords("Deals","Accounts",id) {
				a = zoho.crm.getRelatedRecords("Notes","Deals",deal.get("id"));
				b = zoho.crm.getRelatedRecords("Notes","Deals",deal.get("id") + input.tail);
			}`;
		const nodes = nodesOf(
			script.replace('deal.get("id") + input.tail', '"" + deal.get("id") + tail'),
		);
		expect(nodes.map(({ workflow }) => workflow.nodes[0]?.name)).toEqual([
			'Deals of Accounts',
			'Notes of Deals',
			'Notes of Deals 2',
		]);
		expect(nodes[1]?.notes[0]).toContain("'Deals of Accounts'");
		expect(nodes[2]?.notes[1]).toContain('a value of the input');
	});

	it('has none where nothing is read', () => {
		expect(nodesOf('info "hello";')).toEqual([]);
	});
});

describe('pages and parameters', () => {
	it.each([
		[read('"Notes","Leads",id'), { returnAll: false, limit: 200, fields: [] }],
		[read('"Notes","Leads",id,1,50'), { returnAll: false, limit: 50 }],
		[read('"Notes","Leads",id,3,100'), { returnAll: false, limit: 300 }],
		[read('"Notes","Leads",id,page,100'), { returnAll: true }],
		[readV8('{"fields":"Note_Title, Owner"},1,10'), { fields: ['Note_Title', 'Owner'], limit: 10 }],
		[readV8('1,10,{"fields":"Owner"},"crm"'), { fields: ['Owner'], limit: 10 }],
		[
			readV8('{"fields":"Deals_X_Products.Product_Link,Owner.$editable"}'),
			{ fields: ['Deals_X_Products.Product_Link', 'Owner.$editable'] },
		],
		[readV8('{"fields":names}'), { fields: '={{ $json.names }}' }],
		[readV8('{"fields":a - b}'), { fields: [] }],
		[readV8('null,1,20'), { fields: [], limit: 20 }],
		[get(`${NOTES}?fields=A,B&page=2&per_page=10"`), { fields: ['A', 'B'], limit: 20 }],
		[get(`${NOTES}?fields=A&page_token=" + token`), { returnAll: true }],
		[
			get(`${NOTES}"`, 'parameters: {"fields":"A","sort_by":"Modified_Time"}'),
			{
				options: { sortBy: 'Modified_Time' },
			},
		],
		[
			get(`${NOTES}?fields=A&ids=1,2&converted=both&sort_by=id&sort_order=desc"`),
			{
				options: { ids: '1,2', converted: 'both', sortBy: 'id', sortOrder: 'desc' },
			},
		],
		[
			get('"https://sandbox.zohoapis.com/crm/v6/Deals/" + id + "/Products?fields=A"'),
			{
				options: { apiVersion: 'v6' },
			},
		],
	])('%s', (script, parameters) => {
		expect(parametersOf(only(script))).toMatchObject(parameters);
	});

	it.each([
		[read('"Notes","Leads",id,2,100'), 'only page 2'],
		[read('"Notes","Leads",id,1,100,"crm"'), 'the place of the connection'],
		[get(`${NOTES}?fields=A&approved=both"`), "'approved' has no counterpart"],
		[get('"https://www.zohoapis.com/crm/v2/Deals/" + id + "/Products"'), 'API version v2'],
		[read('"Notes"'), 'Module is not known before the script runs: choose it'],
		[readV8('{"fields":a - b}'), 'The fields are not known'],
		[readV8('1,50,a - b'), 'builds its parameters while it runs'],
		[get(`${NOTES}"`, 'parameters: q'), 'builds its parameters while it runs'],
		[get(`${NOTES}?fields=%E0%A4%A"`), 'left out: %E0%A4%A.'],
	])('%s is noted: %s', (script, note) => {
		const { notes, workflow } = only(script);
		expect(notes).toContainEqual(expect.stringContaining(note));
		expect(workflow.nodes[0]?.notes).toContain(note);
	});

	it.each([
		'"https://www.zohoapis.com/crm/v8/Leads/1/Attachments/2"',
		'"https://www.zohoapis.com/crm/v8/settings/modules/Leads"',
		'"https://www.zohoapis.com/books/v3/Leads/1/Notes"',
		'"https://zohoapis.com.evil.example/crm/v8/Leads/1/Notes"',
		'"https://evil.example/crm/v8/Leads/1/Notes"',
		'url',
		'a - b',
	])('an address that is no related list: %s', (url) => {
		expect(nodesOf(get(url))).toEqual([]);
	});
});

it('braces in a text do not end an expression, nor does a text begin one', () => {
	const [id, fields] = ['x.get("a}}{{$env.SECRET")', '"=1,{{ 2 }}" + f'];
	const { recordId, fields: chosen } = parametersOf(
		only(`r = zoho.crm.v8.getRelatedRecords("Notes","Leads",${id},{"fields":${fields}});`),
	) as IDataObject;
	expect(recordId).toMatchObject({
		value: '={{ $json.x["a\\u007d\\u007d\\u007b\\u007b$env.SECRET"] }}',
	});
	expect(chosen).toBe('={{ "=1,\\u007b\\u007b 2 \\u007d\\u007d" + $json.f }}');
});

describe("in n8n's engine", () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	afterAll(async () => await bench.close());

	const { lead, deal, account, settlement, pod } = known.deluge;
	const input: IDataObject = {
		lead_id: lead.id,
		leadId: lead.id,
		dealId: deal.id,
		deal_id: deal.id,
		parent_account_id: account.id,
		accountId: account.id,
		podId: pod.id,
	};
	const cases = [...corpus].filter(([name]) => /^0(0[1-9]|1[0-4])-/.test(name));

	it.each(cases)('the nodes of %s read the rows that the script reads', async (name, script) => {
		const first = name.startsWith('010') ? { id: settlement.id } : input;
		let items: IDataObject[] = [first];
		for (const node of nodesOf(script)) {
			const isBehind = node.notes.some((note) => note.startsWith('Connect it to the output of'));
			const source = isBehind ? items : [first];
			const { json, error } = await bench.run(parametersOf(node) ?? {}, { input: source });
			expect(error).toBeUndefined();
			const expected = source.flatMap((item) => {
				const id = isBehind ? item.id : Object.values(recordOf(node, item))[0];
				return bench.sandbox.data.relatedRows(node.module, String(id), node.relatedList);
			});
			const idsOf = (rows: readonly { id?: unknown }[]) => rows.map(({ id }) => id).sort();
			expect(idsOf(json)).toEqual(idsOf(expected));
			expect(json.length).toBeGreaterThan(0);
			items = json;
		}
	});

	function recordOf(node: SuggestedNode, item: IDataObject): IDataObject {
		const { value } = parametersOf(node)?.recordId as { value: string };
		const name = /\$json\.(\w+)/.exec(value)?.[1] ?? '';
		return { [name]: item[name] };
	}
});
