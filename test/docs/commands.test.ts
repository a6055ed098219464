import packageJson from '../../package.json';
import { captures, DOCUMENTS, fences, firstColumn, read } from './documents';

const readme = read('README.md');
const scripts = Object.keys(packageJson.scripts);

const DEMO = 'npm ci && npm run demo';
const [intro = ''] = readme.split(/^## /m);

it.each([DEMO, 'npm ci && npm test', 'npm ci && npm run test:e2e', 'npm ci && npm run test:queue'])(
	'%s stands alone in one block',
	(command) => {
		expect(fences(readme, 'sh').filter((block) => block === command)).toHaveLength(1);
	},
);

it('the first screen says how to use it, then how to see it run without an account', () => {
	const [install, demo] = [intro.indexOf('(#install-in-n8n)'), intro.indexOf(DEMO)];
	expect(install).toBeGreaterThan(0);
	expect(demo).toBeGreaterThan(install);
	expect(fences(intro, 'sh')).toEqual([DEMO]);
});

it.each(DOCUMENTS)('%s names scripts that exist', (document) => {
	const named = captures(read(document), /npm run ([\w:-]+)/g);
	expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
});

it('CONTRIBUTING lists every script', () => {
	const listed = firstColumn(read('CONTRIBUTING.md'), 'Command');
	const commands = scripts.map((script) => (script === 'test' ? 'npm test' : `npm run ${script}`));
	expect(listed.sort()).toEqual(commands.sort());
});

it('the documents name the versions that are installed', () => {
	const { engines, devDependencies } = packageJson;
	expect(readme).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
	expect(read('docs/compatibility.md')).toContain(`n8n ${devDependencies['n8n-core']},`);
});
