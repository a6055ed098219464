import { join } from 'node:path';
import { findViolations, type Layer } from './findViolations';
import { importGraph } from './importGraph';

type Name =
	| 'node'
	| 'router'
	| 'operation'
	| 'actions'
	| 'methods'
	| 'language'
	| 'toNode'
	| 'deluge'
	| 'toTypeScript'
	| 'reading'
	| 'client'
	| 'sending'
	| 'deciding'
	| 'helpers'
	| 'credentials';

const n8n = ['n8n-workflow'];

/**
 * Who may import whom, from top to bottom: node -> actions, methods -> transport -> helpers.
 * Operations do not know each other. In transport, deciding (what to retry, which page comes next,
 * what to say) knows nothing of n8n, and only the client sends. Deluge knows neither n8n nor
 * transport: whoever runs a script hands it what reads. n8n loads credentials apart.
 */
const LAYERS: Record<Name, Layer<Name>> = {
	node: {
		files: /^nodes\/\w+\/\w+\.node\.ts$/,
		layers: ['router', 'methods', 'helpers'],
		packages: n8n,
	},
	router: {
		files: /\/actions\/(router|description)\.ts$/,
		layers: ['operation', 'actions', 'helpers'],
		packages: n8n,
	},
	operation: {
		files: /\/actions\/\w+\.operation\.ts$/,
		layers: ['actions', 'deluge', 'reading', 'client', 'deciding', 'helpers'],
		packages: n8n,
	},
	actions: {
		files: /\/actions\//,
		layers: ['actions', 'language', 'toNode', 'toTypeScript', 'reading', 'client', 'helpers'],
		packages: n8n,
	},
	language: {
		files: /\/deluge\/language\//,
		layers: ['language', 'helpers'],
		packages: [],
	},
	toTypeScript: {
		files: /\/deluge\/toTypeScript\//,
		layers: ['toTypeScript', 'toNode', 'language', 'helpers'],
		packages: [],
	},
	toNode: {
		files: /\/deluge\/toNode\//,
		layers: ['toNode', 'language', 'helpers'],
		packages: n8n,
	},
	deluge: {
		files: /\/deluge\//,
		layers: ['deluge', 'language', 'helpers'],
		packages: ['luxon'],
	},
	methods: {
		files: /\/methods\//,
		layers: ['methods', 'reading', 'client', 'helpers'],
		packages: n8n,
	},
	client: {
		files: /\/transport\/(access|client)\.ts$/,
		layers: ['client', 'sending', 'deciding', 'helpers'],
		packages: n8n,
	},
	sending: {
		files: /\/transport\/(body|scheduler|send)\.ts$/,
		layers: ['sending', 'deciding', 'helpers'],
		packages: n8n,
	},
	deciding: {
		files:
			/\/transport\/(pagination\/\w+|answer|apiBase|concurrency|connection|errorMessages|errors|renewal|response|retry)\.ts$/,
		layers: ['deciding', 'helpers'],
		packages: [],
	},
	reading: {
		files: /\/transport\//,
		layers: ['reading', 'client', 'deciding', 'helpers'],
		packages: [],
	},
	helpers: {
		files: /\/helpers\//,
		layers: ['helpers'],
		packages: ['luxon'],
	},
	credentials: {
		files: /^credentials\//,
		layers: [],
		packages: n8n,
	},
};

it('imports go one way only', () => {
	const graph = importGraph(join(__dirname, '..', '..'), ['nodes', 'credentials']);
	expect(findViolations(graph, LAYERS)).toEqual([]);
});
