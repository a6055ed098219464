const { promisify } = require('node:util');
const { generated } = require('../../gulpfile');

/** Before the tests: what the build makes is no source, so a fresh clone has none. */
module.exports = async () => await promisify(generated)();
