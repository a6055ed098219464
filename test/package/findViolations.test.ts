import { findViolations, type Layers } from './findViolations';
import { graphOf, type ImportGraph } from './importGraph';

const LAYERS: Layers = {
	top: { files: /^top\//, layers: ['bottom'], packages: ['n8n-workflow'] },
	pure: { files: /^bottom\/pure\.ts$/, layers: [], packages: [] },
	bottom: { files: /^bottom\//, layers: ['bottom', 'pure'], packages: ['luxon'] },
};

const SOUND = {
	'top/a.ts': "import type { X } from 'n8n-workflow';\nimport { b } from '../bottom';",
	'top/z.ts': '',
	'bottom/index.ts': "export * from './b';",
	'bottom/b.ts': "import { DateTime } from 'luxon/src/datetime';\nimport { p } from './pure';",
	'bottom/pure.ts': "// import '../top/a'\nexport const p = \"import '../top/a'\";",
};

function graph(changes: Record<string, string> = {}): ImportGraph {
	return graphOf(new Map(Object.entries({ ...SOUND, ...changes })));
}

it('finds nothing wrong with sound imports', () => {
	expect(findViolations(graph(), LAYERS)).toEqual([]);
});

it.each([
	[
		'an import upwards',
		{ 'bottom/b.ts': "import { z } from '../top/z';" },
		['bottom/b.ts imports top/z.ts, which bottom may not'],
	],
	[
		'a type import upwards',
		{ 'bottom/b.ts': "import type { Z } from '../top/z';" },
		['bottom/b.ts imports top/z.ts, which bottom may not'],
	],
	[
		'an import type upwards',
		{ 'bottom/b.ts': "export type Z = import('../top/z').Z;" },
		['bottom/b.ts imports top/z.ts, which bottom may not'],
	],
	[
		'a re-export upwards',
		{ 'bottom/b.ts': "export * as z from '../top/z';" },
		['bottom/b.ts imports top/z.ts, which bottom may not'],
	],
	[
		'a dynamic import upwards',
		{ 'bottom/b.ts': "export const z = () => import('../top/z');" },
		['bottom/b.ts imports top/z.ts, which bottom may not'],
	],
	[
		'a require upwards',
		{ 'bottom/b.ts': "const z = require('../top/z');" },
		['bottom/b.ts imports top/z.ts, which bottom may not'],
	],
	[
		'an import within a layer whose files may not know each other',
		{ 'top/a.ts': "import { z } from './z';" },
		['top/a.ts imports top/z.ts, which top may not'],
	],
	[
		'an import past the next layer, which is allowed only by name',
		{ 'top/a.ts': "import { p } from '../bottom/pure';" },
		['top/a.ts imports bottom/pure.ts, which top may not'],
	],
	[
		'a package that is not allowed',
		{ 'bottom/b.ts': "import { sleep } from 'n8n-workflow';" },
		['bottom/b.ts imports n8n-workflow, which bottom may not'],
	],
	[
		'a type from a package that is not allowed',
		{ 'bottom/pure.ts': "import type { INode } from 'n8n-workflow';" },
		['bottom/pure.ts imports n8n-workflow, which pure may not'],
	],
	[
		'an import that leads nowhere',
		{ 'top/a.ts': "import '../../test/helper';" },
		['top/a.ts imports ../../test/helper, which leads nowhere'],
	],
	['a file in no layer', { 'stray/s.ts': '' }, ['stray/s.ts is in no layer']],
	[
		'a cycle of two',
		{ 'bottom/b.ts': "import './c';", 'bottom/c.ts': "import type { B } from './b';" },
		['cycle: bottom/b.ts > bottom/c.ts > bottom/b.ts'],
	],
	[
		'a cycle through an index',
		{ 'bottom/b.ts': "import '.';" },
		['cycle: bottom/index.ts > bottom/b.ts > bottom/index.ts'],
	],
	[
		'a file that imports itself',
		{ 'bottom/b.ts': "import './b';" },
		['cycle: bottom/b.ts > bottom/b.ts'],
	],
])('finds %s', (_case, changes, violations) => {
	expect(findViolations(graph(changes), LAYERS)).toEqual(violations);
});

it('finds a layer that no file is in: its pattern is out of date', () => {
	const layers = { ...LAYERS, gone: { files: /^gone\//, layers: [], packages: [] } };
	expect(findViolations(graph(), layers)).toEqual(['layer gone has no files']);
});

it('finds two cycles that share a file', () => {
	const sources = { 'bottom/b.ts': "import './c'; import './d';", 'bottom/c.ts': "import './b';" };
	expect(findViolations(graph({ ...sources, 'bottom/d.ts': "import './b';" }), LAYERS)).toEqual([
		'cycle: bottom/b.ts > bottom/c.ts > bottom/b.ts',
		'cycle: bottom/b.ts > bottom/d.ts > bottom/b.ts',
	]);
});
