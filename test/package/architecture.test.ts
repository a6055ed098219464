import { join } from 'node:path';
import { findViolations, type Layer } from './findViolations';
import { importGraph } from './importGraph';

const n8n = ['n8n-workflow'];
const none: readonly string[] = [];

/** What every operation is made of. */
const OPERATION = [
	'actions/execution',
	'actions/forRecord',
	'actions/parameters',
	'actions/output',
	'transport/client',
	'transport/crm',
	'transport/responses',
	'helpers',
];

/**
 * One rule a folder, from top to bottom: the folders it may import besides its own, and packages.
 * Operations do not know each other, only `transport/http` sees n8n's request helper, what decides
 * (pacing, pagination, responses) knows nothing of n8n, and Deluge knows neither n8n's execution
 * nor transport: whoever runs a script hands it what reads. `deluge/index` is its only door.
 */
const RULES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
	[
		'ZohoCrmRelatedRecords.node',
		['actions/description', 'actions/router', 'methods', 'helpers'],
		n8n,
	],
	[
		'actions/router',
		[
			'actions/convertDelugeScript',
			'actions/countRelatedRecords',
			'actions/downloadAttachments',
			'actions/getActivityTimeline',
			'actions/getRecordDigest',
			'actions/getRecordHistory',
			'actions/getRelatedRecords',
			'actions/runDelugeScript',
			'actions/searchRecords',
			'actions/ownAdvice',
			'actions/execution',
			'actions/output',
			'actions/parameters',
			'actions/inParallel',
			'transport/client',
			'helpers',
		],
		n8n,
	],
	// What an operation can be told to set is what its description has.
	['actions/ownAdvice', ['actions/description', 'helpers'], n8n],
	[
		'actions/description',
		[
			'actions/convertDelugeScript',
			'actions/countRelatedRecords',
			'actions/downloadAttachments',
			'actions/getActivityTimeline',
			'actions/getRecordDigest',
			'actions/getRecordHistory',
			'actions/getRelatedRecords',
			'actions/runDelugeScript',
			'actions/searchRecords',
			'helpers',
		],
		n8n,
	],
	['actions/convertDelugeScript', [...OPERATION, 'deluge/index'], n8n],
	['actions/countRelatedRecords', OPERATION, n8n],
	['actions/downloadAttachments', OPERATION, n8n],
	['actions/getActivityTimeline', OPERATION, n8n],
	// A digest shows activities as the timeline does.
	['actions/getRecordDigest', [...OPERATION, 'actions/getActivityTimeline'], n8n],
	['actions/getRecordHistory', OPERATION, n8n],
	['actions/getRelatedRecords', OPERATION, n8n],
	['actions/searchRecords', OPERATION, n8n],
	['actions/runDelugeScript', [...OPERATION, 'deluge/index', 'transport/auth'], n8n],
	[
		'actions/forRecord',
		['actions/execution', 'actions/parameters', 'transport/crm', 'helpers'],
		none,
	],
	[
		'actions/execution',
		[
			'actions/fileSlots',
			'actions/parameters',
			'actions/output',
			'deluge/index',
			'transport/client',
			'transport/crm',
			'helpers',
		],
		n8n,
	],
	['actions/output', ['actions/parameters', 'transport/responses', 'helpers'], n8n],
	['actions/parameters', ['helpers'], [...n8n, 'luxon']],
	['actions/inParallel', none, none],
	['actions/fileSlots', ['transport/client'], none],
	['methods', ['actions/parameters', 'transport/client', 'transport/crm', 'helpers'], n8n],
	[
		'deluge/index',
		[
			'deluge/interpreter',
			'deluge/language',
			'deluge/toNode',
			'deluge/toTypeScript',
			'deluge/tasks',
			'deluge/pacing',
			'deluge/values',
			'helpers',
		],
		none,
	],
	[
		'deluge/interpreter',
		['deluge/tasks', 'deluge/library', 'deluge/values', 'deluge/language', 'helpers'],
		['luxon'],
	],
	['deluge/toTypeScript', ['deluge/toNode', 'deluge/library', 'deluge/language', 'helpers'], n8n],
	['deluge/toNode', ['deluge/language', 'helpers'], n8n],
	['deluge/tasks', ['deluge/library', 'deluge/values', 'deluge/language', 'helpers'], ['luxon']],
	[
		'deluge/library',
		['deluge/values', 'deluge/language', 'helpers', 'bundled'],
		['luxon', 'crypto'],
	],
	['deluge/pacing', ['deluge/values', 'helpers'], none],
	['deluge/values', ['deluge/language', 'helpers'], ['luxon']],
	['deluge/language', ['helpers'], none],
	[
		'transport/crm',
		[
			'transport/client',
			'transport/pagination',
			'transport/request',
			'transport/responses',
			'helpers',
		],
		none,
	],
	[
		'transport/client',
		[
			'transport/auth',
			'transport/http',
			'transport/pacing',
			'transport/request',
			'transport/responses',
			'helpers',
		],
		none,
	],
	[
		'transport/pacing',
		['transport/auth', 'transport/request', 'transport/responses', 'helpers'],
		n8n,
	],
	[
		'transport/auth',
		['transport/http', 'transport/request', 'transport/responses', 'helpers'],
		none,
	],
	['transport/responses', ['transport/http', 'transport/request', 'helpers'], none],
	['transport/http', ['helpers'], n8n],
	['transport/request', ['helpers'], none],
	['transport/pagination', ['helpers'], none],
	['helpers', ['bundled'], ['luxon']],
	// What the build bundles: each file says which libraries.
	['bundled', none, ['htmlparser2']],
];

/**
 * The same for the trigger, whose folders are called `trigger/...`; what it shares with the other node
 * is where that node has it. What decides (changes) knows nothing of Zoho and n8n.
 */
const TRIGGER_RULES: typeof RULES = [
	[
		'trigger/ZohoCrmRelatedRecordsTrigger.node',
		['trigger/description', 'trigger/poll', 'trigger/methods', 'helpers'],
		n8n,
	],
	['trigger/description', ['trigger/parameters', 'actions/parameters', 'helpers'], n8n],
	[
		'trigger/methods',
		['methods', 'actions/parameters', 'transport/client', 'transport/crm', 'helpers'],
		n8n,
	],
	[
		'trigger/poll',
		[
			'trigger/changes',
			'trigger/feeds',
			'trigger/output',
			'trigger/parameters',
			'transport/client',
			'transport/http',
			'transport/responses',
			'helpers',
		],
		n8n,
	],
	['trigger/output', ['trigger/changes', 'trigger/feeds', 'actions/output', 'helpers'], n8n],
	[
		'trigger/feeds',
		[
			'trigger/changes',
			'trigger/parameters',
			'transport/client',
			'transport/crm',
			'transport/pagination',
			'transport/responses',
			'helpers',
		],
		none,
	],
	['trigger/parameters', ['actions/parameters', 'helpers'], n8n],
	['trigger/changes', ['helpers'], ['crypto']],
];

/** A rule covers the folder of its name, or the files that begin with it. */
const LAYERS: Readonly<Record<string, Layer>> = {
	...Object.fromEntries(
		RULES.map(([name, folders, packages]): [string, Layer] => [
			name,
			{
				files: new RegExp(`^nodes/ZohoCrmRelatedRecords/${name}[/.]`),
				layers: [name, ...folders],
				packages,
			},
		]),
	),
	...Object.fromEntries(
		TRIGGER_RULES.map(([name, folders, packages]): [string, Layer] => [
			name,
			{
				files: new RegExp(
					`^nodes/ZohoCrmRelatedRecordsTrigger/${name.replace('trigger/', '')}[/.]`,
				),
				layers: [name, ...folders],
				packages,
			},
		]),
	),
	credentials: { files: /^credentials\//, layers: ['helpers'], packages: n8n },
};

it('imports go one way only', () => {
	const graph = importGraph(join(__dirname, '..', '..'), ['nodes', 'credentials']);
	expect(findViolations(graph, LAYERS)).toEqual([]);
});

it('no folder is both above and below another', () => {
	const rules = [...RULES, ...TRIGGER_RULES];
	const allowed = new Map(rules.map(([name, folders]) => [name, folders]));
	const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
		(allowed.get(from) ?? []).some((next) => {
			if (next === to) return true;
			if (seen.has(next)) return false;
			seen.add(next);
			return reaches(next, to, seen);
		});
	expect(rules.map(([name]) => name).filter((name) => reaches(name, name))).toEqual([]);
});
