import packageJson from '../../package.json';
import { manifestProblems } from './manifest';

it('finds nothing wrong with ours', () => {
	expect(manifestProblems(packageJson)).toEqual([]);
});

it('finds nothing wrong with empty lists', () => {
	const empty = { dependencies: {}, optionalDependencies: {}, bundleDependencies: [] };
	expect(manifestProblems({ ...packageJson, ...empty })).toEqual([]);
});

it.each([
	['dependencies', { dependencies: { luxon: '3.7.2' } }],
	['optionalDependencies', { optionalDependencies: { fsevents: '*' } }],
	['bundleDependencies', { bundleDependencies: ['luxon'] }],
	['bundledDependencies', { bundledDependencies: ['luxon'] }],
	['the peer dependency n8n-core', { peerDependencies: { 'n8n-workflow': '*', 'n8n-core': '*' } }],
])('finds %s', (name, change) => {
	const problems = manifestProblems({ ...packageJson, ...change });
	expect(problems).toEqual([expect.stringContaining(`package.json has ${name}`)]);
});
