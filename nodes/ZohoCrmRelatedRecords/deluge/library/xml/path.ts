/** An XPath expression, as far as it runs here. */
export type XPath =
	| { readonly kind: 'path'; readonly isAbsolute: boolean; readonly steps: readonly Step[] }
	| { readonly kind: 'text'; readonly value: string }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'call'; readonly name: XPathFunction; readonly args: readonly XPath[] }
	| {
			readonly kind: 'compare';
			readonly operator: Operator;
			readonly sides: readonly [XPath, XPath];
	  }
	| { readonly kind: 'and' | 'or'; readonly sides: readonly [XPath, XPath] };

export interface Step {
	readonly axis: 'child' | 'attribute' | 'self' | 'parent' | 'descendants';
	/** A name, `*`, `text()` or `node()`. */
	readonly test: string;
	readonly predicates: readonly XPath[];
}

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** How many arguments each function takes. */
export const FUNCTIONS = {
	position: 0,
	last: 0,
	count: 1,
	name: 0,
	not: 1,
	string: 1,
	contains: 2,
	'starts-with': 2,
};
export type XPathFunction = keyof typeof FUNCTIONS;
