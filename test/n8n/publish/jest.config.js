const { transform } = require('../../../jest.config.js');

/** In the real n8n, with a browser and a registry: each test goes on where the one before it ended. */
/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../../..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/n8n/publish/**/*.e2e.ts'],
	transform,
	maxWorkers: 1,
	bail: true,
	testTimeout: 300_000,
};
