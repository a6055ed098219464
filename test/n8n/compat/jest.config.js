const base = require('../../../jest.config');

/** Folder that holds the n8n-core to test with, in its node_modules. */
const { N8N_CORE_FOLDER } = process.env;
if (!N8N_CORE_FOLDER) throw new Error('N8N_CORE_FOLDER is not set: use npm run test:compat');

/** Packages of older engines that are ES modules only, which Jest cannot load before Node 24.9. */
const ES_MODULES = ['p-retry', 'is-network-error'];

const core = require.resolve('n8n-core', { paths: [N8N_CORE_FOLDER] });

/** The tests that run the node in n8n's engine, with another engine than the one of this project. */
module.exports = {
	...base,
	rootDir: '../../..',
	testMatch: ['engine', 'support/engine'].map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
	transform: {
		...base.transform,
		'\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
	},
	transformIgnorePatterns: [`/node_modules/(?!(?:${ES_MODULES.join('|')})/)`],
	moduleNameMapper: {
		'^n8n-core$': core,
		'^n8n-workflow$': require.resolve('n8n-workflow', { paths: [core] }),
	},
};
