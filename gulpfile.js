const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

const assets = [
	'{nodes,credentials}/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
];

exports.clean = () => rm('dist', { recursive: true, force: true });

// tsc emits code only; n8n wants these files beside it.
exports.default = () => src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
