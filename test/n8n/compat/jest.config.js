const base = require('../../../jest.config');

/** Folder that holds the n8n-core to test with, in its node_modules. */
const { N8N_CORE_FOLDER } = process.env;
if (!N8N_CORE_FOLDER) throw new Error('N8N_CORE_FOLDER is not set: use npm run test:compat');

const core = require.resolve('n8n-core', { paths: [N8N_CORE_FOLDER] });

/** The tests that run the node in n8n's engine, with another engine than the one of this project. */
module.exports = {
	...base,
	rootDir: '../../..',
	testMatch: ['engine', 'support/engine'].map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
	moduleNameMapper: {
		'^n8n-core$': core,
		'^n8n-workflow$': require.resolve('n8n-workflow', { paths: [core] }),
	},
};
