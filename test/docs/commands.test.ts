import packageJson from '../../package.json';
import { captures, DOCUMENTS, fences, firstColumn, read } from './documents';

const readme = read('README.md');
const scripts = Object.keys(packageJson.scripts);

it.each(['npm ci && npm run demo', 'npm ci && npm test'])(
	'%s stands alone in one block, before anything else is explained',
	(command) => {
		const [intro = ''] = readme.split(/^## /m);
		expect(fences(intro, 'sh').filter((block) => block === command)).toHaveLength(1);
	},
);

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
