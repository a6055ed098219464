import { COMPUTED, isRelative, packageOf, specifiersIn } from './specifiers';

it.each([
	["import x from 'a';", ['a']],
	["import 'a';", ['a']],
	["import type { X } from 'a';", ['a']],
	["import * as x from 'a';", ['a']],
	["import x = require('a');", ['a']],
	["export { x } from 'a';", ['a']],
	["export * from 'a';", ['a']],
	["export * as x from 'a';", ['a']],
	["export type { X } from 'a';", ['a']],
	["let x: import('a').X;", ['a']],
	["let x: typeof import('a');", ['a']],
	["const x = () => import('a');", ['a']],
	['const x = () => import(`a`);', ['a']],
	["const x = require('a'), y = require('b');", ['a', 'b']],
	["const x = __importStar(require('a'));", ['a']],
	["if (x) { require('./' + x); }", [COMPUTED]],
	['const x = () => import(y);', [COMPUTED]],
	["// import 'a'\nconst x = \"import 'b'\"; export { x };", []],
	["resolve('a'); x.y('b'); require.resolve('c');", []],
])('%s imports %j', (source, specifiers) => {
	expect(specifiersIn(source)).toEqual(specifiers);
});

it.each([
	['.', true],
	['..', true],
	['./a', true],
	['../a', true],
	['.a', false],
	['a', false],
	['@a/b', false],
	['/a', false],
	[COMPUTED, false],
])('%s is relative: %s', (specifier, relative) => {
	expect(isRelative(specifier)).toBe(relative);
});

it.each([
	['luxon', 'luxon'],
	['luxon/src/zone', 'luxon'],
	['@n8n/ai-node-sdk', '@n8n/ai-node-sdk'],
	['@n8n/ai-node-sdk/dist/x', '@n8n/ai-node-sdk'],
	['node:fs/promises', 'node:fs'],
])('%s is of package %s', (specifier, name) => {
	expect(packageOf(specifier)).toBe(name);
});
