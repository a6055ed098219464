const everything = require('../../jest.config.js');

const NODE = 'nodes/ZohoCrmRelatedRecords';
const TRIGGER = 'nodes/ZohoCrmRelatedRecordsTrigger';

/**
 * Branches that the tests of these folders take at least, in percent. V8 counts a little differently
 * from run to run, so most are a point or more below what was measured; none is below 95.
 */
const BRANCHES = {
	[`${NODE}/helpers`]: 96,
	[`${NODE}/transport/pacing`]: 98,
	[`${NODE}/transport/pagination`]: 95,
	[`${NODE}/transport/responses`]: 95,
	[`${NODE}/deluge/interpreter`]: 95,
	[`${NODE}/deluge/language`]: 95,
	[`${NODE}/deluge/library`]: 96,
	[`${NODE}/deluge/pacing`]: 95,
	[`${NODE}/deluge/tasks`]: 95,
	[`${NODE}/deluge/toNode`]: 96,
	[`${NODE}/deluge/toTypeScript`]: 95,
	[`${NODE}/deluge/values`]: 97,
	[`${TRIGGER}/changes`]: 96,
	[`${TRIGGER}/feeds`]: 96,
	[`${TRIGGER}/parameters`]: 97,
};
const folders = Object.entries(BRANCHES);

/** @type {import('jest').Config} */
module.exports = {
	...everything,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
	// Hostile scripts take long and repeat a few branches.
	testPathIgnorePatterns: ['/unit/actions/', '/hostile'],
	collectCoverage: true,
	coverageProvider: 'v8',
	coverageReporters: ['text', 'json'],
	collectCoverageFrom: [
		...folders.map(([folder]) => `${folder}/**/*.ts`),
		// Types alone.
		'!**/*.d.ts',
		`!${NODE}/helpers/{crmRequest,types}.ts`,
		`!${NODE}/transport/pagination/{list,page}.ts`,
		`!${NODE}/deluge/language/ast.ts`,
		`!${NODE}/deluge/tasks/port.ts`,
		// Embedded in translations as text, and run with them in a process of their own.
		`!${NODE}/deluge/toTypeScript/prelude/*.ts`,
	],
	coverageThreshold: Object.fromEntries(
		folders.map(([folder, branches]) => [`./${folder}/`, { branches }]),
	),
};
