/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	globalSetup: '<rootDir>/test/support/globalSetup.js',
	testSequencer: '<rootDir>/test/support/longestFirst.js',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
	testTimeout: 30_000,
	restoreMocks: true,
	// Jest leaves one core to itself, which is half of them where there are two.
	maxWorkers: '100%',
};
