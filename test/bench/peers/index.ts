import type { OpenReader } from './peer';

interface PeerEntry {
	title: string;
	/** Loaded only in the process that measures it. */
	load: () => Promise<OpenReader>;
	/** Comes from n8n-nodes-base. */
	isOfN8n?: boolean;
}

export const PEERS = {
	node: {
		title: 'This node',
		load: async () => (await import('./ourNode')).openOurNode,
	},
	http: {
		title: 'HTTP Request node',
		load: async () => (await import('./httpRequest')).openHttpRequest,
		isOfN8n: true,
	},
	zoho: {
		title: 'Built-in Zoho CRM node',
		load: async () => (await import('./builtInZoho')).openBuiltInZoho,
		isOfN8n: true,
	},
	ideal: {
		title: 'Ideal client',
		load: async () => (await import('./ideal')).openIdeal,
	},
	chain: {
		title: 'Ideal client, one page after the other',
		load: async () => (await import('./ideal')).openChain,
	},
} satisfies Record<string, PeerEntry>;

export type PeerName = keyof typeof PEERS;
