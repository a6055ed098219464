import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importProblems } from './runtimeImports';
import { packageOf, specifiersIn } from './specifiers';

const FOLDER = join(__dirname, '../../nodes/ZohoCrmRelatedRecords/bundled');
const { devDependencies } = JSON.parse(
	readFileSync(join(__dirname, '../../package.json'), 'utf8'),
) as { devDependencies: Readonly<Record<string, string>> };

const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** Each bundle, with the source that says what is exported of which packages. */
const bundles = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.d.ts'))
	.map((file) => ({ source: file, file: file.replace(/\.d\.ts$/, '.js') }));

describe.each(bundles)('$file', ({ source, file }) => {
	it('needs nothing at run time', () => {
		expect(importProblems([file], new Map([[file, read(file)]]))).toEqual([]);
	});

	it('exports what its source names', () => {
		const names = [...read(source).matchAll(/\{([^}]*)\}/g)]
			.flatMap(([, list = '']) => list.split(','))
			.map((name) => name.trim().replace(/^.* as /, ''))
			.filter((name) => name !== '' && !name.startsWith('type '));
		const exported: unknown = jest.requireActual(join(FOLDER, file));
		expect(Object.keys(exported as object).sort()).toEqual(names.sort());
	});

	it('begins with the licence of each package in it', () => {
		const text = read(file);
		const notices = text.slice(0, text.indexOf('\nvar '));
		const inside = [...text.matchAll(/^\/\/ node_modules\/(.+)$/gm)].map(([, path = '']) => path);
		const packages = new Set(
			inside.map((path) => packageOf(path.replace(/^.*node_modules\//, ''))),
		);
		for (const name of specifiersIn(read(source)).map(packageOf)) expect(packages).toContain(name);
		for (const name of packages) {
			expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, \\S+\\n[^]*Copyright`, 'm'));
		}
	});

	it('comes from development dependencies alone', () => {
		const names = specifiersIn(read(source)).map(packageOf);
		expect(names.filter((name) => devDependencies[name] === undefined)).toEqual([]);
	});
});
