const { readFile, rename, rm, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, series, src } = require('gulp');
const { generate } = require('peggy');

const LANGUAGE = join(__dirname, 'nodes/ZohoCrmRelatedRecords/deluge/language');

const assets = [
	'{nodes,credentials}/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
	'nodes/**/parser.js',
];

/** Makes Deluge's parser from its grammar; Jest does so, too, before the tests. */
async function parser() {
	const grammar = await readFile(join(LANGUAGE, 'deluge.peggy'), 'utf8');
	const source = generate(grammar, { output: 'source', format: 'commonjs' });
	const target = join(LANGUAGE, 'parser.js');
	if ((await readFile(target, 'utf8').catch(() => '')) === source) return;
	// Whole or not at all, as several processes may be at it.
	const draft = `${target}.${process.pid}`;
	await writeFile(draft, source);
	await rename(draft, target);
}

exports.parser = parser;

exports.clean = () => rm('dist', { recursive: true, force: true });

// tsc emits code only; n8n wants these files beside it.
exports.default = series(parser, () =>
	src(assets, { base: '.', encoding: false }).pipe(dest('dist')),
);
