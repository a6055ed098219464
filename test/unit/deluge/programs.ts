import fc from 'fast-check';
import type {
	AssignmentOperator,
	BinaryOperator,
	Expression,
	Position,
	Script,
	Statement,
	UnaryOperator,
} from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/ast';
import { withEntry } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/ownFunctions';
import { METHOD_NAMES } from '../../../nodes/ZohoCrmRelatedRecords/deluge/library/methods';

const at: Position = { line: 1, column: 1 };
const BINARY: readonly BinaryOperator[] = [
	'||',
	'&&',
	'==',
	'!=',
	'<',
	'<=',
	'>',
	'>=',
	'+',
	'-',
	'*',
	'/',
	'%',
];
const UNARY: readonly UnaryOperator[] = ['!', '-', '+'];
const ASSIGNMENTS: readonly AssignmentOperator[] = ['=', '+=', '-=', '*=', '/=', '%='];
const METHODS = [...METHOD_NAMES.values()].flat();
const FUNCTIONS = [
	...[
		'ifnull',
		'if',
		'map',
		'list',
		'Collection',
		'days360',
		'encodeUrl',
		'isNull',
		'len',
		'toWords',
	],
	...['md5', 'hmacsha256', 'sha512', 'base32Decode', 'base64Encode', 'htmlDecode', 'urlEncode'].map(
		(name) => `zoho.encryption.${name}`,
	),
	...['zoho.encryption.aesEncode', 'zoho.encryption.aesDecode', 'zoho.crm.getOrgVariable'],
	// Functions of the program's own, where it has them.
	...['f', 'x'],
];
const NAMESPACES = ['automation', 'button', 'standalone'];
const TASKS = [
	'zoho.crm.getRelatedRecords',
	'zoho.crm.v8.getRelatedRecords',
	'zoho.crm.getRecordById',
	'zoho.crm.searchRecords',
];

/** Few names, so that programs read what they write. */
const name = fc.constantFrom('a', 'b', 'rows', 'input', 'x1', '_y', 'constructor', '__proto__');
const text = fc.oneof(
	fc.string({ maxLength: 12, unit: 'binary' }),
	fc.constantFrom(
		'',
		'2024-01-31',
		'{"a":[1]}',
		'[1,2]',
		'12',
		'true',
		'(a+)+$',
		'__proto__',
		'id',
	),
);
const digits = fc.oneof(
	fc.nat({ max: 300 }).map(String),
	fc.constantFrom('9223372036854775807', '99999999999999999999', '0.1', '3.50'),
);

const word = (value: string): Expression => ({ kind: 'variable', at, name: value });
const quoted = (value: string): Expression => ({ kind: 'text', at, value, quote: '"' });

/** A task that may be a query, and may be a write. */
const query: fc.Arbitrary<Expression> = fc
	.record({
		url: fc
			.constantFrom('coql', 'v8/coql', 'v8/Leads')
			.map((path) => `https://www.zohoapis.com/crm/${path}`),
		type: fc.constantFrom('POST', 'post', 'GET'),
		body: fc.constantFrom('{"select_query":"select id from Leads"}', '{"select_query":"x"}', '{}'),
		name: fc.constantFrom('parameters', 'body'),
	})
	.map(({ url, type, body: sent, name: attribute }) => ({
		kind: 'block',
		at,
		name: 'invokeurl',
		attributes: [
			{ name: 'url', at, value: quoted(url) },
			{ name: 'type', at, value: word(type) },
			{ name: attribute, at, value: quoted(sent) },
		],
	}));

const { expression } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => ({
	leaf: fc.oneof(
		fc.record({ kind: fc.constant('null' as const), at: fc.constant(at) }),
		fc.record({ kind: fc.constant('boolean' as const), at: fc.constant(at), value: fc.boolean() }),
		fc.record({ kind: fc.constant('number' as const), at: fc.constant(at), digits }),
		fc.record({
			kind: fc.constant('text' as const),
			at: fc.constant(at),
			value: text,
			quote: fc.constantFrom('"' as const, "'" as const),
		}),
		fc.record({ kind: fc.constant('variable' as const), at: fc.constant(at), name }),
		fc.record({
			kind: fc.constant('constant' as const),
			at: fc.constant(at),
			name: fc.constantFrom(
				...['zoho.currentdate', 'zoho.currenttime', 'zoho.loginuserid', 'zoho.adminuser'],
			),
		}),
	),
	expression: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		tie('leaf'),
		fc.record({
			kind: fc.constant('list' as const),
			at: fc.constant(at),
			items: fc.array(tie('expression'), { maxLength: 3 }),
		}),
		fc.record({
			kind: fc.constant('map' as const),
			at: fc.constant(at),
			entries: fc.array(fc.record({ key: tie('expression'), value: tie('expression') }), {
				maxLength: 2,
			}),
		}),
		fc.record({
			kind: fc.constant('unary' as const),
			at: fc.constant(at),
			operator: fc.constantFrom(...UNARY),
			operand: tie('expression'),
		}),
		fc.record({
			kind: fc.constant('binary' as const),
			at: fc.constant(at),
			operator: fc.constantFrom(...BINARY),
			left: tie('expression'),
			right: tie('expression'),
		}),
		fc.record({
			kind: fc.constant('property' as const),
			at: fc.constant(at),
			target: tie('expression'),
			name,
		}),
		fc.record({
			kind: fc.constant('method' as const),
			at: fc.constant(at),
			target: tie('expression'),
			name: fc.constantFrom(...METHODS),
			args: fc.array(tie('expression'), { maxLength: 3 }),
		}),
		fc.record({
			kind: fc.constant('method' as const),
			at: fc.constant(at),
			target: fc.record({
				kind: fc.constant('variable' as const),
				at: fc.constant(at),
				name: fc.constantFrom(...NAMESPACES),
			}),
			name: fc.constantFrom('f', 'x'),
			args: fc.array(tie('expression'), { maxLength: 2 }),
		}),
		query,
		fc.record({
			kind: fc.constant('call' as const),
			at: fc.constant(at),
			name: fc.constantFrom(...FUNCTIONS, ...TASKS),
			args: fc.array(tie('expression'), { maxLength: 4 }),
		}),
		fc.record({
			kind: fc.constant('block' as const),
			at: fc.constant(at),
			name: fc.constant('invokeurl'),
			attributes: fc.array(
				fc.record({
					name: fc.constantFrom('url', 'parameters', 'headers', 'connection', 'detailed'),
					at: fc.constant(at),
					value: tie('expression'),
				}),
				{ maxLength: 3 },
			),
		}),
	),
}));

const { body } = fc.letrec<{ statement: Statement; body: Statement[] }>((tie) => ({
	body: fc.array(tie('statement'), { maxLength: 4 }),
	statement: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.record({
			kind: fc.constant('assignment' as const),
			at: fc.constant(at),
			variable: name,
			operator: fc.constantFrom(...ASSIGNMENTS),
			value: expression,
		}),
		fc.record({ kind: fc.constant('expression' as const), at: fc.constant(at), value: expression }),
		fc.record({ kind: fc.constant('info' as const), at: fc.constant(at), value: expression }),
		fc.record(
			{ kind: fc.constant('return' as const), at: fc.constant(at), value: expression },
			{ requiredKeys: ['kind', 'at'] },
		),
		fc.record({
			kind: fc.constantFrom('break' as const, 'continue' as const),
			at: fc.constant(at),
		}),
		fc.record(
			{
				kind: fc.constant('if' as const),
				at: fc.constant(at),
				branches: fc.array(fc.record({ condition: expression, body: tie('body') }), {
					minLength: 1,
					maxLength: 2,
				}),
				otherwise: tie('body'),
			},
			{ requiredKeys: ['kind', 'at', 'branches'] },
		),
		fc.record({
			kind: fc.constant('forEach' as const),
			at: fc.constant(at),
			variable: name,
			isIndex: fc.boolean(),
			list: expression,
			body: tie('body'),
		}),
		fc.record({
			kind: fc.constant('while' as const),
			at: fc.constant(at),
			condition: expression,
			body: tie('body'),
		}),
		fc.record({
			kind: fc.constant('try' as const),
			at: fc.constant(at),
			body: tie('body'),
			error: name,
			handler: tie('body'),
		}),
	),
}));

const header = fc.record({
	at: fc.constant(at),
	returnType: fc.constantFrom('void', 'string', 'Map'),
	name: fc.constantFrom('automation.f', 'button.x', 'f'),
	parameters: fc.array(fc.record({ type: fc.constantFrom('Int', 'String'), name }), {
		maxLength: 2,
	}),
});

const own = fc.record({ header, statements: body });
const several = fc.array(own, { minLength: 1, maxLength: 2 });
const others = several.chain((functions) =>
	fc.oneof(
		own.map((first): Script => {
			const script = { ...first, functions: [first, ...functions] };
			return withEntry(script) ?? script;
		}),
		body
			.filter((statements) => statements.length > 0)
			.map((statements): Script => ({ statements, functions })),
	),
);

/** Random syntax trees, most of them senseless. */
export const programs: fc.Arbitrary<Script> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ header, statements: body }, { requiredKeys: ['statements'] }),
	},
	{ weight: 1, arbitrary: others },
);
