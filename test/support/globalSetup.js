/** Before the tests: the parser is no source, so a fresh clone has none. */
module.exports = require('../../gulpfile').parser;
