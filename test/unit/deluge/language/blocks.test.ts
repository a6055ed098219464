import type { Block } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/ast';
import { nodesOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/astWalk';
import { httpMethodOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/blocks';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';

/** The one task of a script that is written with attributes. */
function blockIn(source: string): Block {
	const block = [...nodesOf(parse(source))].find((node) => node.kind === 'block');
	if (block === undefined) throw new Error('The script has no such task');
	return block;
}

it.each([
	['', 'GET'],
	['type: PUT', 'PUT'],
	['Type :post', 'POST'],
	['type: "delete"', 'DELETE'],
	['type: 5', 'GET'],
	['type: "a" + b', 'GET'],
])('the HTTP method of an invokeurl with %j is %s', (attribute, method) => {
	expect(httpMethodOf(blockIn(`r = invokeurl [ url: a ${attribute} ];`))).toBe(method);
});
