const { readdir, readFile, rename, rm, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const DELUGE = join(__dirname, 'nodes/ZohoCrmRelatedRecords/deluge');

const assets = [
	'{nodes,credentials}/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
	'nodes/**/parser.js',
	'nodes/**/embedded.js',
];

/** Whole or not at all, as several processes may be at it. */
async function write(target, content) {
	if ((await readFile(target, 'utf8').catch(() => '')) === content) return;
	const draft = `${target}.${process.pid}`;
	await writeFile(draft, content);
	await rename(draft, target);
}

/** Makes Deluge's parser from its grammar. */
async function parser() {
	const { generate } = require('peggy');
	const grammar = await readFile(join(DELUGE, 'language/deluge.peggy'), 'utf8');
	const source = generate(grammar, { output: 'source', format: 'commonjs' });
	await write(join(DELUGE, 'language/parser.js'), source);
}

/** Types that every translated script begins with. */
const BASE_TYPES = ['Value', 'Row', 'DelugeDate'];

/**
 * Embeds the prelude of translated scripts: each of its declarations as TypeScript, as JavaScript,
 * and with the names of those it uses.
 */
async function prelude() {
	const folder = join(DELUGE, 'toTypeScript/prelude');
	const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
	const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
	const declarations = texts.flatMap((text, index) => declarationsIn(text, files[index]));
	const names = new Set(declarations.map(({ name }) => name));
	if (names.size < declarations.length) throw new Error('Two declarations have one name');
	const isBase = ({ name }) => BASE_TYPES.includes(name);
	const types = declarations.filter(isBase).map(({ exported }) => `${exported}\n`);
	const helpers = await Promise.all(
		declarations
			.filter((declaration) => !isBase(declaration))
			.map(async ({ name, typescript, mentions }) => ({
				name,
				typescript,
				javascript: await stripped(typescript),
				uses: mentions.filter((other) => !BASE_TYPES.includes(other)),
			})),
	);
	const embedded = { types: types.join('\n'), helpers };
	await write(
		join(DELUGE, 'toTypeScript/embedded.js'),
		`module.exports = ${JSON.stringify(embedded, null, '\t')};\n`,
	);
}

/** The declarations of a module, with the names that each mentions of others and of imports. */
function declarationsIn(text, file) {
	const ts = require('typescript');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
	const [imports, others] = [true, false].map((isWanted) =>
		source.statements.filter((statement) => ts.isImportDeclaration(statement) === isWanted),
	);
	const nameOf = (statement) => (statement.declarationList?.declarations[0] ?? statement).name.text;
	const known = new Set([
		...imports.flatMap(({ importClause }) =>
			importClause.namedBindings.elements.map(({ name }) => name.text),
		),
		...others.map(nameOf),
	]);
	return others.map((statement) => {
		const name = nameOf(statement);
		const mentions = new Set();
		const visit = (node) => {
			if (ts.isIdentifier(node) && known.has(node.text)) mentions.add(node.text);
			ts.forEachChild(node, visit);
		};
		visit(statement);
		mentions.delete(name);
		const exported = text.slice(statement.getStart(source, true), statement.end);
		const typescript = exported.replace(/^export /m, '');
		return { name, exported, typescript, mentions: [...mentions].sort() };
	});
}

/** A declaration without its types, as the project formats code; empty for types. */
async function stripped(typescript) {
	const ts = require('typescript');
	const prettier = require('prettier');
	const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
	const { outputText } = ts.transpileModule(typescript, { compilerOptions });
	const isType = /^(\/\*\*[^]*?\*\/\s*)?(type|interface) /.test(typescript);
	if (isType) return '';
	const options = await prettier.resolveConfig(__filename);
	return (await prettier.format(outputText, { ...options, parser: 'babel' })).trim();
}

/** What is made from other sources; Jest makes it, too, before the tests. */
const generated = parallel(parser, prelude);

exports.parser = parser;
exports.generated = generated;

exports.clean = () => rm('dist', { recursive: true, force: true });

// tsc emits code only; n8n wants these files beside it.
exports.default = series(generated, () =>
	src(assets, { base: '.', encoding: false }).pipe(dest('dist')),
);
