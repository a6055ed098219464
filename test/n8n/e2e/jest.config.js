const { transform } = require('../../../jest.config.js');

/** In the real n8n, with a browser: one n8n for all files, which run one after another. */
/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../../..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/n8n/e2e/**/*.e2e.ts'],
	globalSetup: '<rootDir>/test/n8n/e2e/startN8n.ts',
	globalTeardown: '<rootDir>/test/n8n/e2e/stopN8n.ts',
	transform,
	maxWorkers: 1,
	testTimeout: 300_000,
};
