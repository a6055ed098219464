import { rejected } from '../../../support/caught';
import { runPure } from '../pure';

const CATALOG =
	'<?xml version="1.0"?><!-- made up --><catalog>' +
	'<cd no="1" kind="live"><title>Tide &amp; Time</title><price>10.90</price></cd>' +
	'<cd no="2"><title>North</title><price>9.20</price></cd>' +
	"<box><cd no='3'><title><![CDATA[<South>]]></title><price>7</price></cd></box>" +
	'</catalog>';

const xpath = async (path: string, xml = CATALOG) =>
	await runPure('return xml.executeXPath(path);', {
		variables: { xml, path },
	});

describe('executeXPath', () => {
	it.each([
		['/catalog/cd/title', '<title>Tide &amp; Time</title><title>North</title>'],
		['/catalog/cd[1]/title/text()', 'Tide & Time'],
		['/catalog/cd[last()]/price/text()', '9.20'],
		['/catalog/cd[position()=2]/@no', '<no>2</no>'],
		['//cd[@no="3"]/title/text()', '<South>'],
		["//cd[@no='3']/title", '<title>&lt;South&gt;</title>'],
		['//cd[price>9 and price<10]/@no', '<no>2</no>'],
		['//cd[price<8 or @kind]/@no', '<no>1</no><no>3</no>'],
		['//cd[not(@kind)]/@no', '<no>2</no><no>3</no>'],
		['//cd[contains(title,"or")]/@no', '<no>2</no>'],
		['//cd[starts-with(title,"T")]/@*', '<no>1</no><kind>live</kind>'],
		['//title[.="North"]/../@no', '<no>2</no>'],
		['//price/../../cd/@no', '<no>1</no><no>2</no><no>3</no>'],
		['//*[name()="box"]/*/@no', '<no>3</no>'],
		['//cd[count(title)=1][2]/@no', '<no>2</no>'],
		['//cd[price!=7]/@no', '<no>1</no><no>2</no>'],
		['//cd[title="North"]//text()', 'North-|-9.20'],
		['count(//cd)', '3'],
		['string(/catalog/cd/price)', '10.90'],
		['//cd/@no = 3', 'true'],
		['catalog/box/cd/price', '<price>7</price>'],
		['/catalog/none', ''],
		['//cd[@none]', ''],
		['//box', '<box><cd no="3"><title>&lt;South&gt;</title><price>7</price></cd></box>'],
	])('%s', async (path, expected) => {
		expect((await xpath(path)).returned).toBe(expected);
	});

	it('reads a JSON text and a map below /root', async () => {
		const source = 'm = {"a":{"b":["x","y & z"]},"c":null}; return {';
		const { returned } = await runPure(
			`${source}m.executeXPath("/root/a/b"),m.toString().executeXPath("//b[2]/text()"),m.executeXPath("/root/c")};`,
		);
		expect(returned).toEqual(['<b>x</b><b>y &amp; z</b>', 'y & z', '<c/>']);
	});

	it('says how several texts are joined', async () => {
		const { hints } = await xpath('//cd/price/text()');
		expect(hints).toEqual([expect.stringContaining('joined with -|-')]);
		expect((await xpath('//cd[1]/price/text()', '<cd><price>1</price></cd>')).hints).toEqual([]);
	});

	it('keeps prefixes, as they are written', async () => {
		const xml =
			'<s:Envelope xmlns:s="urn:x"><s:Body><r:a xmlns:r="urn:y">1</r:a></s:Body></s:Envelope>';
		expect((await xpath('/s:Envelope/s:Body/r:a/text()', xml)).returned).toBe('1');
	});

	it.each([
		['/catalog/', 'DELUGE_RUNTIME'],
		['/catalog/cd[', 'DELUGE_RUNTIME'],
		['/catalog/cd]', 'DELUGE_RUNTIME'],
		['//', 'DELUGE_RUNTIME'],
		['', 'DELUGE_RUNTIME'],
		['#', 'DELUGE_RUNTIME'],
		['count("a")', 'DELUGE_RUNTIME'],
		['//title/node() | //cd', 'DELUGE_UNSUPPORTED'],
		['child::catalog', 'DELUGE_UNSUPPORTED'],
		['/catalog/cd/comment()', 'DELUGE_UNSUPPORTED'],
		['substring("a",1)', 'DELUGE_UNSUPPORTED'],
		['1 + 1', 'DELUGE_UNSUPPORTED'],
		['('.repeat(30) + '1' + ')'.repeat(30), 'DELUGE_LIMIT'],
		['a'.repeat(2001), 'DELUGE_LIMIT'],
	])('%s ends with %s', async (path, code) => {
		expect((await rejected(xpath(path))).code).toBe(code);
	});

	it.each([
		['<a>', 'is not closed'],
		['<a></b>', 'closes another'],
		['<a/>text', 'begin with an element'],
		['<a x="1" x="2"/>', 'twice'],
		['<a>1 < 2</a>', '&lt;'],
		['<a>R&D</a>', '&amp;'],
		['<a>&nbsp;</a>', '&amp;'],
		['<a', 'XML'],
		['</a>', 'closes another'],
		['<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'document type'],
		['none', 'JSON of a map'],
		['[1]', 'JSON of a map'],
	])('of %s fails', async (xml, message) => {
		expect(String(await rejected(xpath('/a', xml)))).toContain(message);
	});
});

describe('toXml', () => {
	it.each([
		[
			'{"a":1,"b":{1.5,true},"c":{"d":"x<y"}}',
			'<root><a>1</a><b>1.5</b><b>true</b><c><d>x&lt;y</d></c></root>',
		],
		[
			"\"{Name:'Ann O\\\\'Hara',No:[1,2]}\"",
			"<root><Name>Ann O'Hara</Name><No>1</No><No>2</No></root>",
		],
		['"{\\"a:b\\":\\"c: d\\"}"', '<root><a:b>c: d</a:b></root>'],
		['Map()', '<root/>'],
		['{"d":\'2024-01-31\'}', '<root><d>31-Jan-2024</d></root>'],
	])('of %s', async (value, expected) => {
		expect((await runPure(`m = ${value}; return m.toXML();`)).returned).toBe(expected);
	});

	it.each(['{"a b":1}', '{"1":1}', '{"a":{{1}}}', '"<a/>"', '"[1]"', '"text"'])(
		'of %s fails',
		async (value) => {
			const error = await rejected(runPure(`m = ${value}; return m.toXml();`));
			expect(error.code).toBe('DELUGE_RUNTIME');
		},
	);
});

describe('toXmlList', () => {
	it('gives each element as a text', async () => {
		const { returned } = await runPure(
			'l = List(); for each cd in xml.executeXPath("//cd").toXmlList() { l.add(cd.executeXPath("/cd/title/text()")); } return l;',
			{ variables: { xml: CATALOG } },
		);
		expect(returned).toEqual(['Tide & Time', 'North', '<South>']);
		expect((await runPure('return "".toXmlList();')).returned).toEqual([]);
	});
});
