import { contentProblems } from './contents';

const NODE = 'dist/nodes/A/A.node.js';
const PROMISED = {
	nodes: [NODE],
	credentials: ['dist/credentials/AApi.credentials.js'],
	icons: ['dist/nodes/A/a.svg', 'dist/credentials/a.dark.svg'],
};
const FILES = [
	'package.json',
	'README.md',
	'LICENSE.md',
	NODE,
	'dist/nodes/A/A.node.json',
	'dist/nodes/A/__schema__/v1.0.0/read.json',
	'dist/nodes/A/helpers/latest.js',
	'dist/nodes/A/a.svg',
	'dist/credentials/AApi.credentials.js',
	'dist/credentials/a.dark.svg',
];

it('finds nothing wrong with a whole package', () => {
	expect(contentProblems(FILES, PROMISED)).toEqual([]);
	expect(contentProblems([...FILES, 'CHANGELOG.md'], PROMISED)).toEqual([]);
});

it.each([
	'.npmrc',
	'.env',
	'package-lock.json',
	'LICENSE',
	'nodes/A/A.node.ts',
	'test/package/check.js',
	'dist/package.json',
	'dist/test/x.js',
	'dist/tsconfig.tsbuildinfo',
	'dist/nodes/A/A.node.ts',
	'dist/nodes/A/A.node.d.ts',
	'dist/nodes/A/A.node.js.map',
	'dist/nodes/A/helpers/time.test.js',
	'dist/nodes/A/helpers/time.spec.js',
	'dist/nodes/A/data.json',
	'dist/nodes/A/a.png',
	'dist/nodes/A/A.node.js.bak',
	'dist/credentials/__schema__/v1.0.0/read.json',
	'dist/credentials/AApi.node.json',
	'dist/nodes/A/B.node.json',
	'dist/nodes/A/unused.svg',
	'dist/nodes/B/__schema__/v1.0.0/read.json',
])('%s does not belong in the package', (file) => {
	expect(contentProblems([...FILES, file], PROMISED)).toEqual([
		`${file} does not belong in the package`,
	]);
});

it.each(FILES.filter((file) => !/latest|__schema__/.test(file)))('%s is missed', (file) => {
	const rest = FILES.filter((other) => other !== file);
	expect(contentProblems(rest, PROMISED)).toEqual([`${file} is missing`]);
});

it('a trigger has no schema', () => {
	const trigger = NODE.replace('.node.js', 'Trigger.node.js');
	const problems = contentProblems([...FILES, trigger], {
		...PROMISED,
		nodes: [...PROMISED.nodes, trigger],
	});
	expect(problems.filter((problem) => problem.includes('__schema__'))).toEqual([]);
});

it('misses a schema beside each node', () => {
	const rest = FILES.filter((file) => !file.includes('__schema__'));
	const elsewhere = [...rest, 'dist/nodes/B/__schema__/v1.0.0/read.json'];
	expect(contentProblems(elsewhere, PROMISED)).toContain(`${NODE} has no __schema__ beside it`);
});
