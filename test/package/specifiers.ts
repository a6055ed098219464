import ts from 'typescript';

/** Stands for an import whose target is not written out, so that no rule can allow it. */
export const COMPUTED = '<computed>';

/** What a TypeScript or JavaScript source imports, type imports, `require` and re-exports included. */
export function specifiersIn(source: string): string[] {
	const specifiers: string[] = [];
	const visit = (node: ts.Node): void => {
		const target = targetOf(node);
		if (target !== undefined) {
			specifiers.push(ts.isStringLiteralLike(target) ? target.text : COMPUTED);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
	return specifiers;
}

/** The node that names what is imported, if this one imports. */
function targetOf(node: ts.Node): ts.Node | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (ts.isExternalModuleReference(node)) return node.expression;
	if (ts.isImportTypeNode(node)) {
		return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
	}
	return ts.isCallExpression(node) && isImporting(node.expression) ? node.arguments[0] : undefined;
}

function isImporting(callee: ts.Expression): boolean {
	if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
	return ts.isIdentifier(callee) && callee.text === 'require';
}

/** Whether an import leads to a file beside it, not to a package. */
export function isRelative(specifier: string): boolean {
	return /^\.\.?(\/|$)/.test(specifier);
}

/** The package of an import: `luxon` of `luxon/src/zone`. */
export function packageOf(specifier: string): string {
	const segments = specifier.split('/');
	return segments.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
