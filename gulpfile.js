const { readdir, readFile, rename, rm, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const NODE = join(__dirname, 'nodes/ZohoCrmRelatedRecords');
const BUNDLED = join(NODE, 'bundled');
const DELUGE = join(NODE, 'deluge');

const assets = [
	'{nodes,credentials}/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
	'nodes/**/parser.js',
	'nodes/**/embedded.js',
	'nodes/**/bundled/*.js',
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

/** Data of the interpreter that the prelude uses, too. */
const SHARED = [join(DELUGE, 'library/numberLanguages.ts')];

/**
 * Embeds the prelude of translated scripts: each of its declarations as TypeScript, as JavaScript,
 * and with the names of those it uses.
 */
async function prelude() {
	const folder = join(DELUGE, 'toTypeScript/prelude');
	const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
	const files = [...names.map((name) => join(folder, name)), ...SHARED];
	const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
	const declarations = texts.flatMap((text, index) => declarationsIn(text, files[index]));
	const distinct = new Set(declarations.map(({ name }) => name));
	if (distinct.size < declarations.length) throw new Error('Two declarations have one name');
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

/** Licences that let their code into the package as long as their text comes along. */
const LICENCES = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/**
 * Bundles libraries: `bundled/X.d.ts` says what is exported of which, and becomes `bundled/X.js`,
 * one file that imports nothing and begins with the licence of each package in it.
 */
async function bundled() {
	const entries = (await readdir(BUNDLED)).filter((name) => name.endsWith('.d.ts'));
	await Promise.all(
		entries.map(async (entry) => {
			const target = join(BUNDLED, entry.replace(/\.d\.ts$/, '.js'));
			await write(target, await bundle(await readFile(join(BUNDLED, entry), 'utf8')));
		}),
	);
}

/** The libraries that a source in TypeScript exports from, as one CommonJS file. */
async function bundle(contents) {
	const { build } = require('esbuild');
	const { metafile, outputFiles } = await build({
		stdin: { contents, loader: 'ts', resolveDir: BUNDLED },
		bundle: true,
		platform: 'neutral',
		mainFields: ['module', 'main'],
		format: 'cjs',
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'error',
		write: false,
		metafile: true,
	});
	const [{ inputs }] = Object.values(metafile.outputs);
	const files = Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0);
	const inPackage = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
	const folders = new Set(files.flatMap((file) => file.match(inPackage) ?? []));
	const notices = await Promise.all([...folders].sort().map(licenceNotice));
	return [...notices, outputFiles[0].text].join('\n');
}

/** A comment with the licence of the package in a folder. Throws where it may not be bundled. */
async function licenceNotice(folder) {
	const root = join(__dirname, folder);
	const { name, version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const file = (await readdir(root)).find((entry) => /^licen[cs]e/i.test(entry));
	if (!LICENCES.includes(license) || file === undefined) {
		throw new Error(`${name} may not be bundled: licence ${license}, text in ${file}`);
	}
	const text = await readFile(join(root, file), 'utf8');
	return `/*!\n${name} ${version}, ${license}\n\n${text.trim()}\n*/`;
}

/** What is made from other sources; Jest makes it, too, before the tests. */
const generated = parallel(parser, prelude, bundled);

exports.parser = parser;
exports.generated = generated;

exports.clean = () => rm('dist', { recursive: true, force: true });

// tsc emits code only; n8n wants these files beside it.
exports.default = series(generated, () =>
	src(assets, { base: '.', encoding: false }).pipe(dest('dist')),
);
