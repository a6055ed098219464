import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { print } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/print';
import { corpus } from '../../../support/corpus/scripts';
import { withoutPositions } from '../withoutPositions';

const tree = (source: string) => withoutPositions(parse(source));

it.each([...corpus])('%s: the printed script has the same tree', (_name, source) => {
	expect(tree(print(parse(source)))).toEqual(tree(source));
});

it.each([
	['a + b * c', 'a + b * c'],
	['(a + b) * c', '(a + b) * c'],
	['a - (b - c)', 'a - (b - c)'],
	['(a - b) - c', 'a - b - c'],
	['-(a + b)', '-(a + b)'],
	['!(a == b) && !c', '!(a == b) && !c'],
	['(-a).abs()', '(-a).abs()'],
	['((rows)).get((0))', 'rows.get(0)'],
	['{"a" : 1 , "b":{"c","d"}}', '{"a":1,"b":["c","d"]}'],
	['{}', '{}'],
	["'2024-01-31'", "'2024-01-31'"],
	['"a\\"b\\n\\d"', '"a\\"b\\n\\\\d"'],
	['f( ("Accounts") , id )', 'f("Accounts",id)'],
	['1136779000000569369', '1136779000000569369'],
])('writes %s as %s', (source, printed) => {
	expect(print(parse(`x = ${source};`))).toBe(`x = ${printed};\n`);
});

it('writes one statement a line', () => {
	const source =
		'void automation.f(Int id,String name){if(id>1){info id;}else if(true){return;}else{x+=1;}' +
		'for each index i in l{continue;}while(a){break;}try{f();}catch(e){return e;}}';
	expect(print(parse(source))).toBe(`void automation.f(Int id, String name)
{
	if(id > 1)
	{
		info id;
	}
	else if(true)
	{
		return;
	}
	else
	{
		x += 1;
	}
	for each index i in l
	{
		continue;
	}
	while(a)
	{
		break;
	}
	try
	{
		f();
	}
	catch (e)
	{
		return e;
	}
}
`);
});
