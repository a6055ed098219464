const { resolve } = require('node:path');

/**
 * Many random schedules of lists that change while they are read, and many random runs with
 * faults, and many months of polls; `npm test` runs a few.
 *
 * @type {import('jest').Config}
 */
module.exports = {
	...require('../../../jest.config.js'),
	rootDir: resolve(__dirname, '..', '..', '..'),
	testMatch: ['changingLists', 'randomRuns', 'simulatedPolls'].map(
		(name) => `<rootDir>/test/**/${name}.test.ts`,
	),
	globals: { isRandomTest: true },
};
