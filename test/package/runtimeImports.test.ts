import { importProblems } from './runtimeImports';

const FILES = [
	'dist/nodes/A/A.node.js',
	'dist/nodes/A/methods/index.js',
	'dist/nodes/A/data.json',
	'dist/nodes/A/helpers/a.js',
];

function problemsOf(specifier: string): string[] {
	const source = `"use strict"; const x = require("${specifier}");`;
	return importProblems(FILES, new Map([['dist/nodes/A/A.node.js', source]]));
}

it.each([
	'./helpers/a',
	'./helpers/a.js',
	'./methods',
	'./methods/',
	'./data',
	'../A/helpers/a',
	'n8n-workflow',
	'luxon',
	'lodash/chunk',
	'node:crypto',
	'@n8n/ai-node-sdk',
])('%s is there', (specifier) => {
	expect(problemsOf(specifier)).toEqual([]);
});

it.each([
	'./helpers/b',
	'./helpers',
	'../../../test/helper',
	'../../../package.json',
	'n8n-core',
	'express',
	'@n8n/backend-common',
	'node:fs',
	'fs',
	'luxon-fork',
])('%s is not there', (specifier) => {
	expect(problemsOf(specifier)).toEqual([
		`dist/nodes/A/A.node.js imports ${specifier}, which is not there at run time`,
	]);
});

it('does not let through what is only known at run time', () => {
	const source = 'module.exports = require(process.env.X);';
	expect(importProblems(FILES, new Map([['dist/nodes/A/helpers/a.js', source]]))).toHaveLength(1);
});
