const { transform } = require('../../../jest.config.js');

/** In the oldest n8n that is supported, without a browser. */
/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../../..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/n8n/oldest/**/*.e2e.ts'],
	transform,
	maxWorkers: 1,
	testTimeout: 1_800_000,
};
